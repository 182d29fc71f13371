/** A blank that is still to be filled, and where it stands, in UTF-16 code units. */
export interface Field {
  readonly name: string;
  /** The opening brace. */
  readonly start: number;
  /** Just after the closing brace. */
  readonly end: number;
}

/**
 * What counts as a blank, so that pasted code and JSON do not: braces (`{}` or full-width `｛｝`)
 * directly around a name that begins with a letter, ends with a letter or digit, and holds only
 * letters, digits, single spaces, `_`, `-` and apostrophes, at most 40 characters, on one line.
 * Not after `$`, `\`, `)` or another brace, nor before another: `{}`, `{"a":1}`, `{{name}}`,
 * `${name}` and `f(){return}` are literal.
 */
const blank =
  /(?<![$\\){｛])(?:\{(?=\p{L})([\p{L}\p{M}\p{N}_'’ -]{1,40})\}|｛(?=\p{L})([\p{L}\p{M}\p{N}_'’ -]{1,40})｝)(?![}｝])/gu;

/** All blanks of a text, in order. Names come in lower case where the script has cases. */
export function findFields(text: string): readonly Field[] {
  const fields: Field[] = [];
  for (const match of text.matchAll(blank)) {
    const name = match[1] ?? match[2] ?? '';
    if (!/[\p{L}\p{M}\p{N}]$/u.test(name) || name.includes('  ')) continue;
    fields.push({
      name: name.toLowerCase(),
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  return fields;
}

/**
 * The names of the blanks in a draft, each once, in order. While there is one, the draft must not
 * be sent, and the agent is told which (A20).
 */
export const unfilledBlanks = (draft: string): readonly string[] => [
  ...new Set(findFields(draft).map((field) => field.name)),
];

/** The field that Tab goes to from the caret, round the end; undefined when there is none. */
export const nextField = (draft: string, caret: number): Field | undefined => {
  const fields = findFields(draft);
  return fields.find((field) => field.start >= caret) ?? fields[0];
};

/** The field that Shift+Tab goes to from the caret, round the beginning. */
export const previousField = (draft: string, caret: number): Field | undefined => {
  const fields = findFields(draft);
  return fields.findLast((field) => field.end < caret) ?? fields.at(-1);
};
