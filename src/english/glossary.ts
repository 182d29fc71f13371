import { stem } from './stem.ts';

/** An English word or idiom of customers, and what it means in Chinese. */
export interface GlossEntry {
  readonly term: string;
  readonly meaning: string;
}

/** Finds the entries whose words stand in a text, in the order of the text, each once. */
export type Gloss = (text: string) => readonly GlossEntry[];

const wordsOf = (text: string): readonly string[] =>
  text.replaceAll('’', "'").match(/[\p{L}\p{N}]+(?:['&/-][\p{L}\p{N}]+)*/gu) ?? [];

/**
 * Reads a glossary.
 * @param text a line an entry: `English|Chinese`
 */
export const parseGlossary = (text: string): readonly GlossEntry[] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [term = '', meaning = ''] = line.split('|');
      return { term, meaning };
    });

/**
 * Prepares a glossary. Forms of a word are found by its stem (`chargebacks`); where several entries
 * begin at one word, the longest is taken. A term in capitals is only found where it has them, or
 * is no other word: `down` is not looked up in `DOWN`, but `eta` is.
 */
export function createGloss(entries: readonly GlossEntry[]): Gloss {
  const byFirst = new Map<string, { readonly entry: GlossEntry; readonly stems: string[] }[]>();
  for (const entry of entries) {
    const stems = wordsOf(entry.term).map(stem);
    const [first = ''] = stems;
    byFirst.set(first, [...(byFirst.get(first) ?? []), { entry, stems }]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.stems.length - a.stems.length);
  return (text) => {
    const words = wordsOf(text).map(stem);
    const found: GlossEntry[] = [];
    for (let at = 0; at < words.length; ) {
      const hit = byFirst
        .get(words[at] ?? '')
        ?.find(({ stems }) => stems.every((one, next) => words[at + next] === one));
      if (hit && !found.includes(hit.entry)) found.push(hit.entry);
      at += hit?.stems.length ?? 1;
    }
    return found;
  };
}

/** The built-in glossary; fetched when it is first needed. */
export const loadGloss = async (): Promise<Gloss> =>
  createGloss(parseGlossary((await import('./glossary.txt?raw')).default));
