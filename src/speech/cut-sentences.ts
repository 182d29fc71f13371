import type { LanguageTag } from '../shared/language.ts';

/** A stretch of a text that is spoken in one go. */
export interface Piece {
  readonly text: string;
  /** Where it stands in the whole, in code units. */
  readonly at: number;
}

/** Where a sentence that is too long may be cut: after the best mark that leaves a fair piece. */
function cutAt(text: string, most: number): number {
  const head = text.slice(0, most);
  for (const mark of [/[;:；：—](?!.*[;:；：—])/su, /[,，、](?!.*[,，、])/su, /\s(?!.*\s)/su]) {
    const at = head.search(mark) + 1;
    if (at > most / 3) return at;
  }
  // Not between the two halves of a character.
  return /[\ud800-\udbff]$/.test(head) ? most - 1 : most;
}

/**
 * Cuts a text into sentences, and sentences that are too long at a comma or a space. White space
 * around them goes, and so do pieces in which there is nothing to say.
 * @param most code units in a piece
 */
export function cutSentences(text: string, language: LanguageTag, most = 200): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const { segment, index } of sentences(text, language)) {
    let rest = segment;
    let at = index;
    while (rest.length > most) {
      const end = cutAt(rest, most);
      pieces.push({ text: rest.slice(0, end), at });
      rest = rest.slice(end);
      at += end;
    }
    pieces.push({ text: rest, at });
  }
  return pieces
    .filter(({ text: piece }) => /[\p{L}\p{N}\p{S}]/u.test(piece))
    .map((piece) => ({
      text: piece.text.trim(),
      at: piece.at + piece.text.search(/\S/),
    }));
}

function sentences(
  text: string,
  language: LanguageTag,
): Iterable<{ segment: string; index: number }> {
  try {
    return new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text);
  } catch {
    // A language tag from outside may be none.
    return new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text);
  }
}
