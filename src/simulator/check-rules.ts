import type { FoundAct, RuleReport } from '../domain/run-report.ts';
import { withoutQuotes } from './create-act-detector.ts';
import type { Chat, Must, Scenario } from './scenario.ts';
import { factOf } from './texts-of.ts';

/** What the agent wrote in one chat, in order. */
export interface ChatReplies {
  readonly chat: Chat;
  readonly replies: readonly { readonly text: string; readonly acts: readonly FoundAct[] }[];
}

const han = /\p{Script=Han}/u;

/** A `never` line as the agent reads it: what it forbids in the run's language, else all of it. */
function phrasesIn(language: string, line: string): string {
  const isChinese = language === 'zh';
  const all = line.split(/[|｜]/).map((phrase) => phrase.trim());
  const own = all.filter((phrase) => han.test(phrase) === isChinese);
  return (own.length ? own : all).filter(Boolean).join(isChinese ? '、' : ', ');
}

const wordCharacter = /[\p{L}\p{N}]/u;
const latin = /^[\p{Script=Latin}\p{N}]$/u;

/** Where a phrase stands in a text as words of their own; the text's own writing of it. */
function findPhrase(text: string, phrase: string): string | undefined {
  const where = text.toLowerCase();
  const what = phrase.trim().toLowerCase();
  for (let at = where.indexOf(what); what && at >= 0; at = where.indexOf(what, at + 1)) {
    const before = where[at - 1] ?? '';
    const after = where[at + what.length] ?? '';
    const cut =
      (latin.test(what[0] ?? '') && wordCharacter.test(before) && latin.test(before)) ||
      (latin.test(what.at(-1) ?? '') && wordCharacter.test(after) && latin.test(after));
    if (!cut) return text.slice(at, at + what.length);
  }
  return undefined;
}

/** The words that broke a `must` in one chat; undefined when it was kept. */
function breaksMust({ first, second }: Must, { replies }: ChatReplies): string | undefined {
  const at = (act: Must['first']) =>
    replies.findIndex(({ acts }) => acts.some((found) => found.act === act));
  const firstAt = at(first);
  if (!second) return firstAt < 0 && replies.length > 0 ? '' : undefined;
  const secondAt = at(second);
  // "I'll refund it as soon as you tell me your name" keeps the order: one reply may do both.
  if (secondAt < 0 || (firstAt >= 0 && firstAt <= secondAt)) return undefined;
  return replies[secondAt]?.acts.find(({ act }) => act === second)?.words;
}

/** See {@link checkRules}. */
export type CheckRules = typeof checkRules;

/**
 * Checks the rules of a scenario and its chats against all that the agent wrote.
 * Private facts of a chat are rules too: their values must not be written out.
 * @param language the primary subtag of the run's language, in which rules are told
 */
export function checkRules(
  scenario: Scenario,
  chats: readonly ChatReplies[],
  language: string,
): readonly RuleReport[] {
  const report = (
    kind: RuleReport['kind'],
    rule: string,
    where: readonly ChatReplies[],
    broken: (chat: ChatReplies) => string | undefined,
  ): RuleReport => {
    const words = where.map(broken).find((each) => each !== undefined);
    return { kind, rule, verdict: words === undefined ? 'met' : 'not-met', words: words ?? '' };
  };
  const never =
    (phrases: readonly string[]) =>
    ({ replies }: ChatReplies) => {
      for (const { text } of replies) {
        for (const phrase of phrases) {
          const words = findPhrase(withoutQuotes(text), phrase);
          if (words) return words;
        }
      }
      return undefined;
    };
  const rules = (
    { musts, nevers }: Pick<Chat, 'musts' | 'nevers'>,
    where: readonly ChatReplies[],
  ) => [
    ...musts.map((must) => ({
      ...report('must', must.rule, where, (each) => breaksMust(must, each)),
      acts: must.second ? [must.first, must.second] : [must.first],
    })),
    // Said in another language it is as wrong, so all of it is looked for.
    ...nevers.map((line) =>
      report('never', phrasesIn(language, line), where, never(line.split(/[|｜]/))),
    ),
  ];
  return [
    ...rules(scenario, chats),
    ...chats.flatMap((each) => [
      ...rules(each.chat, [each]),
      ...each.chat.private.map((key) =>
        report(
          'never',
          factOf(each.chat.labels, key, language) ?? key,
          [each],
          never([factOf(each.chat.facts, key, language) ?? '']),
        ),
      ),
    ]),
  ];
}
