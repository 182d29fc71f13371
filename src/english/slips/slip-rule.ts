/** What one rule looks for, and what to write instead. */
export interface SlipRule {
  /** Its explanation is the sentence `slips.<id>` of each locale. */
  readonly id: string;
  /** Global. Every gap in it is bounded, so that no text can make it slow. */
  readonly pattern: RegExp;
  /** @returns what to write in place of all that was found; undefined if it is no slip after all */
  better(groups: readonly string[]): string | undefined;
}

/**
 * Makes a rule.
 * @param source of the pattern; it begins at a word, and case does not matter
 * @param better with `$1` for the first group, or made of the groups, of which the first is all
 */
export function slip(id: string, source: string, better: string | SlipRule['better']): SlipRule {
  return {
    id,
    pattern: new RegExp(`\\b${source}`, 'giu'),
    better:
      typeof better === 'string'
        ? (groups) => better.replace(/\$(\d)/g, (_, at: string) => groups[Number(at)] ?? '')
        : better,
  };
}

/** Pieces that several rules share. */
export const piece = {
  /** A sentence begins here. */
  start: String.raw`(?<=(?:^|[.!?\n])\s{0,3})`,
  /** The noun ends here: no other noun follows, as in “5 minute call”. */
  nounEnd: String.raw`(?=\s{0,2}(?:[.,!?;:)\n]|$)|\s(?:in|for|to|ago|after|before|and|or|from|later|left|only|if|please|because|of|is|are|was|were|will|with|at|on|by|that|which|who|when|as|about|but|so|now|today|yesterday|tomorrow|soon|first|yet|again|an?|you|we|I|regarding|until|has|have)\b)`,
  me: '(?:me|you|us|him|her|them)',
  modal: '(?:can|could|must|should|would|will|may|might)',
  count: String.raw`(?:(?<![\d.,#-])(?!1\b)\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|several|a few)`,
  things:
    '(?:order|item|parcel|package|product|customer|problem|question|refund|payment|photo|picture|option|message|email|number|address|account|day|week|month)',
} as const;
