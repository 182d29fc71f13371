import type { Translate } from '../shared/translate.ts';
import { stem } from './stem.ts';

/** Words that a sentence may have to be read with ease (M. Cutts, Oxford Guide to Plain English). */
export const easySentence = 20;

/** Letters from which on a word is long. */
const longWord = 8;

/** How many words are named. */
const mostNamed = 3;

/** How easily a reply is read. */
export interface Readability {
  /** Words a sentence, on average; 0 without any. */
  readonly mean: number;
  /** Words of the longest sentence. */
  readonly longest: number;
  /** Long words that are not common, each once, as they are written. */
  readonly uncommon: readonly string[];
}

/** Tells whether an English word, in any of its forms, is a common one. */
export type IsCommon = (word: string) => boolean;

/** @param list words with space between them */
export function createIsCommon(list: string): IsCommon {
  const stems = new Set(list.split(/\s+/).map(stem));
  const prefix = /^(?:un|re|dis|in|over)(?=\w{4})/;
  const suffix = /(?:ly|er|or|ness|ment|ful|less|able)s?$/;
  return (word) => {
    const bare = word.toLowerCase().replace(prefix, '');
    return [word, bare, bare.replace(/ably$/, 'able'), bare.replace(suffix, '')].some((form) =>
      stems.has(stem(form)),
    );
  };
}

/** The built-in list; fetched when it is first needed. */
export const loadIsCommon = async (): Promise<IsCommon> =>
  createIsCommon((await import('./common-words.txt?raw')).default);

const sentencesOf = (text: string): readonly string[] =>
  text
    .replace(/https?:\S+/g, 'link')
    .split(/[.!?]+(?=\s|$)|\n+/)
    .filter((part) => /[a-z]/i.test(part));

const wordsOf = (sentence: string): readonly string[] =>
  sentence.match(/[\p{L}\d]+(?:[.,'’-][\p{L}\d]+)*/gu) ?? [];

/**
 * Weighs an English reply by the length of its sentences and by its long words. Names and numbers
 * are no long words.
 */
export function readability(text: string, isCommon: IsCommon): Readability {
  const sentences = sentencesOf(text).map(wordsOf);
  const lengths = sentences.map((words) => words.length);
  const uncommon = sentences.flatMap((words) =>
    words.filter(
      (word, at) =>
        word.length >= longWord &&
        /^[a-z]+$/i.test(word) &&
        (at === 0 || word === word.toLowerCase()) &&
        !isCommon(word),
    ),
  );
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return {
    mean: lengths.length ? total / lengths.length : 0,
    longest: Math.max(0, ...lengths),
    uncommon: [...new Map(uncommon.map((word) => [word.toLowerCase(), word])).values()],
  };
}

/** Hints in words; none for a reply that is easy to read. */
export function describeReadability(found: Readability, t: Translate): readonly string[] {
  const { longest, uncommon } = found;
  return [
    ...(longest > easySentence
      ? [t('advice.longSentence', { count: longest, most: easySentence })]
      : []),
    ...(uncommon.length
      ? [t('advice.hardWords', { words: uncommon.slice(0, mostNamed).join(t('app.comma')) })]
      : []),
  ];
}
