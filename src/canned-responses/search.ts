import { createInitialsReader, findInitials, type Initials } from '../shared/pinyin-initials.ts';
import type { CannedResponse } from './canned-response.ts';

/** Finds responses, best first. An empty query gives all in their own order. */
export type Search = (query: string, limit?: number) => readonly CannedResponse[];

interface Entry {
  readonly response: CannedResponse;
  readonly shortcut: string;
  readonly titles: readonly string[];
  readonly texts: readonly string[];
  /** Read at the first search that may need them: most are in the agent's own script. */
  initials?: { readonly titles: readonly Initials[]; readonly texts: readonly Initials[] };
}

const marks = /\p{M}/gu;

/** One form for all: no case, no accents, one width. */
const fold = (text: string): string =>
  text.normalize('NFKD').replace(marks, '').toLowerCase().normalize('NFC');

/** 3 where `word` begins the text, 2 where it begins a word, 1 inside, 0 where it is not. */
const standing = (text: string, word: string): 0 | 1 | 2 | 3 => {
  let at = text.indexOf(word);
  if (at < 0) return 0;
  if (at === 0) return 3;
  for (; at >= 0; at = text.indexOf(word, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return 2;
  }
  return 1;
};

const best = <T>(of: readonly T[], score: (one: T) => number): number =>
  of.reduce((highest, one) => Math.max(highest, score(one)), 0);

/** Points for where a word stands; a shortcut before a title before a text, beginnings first. */
const points = {
  shortcut: [0, 55, 70, 90],
  title: [0, 35, 60, 75],
  text: [0, 10, 20, 25],
} as const;

/**
 * Prepares a library for searching in shortcut, title and text of every language. Words may come
 * in any order and all must be found; case, accents and full width do not matter; Chinese is
 * found by its characters and by its initials (`bqyc` for 抱歉，延迟…).
 */
export function createSearch(responses: readonly CannedResponse[]): Search {
  const read = createInitialsReader();
  const entries = responses.map((response): Entry => {
    return {
      response,
      shortcut: fold(response.shortcut),
      titles: Object.values(response.titles).map(fold),
      texts: Object.values(response.texts).map(fold),
    };
  });
  const initialsScore = (entry: Entry, word: string): number => {
    if (!/^[a-z0-9]+$/.test(word)) return 0;
    entry.initials ??= {
      titles: entry.titles.filter((title) => /\p{Script=Han}/u.test(title)).map(read),
      texts: entry.texts.filter((text) => /\p{Script=Han}/u.test(text)).map(read),
    };
    const at = (found: number, first: number, later: number): number =>
      found < 0 ? 0 : found === 0 ? first : later;
    // One letter stands everywhere in a longer text and would say nothing.
    const inText = (text: Initials): number =>
      word.length < 2 ? 0 : at(findInitials(text, word), 22, 12);
    return Math.max(
      best(entry.initials.titles, (title) => at(findInitials(title, word), 65, 30)),
      best(entry.initials.texts, inText),
    );
  };
  const wordScore = (entry: Entry, word: string): number =>
    entry.shortcut === word
      ? 100
      : Math.max(
          // Of two that begin so, the shorter one is nearer to being typed out.
          points.shortcut[standing(entry.shortcut, word)] - entry.shortcut.length / 100,
          best(entry.titles, (title) => points.title[standing(title, word)]),
          best(entry.texts, (text) => points.text[standing(text, word)]),
          initialsScore(entry, word),
        );
  return (query, limit = Number.POSITIVE_INFINITY) => {
    const words = fold(query.replace(/^\s*[/／]/, ''))
      .split(/\s+/)
      .filter(Boolean);
    const scored = entries.map((entry) => {
      const scores = words.map((word) => wordScore(entry, word));
      const total = scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score, 0);
      return { response: entry.response, score: words.length === 0 ? 1 : total };
    });
    return scored
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, limit)
      .map(({ response }) => response);
  };
}
