import type { Problem } from './problem.ts';

/** What to write in the place of a stretch of a text. */
export interface Correction {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Where a line (counted from 1) begins and ends in a text, its line end left out. */
export function lineRange(text: string, line: number): { start: number; end: number } {
  const ends = /\r\n|\r|\n/g;
  let start = 0;
  for (let at = 1; at < line; at += 1) {
    const found = ends.exec(text);
    if (!found) break;
    start = ends.lastIndex;
  }
  ends.lastIndex = start;
  return { start, end: ends.exec(text)?.index ?? text.length };
}

const letter = /[\p{Script=Latin}\p{N}_]/u;

/** Where a word stands by itself, not inside another; -1 if nowhere. Case does not count. */
function findWord(line: string, word: string, from: number): number {
  const [where, what] = [line.toLowerCase(), word.toLowerCase()];
  // Some letters change their length with their case; then no place can be told.
  if (where.length !== line.length) return -1;
  const joins = (a: string | undefined, b: string | undefined) =>
    a !== undefined && b !== undefined && letter.test(a) && letter.test(b);
  for (let at = where.indexOf(what, from); at >= 0; at = where.indexOf(what, at + 1)) {
    const end = at + what.length;
    if (!joins(where[at - 1], what[0]) && !joins(what.at(-1), where[end])) return at;
  }
  return -1;
}

/**
 * The change that writes what was probably meant in the place of what was written.
 * @param text the scenario as it was when the problem was found
 * @returns nothing if the problem has no suggestion, or its word cannot be told in its line
 */
export function putRight(text: string, problem: Problem): Correction | undefined {
  const { kind, word, suggestion } = problem;
  if (!word || !suggestion) return undefined;
  const { start, end } = lineRange(text, problem.line);
  const line = text.slice(start, end);
  const replace = (at: number, length: number, by: string): Correction | undefined =>
    at < 0 ? undefined : { start: start + at, end: start + at + length, text: by };
  const [first = ''] = word.split(/\s/, 1);
  if (kind === 'no-colon') return replace(line.indexOf(first), first.length, `${suggestion}:`);
  if (kind === 'unknown-keyword')
    return replace(findWord(line, first, 0), first.length, suggestion);
  const values = line.search(/[:：]/) + 1;
  const wrong = kind === 'bad-step' ? first : word;
  const brace = kind === 'unknown-fact' ? line.indexOf(`{${wrong}}`) + 1 : 0;
  const at = brace || findWord(line, wrong, values);
  return replace(at, wrong.length, suggestion);
}
