import type { MentorComment } from './run-record.ts';

/**
 * A run's comments and an answer's, so that two mentors' words stand side by side. What says the same of
 * the same place is there once, as the answer has it: of verdicts on one the last counts.
 */
export function mergeComments(
  own: readonly MentorComment[],
  answer: readonly MentorComment[],
): { readonly comments: readonly MentorComment[]; readonly added: number } {
  const isIn = (comments: readonly MentorComment[], { turn, rule, text, voice }: MentorComment) =>
    comments.some(
      (each) =>
        each.turn === turn &&
        each.rule === rule &&
        each.text === text &&
        each.voice?.sound.size === voice?.sound.size,
    );
  return {
    comments: [...own.filter((each) => !isIn(answer, each)), ...answer],
    added: answer.filter((each) => !isIn(own, each)).length,
  };
}
