import { type Amount, numbersIn, readAmounts } from './read-amounts.ts';
import type { Chat, Limit, Scenario } from './scenario.ts';
import { alternatives, factOf, linesOf } from './texts-of.ts';
import { topicWords } from './topic-words.ts';

/** A part of the sheet that names amounts, and what it is about. */
export interface SheetLine {
  /** The sentence that it stands in. */
  readonly text: string;
  readonly amounts: readonly Amount[];
  readonly words: ReadonlySet<string>;
  /** What the rest of its line is about. */
  readonly around: ReadonlySet<string>;
  /** Numbers that it names without a unit ("decision within 10"). */
  readonly loose: readonly number[];
}

/** A limit that the author has written down for certain. */
export interface SheetLimit extends SheetLine {
  readonly conditions: readonly string[];
}

/** All that is true at a desk for one customer, as far as it can be counted. */
export interface PolicySheet {
  readonly lines: readonly SheetLine[];
  readonly limits: readonly SheetLimit[];
  /** Amounts of the customer's own case. */
  readonly facts: readonly Amount[];
  /** Its numbers without a unit. */
  readonly factNumbers: readonly number[];
}

/** Sentences of a text; a point inside a number ends none. */
export const sentencesOf = (text: string): readonly string[] =>
  text.match(/(?:[^.!?。！？；;\n]|[.](?=\S))+[.!?。！？；;\n]*/g) ?? [];

/** Its parts between commas; a comma inside a number parts nothing. */
export const clausesOf = (sentence: string): readonly string[] =>
  sentence.match(/(?:[^,，]|[,，](?=\d{3}))+[,，]*/g) ?? [];

const without = (text: string, amounts: readonly Amount[]): string =>
  amounts.reduce((rest, { words }) => rest.replace(words, ' '), text);

function readLine(line: string): readonly SheetLine[] {
  const colon = line.search(/[:：](?!\d)/);
  const head = topicWords(colon < 0 ? '' : line.slice(0, colon));
  const all = topicWords(line);
  return sentencesOf(line).flatMap((sentence) => {
    const clauses = clausesOf(sentence).map((text) => ({ text, amounts: readAmounts(text) }));
    // What names no amount tells of those that do.
    const beside = clauses
      .filter(({ amounts }) => amounts.length === 0)
      .flatMap(({ text }) => [...topicWords(text)]);
    return clauses.flatMap(({ text, amounts }) => {
      const loose = numbersIn(without(text, amounts));
      if (amounts.length + loose.length === 0) return [];
      const words = new Set([...head, ...beside, ...topicWords(text)]);
      const others = new Set([...all].filter((word) => !words.has(word)));
      const plain = sentence.trim().replace(/[.;。；]+$/, '');
      return [{ text: plain, amounts, words, around: others, loose }];
    });
  });
}

function readLimit({ text, conditions }: Limit): readonly SheetLimit[] {
  return text.split(/[|｜]/).map((part) => {
    const words = part.trim();
    return {
      ...{ text: words, conditions, loose: [], around: new Set<string>() },
      amounts: readAmounts(words),
      words: topicWords(words),
    };
  });
}

/**
 * Reads the policy sheet of a scenario, its limits and a chat's facts.
 * @param language a primary subtag
 */
export function readPolicySheet(scenario: Scenario, chat: Chat, language: string): PolicySheet {
  const speaker = { scenario, chat, language };
  const all = [...(scenario.limits ?? []), ...(chat.limits ?? [])];
  const own = all.filter((limit) => limit.language === '*' || limit.language === language);
  const values = [...new Set(chat.facts.map(({ key }) => key))].map(
    (key) => factOf(chat.facts, key, language) ?? '',
  );
  return {
    lines: linesOf(scenario.texts, 'policy', speaker).flatMap((line) =>
      alternatives(line, speaker).flatMap(readLine),
    ),
    limits: (own.length > 0 ? own : all).flatMap(readLimit),
    facts: values.flatMap(readAmounts),
    factNumbers: values.flatMap((value) => {
      const numbers = numbersIn(value);
      return without(value, readAmounts(value)).length <= 12 ? numbers : [];
    }),
  };
}
