/** Finds one kind of thing in a text and says how it is read out. */
export interface SayRule {
  /** With the flags `g` and `u`. */
  readonly pattern: RegExp;
  /** The words for it; undefined leaves it to the rules after this one. */
  say(match: RegExpExecArray): string | undefined;
}

interface Piece {
  readonly text: string;
  /** It has its words; no other rule may look at it. */
  readonly said: boolean;
}

const cut = (text: string, { pattern, say }: SayRule): readonly Piece[] => {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    const words = say(match);
    if (words === undefined) continue;
    pieces.push({ text: text.slice(end, match.index), said: false }, { text: words, said: true });
    end = match.index + match[0].length;
  }
  return [...pieces, { text: text.slice(end), said: false }];
};

/** Applies the rules one after the other; what one has put into words the next ones leave alone. */
export function applyRules(text: string, rules: readonly SayRule[]): string {
  const whole: readonly Piece[] = [{ text, said: false }];
  return rules
    .reduce(
      (pieces, rule) => pieces.flatMap((piece) => (piece.said ? [piece] : cut(piece.text, rule))),
      whole,
    )
    .map((piece) => piece.text)
    .join('');
}
