/** What a phrase is for, in the order of a conversation. */
export const situations = [
  'opening',
  'identity',
  'asking',
  'waiting',
  'empathy',
  'information',
  'solution',
  'refusing',
  'handover',
  'closing',
] as const;

/** One of {@link situations}. */
export type Situation = (typeof situations)[number];

/** An English phrase of customer service. */
export interface Phrase {
  /** Made of the phrase itself: another wording is another phrase to learn. */
  readonly id: string;
  readonly situation: Situation;
  readonly english: string;
  /** What a Chinese agent would say for it. */
  readonly chinese: string;
  /** When to use it, in Chinese; empty where that is obvious. */
  readonly use: string;
}

const idOf = (english: string): string =>
  english
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const isSituation = (word: string): word is Situation =>
  (situations as readonly string[]).includes(word);

/**
 * Reads a phrase book: `# situation`, then a line a phrase, `English|Chinese` or
 * `English|Chinese|when to use it`. What stands under no known situation is left out.
 */
export function parsePhraseBook(text: string): readonly Phrase[] {
  let situation: Situation | undefined;
  const phrases: Phrase[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('# ')) {
      const word = line.slice(2).trim();
      situation = isSituation(word) ? word : undefined;
    } else if (situation && line.includes('|')) {
      const [english = '', chinese = '', use = ''] = line.split('|').map((part) => part.trim());
      phrases.push({ id: idOf(english), situation, english, chinese, use });
    }
  }
  return phrases;
}

/** The built-in phrase book; fetched when it is first needed. */
export const loadPhraseBook = async (): Promise<readonly Phrase[]> =>
  parsePhraseBook((await import('./phrase-book.txt?raw')).default);
