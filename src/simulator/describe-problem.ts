import type { MessageKey, MessageValues, Translate } from '../shared/translate.ts';
import type { Problem, ProblemKind } from './problem.ts';

const messages = {
  'no-colon': 'simulator.problem.noColon',
  'unknown-keyword': 'simulator.problem.unknownKeyword',
  misplaced: 'simulator.problem.misplaced',
  'unknown-act': 'simulator.problem.unknownAct',
  'unknown-beat': 'simulator.problem.unknownBeat',
  'unknown-chat': 'simulator.problem.unknownChat',
  'unknown-fact': 'simulator.problem.unknownFact',
  'unknown-language': 'simulator.problem.unknownLanguage',
  'bad-number': 'simulator.problem.badNumber',
  'bad-time': 'simulator.problem.badTime',
  'bad-step': 'simulator.problem.badStep',
  'bad-value': 'simulator.problem.badValue',
  duplicate: 'simulator.problem.duplicate',
  missing: 'simulator.problem.missing',
  'no-end': 'simulator.problem.noEnd',
  unreachable: 'simulator.problem.unreachable',
  'unused-fact': 'simulator.problem.unusedFact',
  'open-end': 'simulator.problem.openEnd',
  untranslated: 'simulator.problem.untranslated',
  'model-forbidden': 'simulator.problem.modelForbidden',
  'model-contradicts': 'simulator.problem.modelContradicts',
  'model-lacks': 'simulator.problem.modelLacks',
  'no-amount': 'simulator.problem.noAmount',
  'line-too-long': 'simulator.problem.lineTooLong',
  'too-long': 'simulator.problem.tooLong',
} as const satisfies Record<ProblemKind, MessageKey>;

/** The sentence that says what is wrong, without its line and suggestion. */
export const problemMessage = (
  problem: Problem,
): { readonly key: MessageKey; readonly values: MessageValues } => ({
  key: messages[problem.kind],
  values: { word: problem.word ?? '' },
});

/** A problem as one whole sentence: line, what is wrong, what was probably meant. */
export function describeProblem(problem: Problem, translate: Translate): string {
  const { key, values } = problemMessage(problem);
  const { line, suggestion } = problem;
  const text = translate(key, values);
  return suggestion
    ? translate('simulator.lineWithSuggestion', { line, problem: text, suggestion })
    : translate('simulator.line', { line, problem: text });
}
