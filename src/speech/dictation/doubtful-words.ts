import type { Heard } from '../recognizer.ts';

/** Below this a word is marked. */
const sure = 0.6;

/** The words that a recogniser was not sure of, each once, in the order in which they were said. */
export const doubtfulWords = ({ words }: Heard): readonly string[] => [
  ...new Set(
    words
      .filter(({ confidence }) => confidence !== undefined && confidence < sure)
      .map(({ text }) => text),
  ),
];
