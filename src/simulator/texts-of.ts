import type { Chat, Scenario, TextName, Texts } from './scenario.ts';

interface Speaker {
  readonly scenario: Scenario;
  readonly chat: Chat;
  /** A primary subtag. */
  readonly language: string;
}

/** A fact's value (or label) in a language; the last line that tells it counts. */
export function factOf(pairs: Chat['facts'], key: string, language: string): string | undefined {
  const fits = pairs.filter((pair) => pair.key === key);
  return (fits.findLast((pair) => pair.language === language) ?? fits.at(-1))?.value;
}

/** The lines of a text in a language, else for all languages, else in the scenario's first. */
export const linesOf = (
  texts: Texts,
  name: TextName,
  { scenario, language }: Pick<Speaker, 'scenario' | 'language'>,
): readonly string[] => {
  const lines = texts[name];
  return lines?.[language] ?? lines?.['*'] ?? lines?.[scenario.languages[0] ?? ''] ?? [];
};

/** Characters that one message can have; facts may be said in it a thousand times. */
const longestMessage = 8000;

/** The alternatives of one line, with the facts filled in. */
export const alternatives = (line: string, { chat, language }: Speaker): string[] =>
  line
    .split(/[|｜]/)
    .map((part) =>
      part
        .trim()
        .replace(
          /\{([^{}|]{1,40})\}/g,
          (whole, key: string) => factOf(chat.facts, key.trim(), language) ?? whole,
        )
        .slice(0, longestMessage),
    )
    .filter(Boolean);
