import type { Problem } from './problem.ts';
import type { Chat, KeyValue, Lines, Scenario, Texts } from './scenario.ts';

/** A text that some declared language has and another has not. */
function missingIn(texts: Texts, languages: readonly string[], line: number): readonly Problem[] {
  return Object.entries(texts).flatMap(([name, lines]: [string, Lines]) => {
    // What is said, and the title, cannot be missing at all: that is an error of its own.
    if (lines['*'] || name === 'says' || name === 'title') return [];
    const keyword = name === 'shows' ? 'picture' : name;
    return languages
      .filter((language) => !lines[language])
      .map((language) => ({ line, kind: 'untranslated', word: `${keyword} ${language}` }));
  });
}

/** The same of what stands in a list, each with its language. */
const unspoken = (
  items: readonly Pick<KeyValue, 'language'>[],
  languages: readonly string[],
): readonly string[] =>
  items.length === 0 || items.some(({ language }) => language === '*')
    ? []
    : languages.filter((each) => !items.some(({ language }) => language === each));

function inChat(chat: Chat, languages: readonly string[]): readonly Problem[] {
  const tell = (word: string): Problem => ({ line: chat.line, kind: 'untranslated', word });
  const said = (language: string) =>
    JSON.stringify([chat.texts, ...chat.beats.map(({ texts }) => texts)], (key, value: unknown) =>
      languages.includes(key) && key !== language ? undefined : value,
    );
  const byKey = new Map<string, KeyValue[]>();
  for (const fact of chat.facts) byKey.set(fact.key, [...(byKey.get(fact.key) ?? []), fact]);
  const facts = languages.flatMap((language) => {
    const words = said(language);
    const used = new Set([
      ...chat.known,
      ...[...words.matchAll(/\{([^{}|]{1,40})\}/g)].map(([, key = '']) => key.trim()),
    ]);
    return [...byKey]
      .filter(([key, facts]) => used.has(key) && unspoken(facts, languages).includes(language))
      .map(([key]) => tell(`facts ${language}: ${key}`));
  });
  return [
    ...missingIn(chat.texts, languages, chat.line),
    ...chat.beats.flatMap((beat) => missingIn(beat.texts, languages, beat.line)),
    ...unspoken(chat.earlier, languages).map((language) => tell(`wrote ${language}`)),
    ...unspoken(chat.limits ?? [], languages).map((language) => tell(`limit ${language}`)),
    ...facts,
  ];
}

/**
 * Finds lines that a declared language lacks and another has: a customer would fall back on the
 * first language there.
 */
export const checkLanguages = (scenario: Scenario): readonly Problem[] => {
  const { languages, limits = [] } = scenario;
  return [
    ...missingIn(scenario.texts, languages, 1),
    ...unspoken(limits, languages).map(
      (language): Problem => ({ line: 1, kind: 'untranslated', word: `limit ${language}` }),
    ),
    ...scenario.chats.flatMap((chat) => inChat(chat, languages)),
  ];
};
