import { type CannedResponse, chooseVariant } from '../canned-responses/canned-response.ts';
import type { Customer } from '../domain/conversation.ts';
import { type LanguageTag, primaryLanguage } from '../shared/language.ts';

/** How many phrases a recogniser is given, and the longest one, in UTF-16 code units. */
const most = 200;
const longest = 120;

const sentenceEnd = /(?<=[.!?。！？])\s*/u;

/**
 * What is likely to be said in a reply: whom and what it is about, and the sentences that the agent
 * keeps ready, where they need nothing filled in.
 * @param language of the conversation; responses that have none in it are left out
 */
export function likelyPhrases(
  customer: Customer,
  responses: readonly CannedResponse[],
  language: LanguageTag,
): readonly string[] {
  const about = [customer.name, ...customer.facts.map(({ value }) => value)];
  const ready = responses
    .flatMap(({ texts }) => chooseVariant(texts, [language]) ?? [])
    .filter((variant) => primaryLanguage(variant.language) === primaryLanguage(language))
    .flatMap(({ text }) => text.split(sentenceEnd))
    .filter((sentence) => !sentence.includes('{'));
  const phrases = [...about, ...ready].map((phrase) => phrase.trim());
  return [...new Set(phrases)]
    .filter(({ length }) => length > 1 && length <= longest)
    .slice(0, most);
}
