/** Text as eSpeak is given it, and where each of its characters stands in the original. */
export interface EspeakText {
  readonly text: string;
  /** Offset in code units of the original, one a character (code point) of `text`. */
  readonly offsets: readonly number[];
}

// eSpeak reads SSML, and `[[…]]` as its own phonemes: a customer's words must be neither.
const instead: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const control = /[\p{Cc}\p{Cf}\p{Cs}]/u;

/** Makes text safe to give to eSpeak, without losing track of where its words stand. */
export function toEspeakText(original: string): EspeakText {
  const offsets: number[] = [];
  let text = '';
  let at = 0;
  let previous = '';
  for (const character of original) {
    const split = character === '[' && previous === '[';
    const plain = control.test(character) ? ' ' : character;
    const written = (split ? ' ' : '') + (instead[plain] ?? plain);
    for (const _ of written) offsets.push(at);
    text += written;
    at += character.length;
    previous = character;
  }
  return { text, offsets };
}

const word = /[\p{L}\p{M}\p{N}]+(?:['’_.-]?[\p{L}\p{M}\p{N}]+)*/uy;
const han = /\p{Script=Han}/uy;

/** Length in code units of the word that begins there: a Chinese character, a word, or a sign. */
export function wordLength(text: string, at: number): number {
  for (const pattern of [han, word]) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found) return found.length;
  }
  return (text.codePointAt(at) ?? 0) > 0xff_ff ? 2 : 1;
}
