/** A message may be this long, in UTF-16 code units, in either direction. */
export const longestText = 65_536;

/** What is put where the rest of a text that was too long is missing. */
export const cutMark = ' […]';

/**
 * Not allowed in XML 1.0, or without a meaning in a chat: control characters but tab and line
 * feed, lone surrogates, noncharacters.
 */
const controls =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/gu;

/**
 * Embedding, override and isolate marks: they make text look as if it said something else
 * (Unicode UAX 9, "Trojan Source"). Right-to-left letters need none of them.
 */
const directionMarks = /[\u202a-\u202e\u2066-\u2069]/g;

/** Takes out what a stanza must not carry; line breaks become `\n`. */
export const stripControls = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(controls, '');

/**
 * Makes text from outside safe to show and to read out: cut at {@link longestText} with a visible
 * mark, without control characters and without marks that turn the reading direction.
 * @param text what came, of any length
 */
export function cleanText(text: string): string {
  const short = text.length > longestText ? text.slice(0, longestText) + cutMark : text;
  return stripControls(short).replace(directionMarks, '');
}

/** The same on one line and at most `length` code units, for names and topics. */
export function cleanLine(text: string, length: number): string {
  const line = cleanText(text.slice(0, length * 4))
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length - 1).replace(/\p{Surrogate}$/u, '');
  return `${cut.trimEnd()}…`;
}
