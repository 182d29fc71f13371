/** A word in plain form, with its place in what was written. */
export interface Token {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** A sentence, cut at its commas. No part is empty. */
export interface Sentence {
  readonly parts: readonly (readonly Token[])[];
  /** It ends with a question mark. */
  readonly asks: boolean;
}
