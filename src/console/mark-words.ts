/** A stretch of a text, and whether it is to be marked. */
export interface MarkedStretch {
  readonly text: string;
  readonly isMarked: boolean;
}

const isLetter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{Script=Latin}\p{N}]/u.test(character);

/** Whether what stands at a place is a word by itself; Chinese writes no spaces between words. */
const isWhole = (text: string, at: number, word: string): boolean =>
  !(isLetter(word[0]) && isLetter(text[at - 1])) &&
  !(isLetter(word.at(-1)) && isLetter(text[at + word.length]));

/**
 * Cuts a text at the words that are to be marked: each wherever it stands, without regard to case.
 * @returns stretches that joined are the text again
 */
export function markWords(text: string, words: readonly string[]): readonly MarkedStretch[] {
  const lower = text.toLowerCase();
  // Some letters change their length with their case: then nothing can be found by place.
  const wanted =
    lower.length === text.length
      ? words.map((word) => word.trim().toLowerCase()).filter(Boolean)
      : [];
  wanted.sort((a, b) => b.length - a.length);
  const stretches: MarkedStretch[] = [];
  let from = 0;
  for (let at = 0; at < text.length; ) {
    const found = wanted.find((word) => lower.startsWith(word, at) && isWhole(lower, at, word));
    if (!found) {
      at += 1;
      continue;
    }
    if (at > from) stretches.push({ text: text.slice(from, at), isMarked: false });
    stretches.push({ text: text.slice(at, at + found.length), isMarked: true });
    at += found.length;
    from = at;
  }
  if (from < text.length) stretches.push({ text: text.slice(from), isMarked: false });
  return stretches;
}
