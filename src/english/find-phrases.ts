import { createInitialsReader, findInitials, type Initials } from '../shared/pinyin-initials.ts';
import type { Phrase } from './phrase-book.ts';

/** Finds the phrases that hold all words of a query, in their own order. */
export type FindPhrases = (query: string) => readonly Phrase[];

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll('’', "'");

/**
 * Prepares a phrase book for searching in both languages. Words may stand in any order; Chinese is
 * found by its characters and by the initials of its pinyin, of which there must be two or more.
 */
export function createFindPhrases(phrases: readonly Phrase[]): FindPhrases {
  const read = createInitialsReader();
  const initials = new Map<Phrase, Initials>();
  const initialsOf = (phrase: Phrase): Initials => {
    const known = initials.get(phrase) ?? read(phrase.chinese);
    initials.set(phrase, known);
    return known;
  };
  return (query) => {
    const words = fold(query).split(/\s+/).filter(Boolean);
    return phrases.filter((phrase) =>
      words.every(
        (word) =>
          fold(`${phrase.english}\n${phrase.chinese}\n${phrase.use}`).includes(word) ||
          (/^[a-z0-9]{2,}$/.test(word) && findInitials(initialsOf(phrase), word) >= 0),
      ),
    );
  };
}
