import type { FoundAct, RuleReport, TurnReport, Verdict } from '../domain/run-report.ts';
import { checkFacts } from './check-facts.ts';
import type { DetectActs } from './create-act-detector.ts';
import { findPhrase, findValue } from './find-words.ts';
import { readPolicySheet } from './policy-sheet.ts';
import type { Chat, Ending, Must, Scenario } from './scenario.ts';
import { factOf } from './texts-of.ts';
import { withoutQuotes } from './without-quotes.ts';

/** What the agent wrote in one chat, in order. */
export interface ChatReplies {
  readonly chat: Chat;
  readonly replies: readonly { readonly text: string; readonly acts: readonly FoundAct[] }[];
  /** The turns that they became; what was written after the customer had gone is in none. */
  readonly turns: readonly (Pick<TurnReport, 'reply'> &
    Partial<Pick<TurnReport, 'customerText' | 'beat' | 'verdict'>>)[];
  /** Undefined when the agent ended it. */
  readonly outcome?: Ending | undefined;
}

/** How a rule was broken: the words, and the reply that they stand in, if they do in one. */
interface Break {
  readonly words: string;
  readonly text?: string | undefined;
}

const han = /\p{Script=Han}/u;

/** A `never` line as the agent reads it: what it forbids in the run's language, else all of it. */
function phrasesIn(language: string, line: string): string {
  const isChinese = language === 'zh';
  const all = line.split(/[|｜]/).map((phrase) => phrase.trim());
  const own = all.filter((phrase) => han.test(phrase) === isChinese);
  return (own.length ? own : all).filter(Boolean).join(isChinese ? '、' : ', ');
}

/** How a `must` was broken in one chat; undefined when it was kept. */
function breaksMust({ first, second }: Must, { replies }: ChatReplies): Break | undefined {
  const at = (act: Must['first']) =>
    replies.findIndex(({ acts }) => acts.some((found) => found.act === act));
  const firstAt = at(first);
  if (!second) return firstAt < 0 && replies.length > 0 ? { words: '' } : undefined;
  const secondAt = at(second);
  // "I'll refund it as soon as you tell me your name" keeps the order: one reply may do both.
  if (secondAt < 0 || (firstAt >= 0 && firstAt <= secondAt)) return undefined;
  const reply = replies[secondAt];
  const words = reply?.acts.find(({ act }) => act === second)?.words;
  return words === undefined ? undefined : { words, text: reply?.text };
}

/** How many turns of the run come before those of a chat. */
const turnsBefore = (chats: readonly ChatReplies[], chat: ChatReplies): number =>
  chats.slice(0, chats.indexOf(chat)).reduce((sum, { turns }) => sum + turns.length, 0);

/** Where the turn with that whole message stands among all turns of the run. */
function findTurn(chats: readonly ChatReplies[], chat: ChatReplies, text: string) {
  const lined = (reply: string) => `\n${reply}\n`;
  const at = chat.turns.findIndex(({ reply }) => lined(reply).includes(lined(text)));
  return at < 0 ? undefined : turnsBefore(chats, chat) + at;
}

/** Whether an agent who ended a chat was free to: the reply in that beat did what it had to. */
function checkEnding(chats: readonly ChatReplies[], each: ChatReplies): readonly RuleReport[] {
  const { mayEnd } = each.chat;
  if (mayEnd === undefined || each.outcome || each.turns.length === 0) return [];
  const at = each.turns.findIndex(({ beat, verdict }) => beat === mayEnd && verdict === 'met');
  const report = { kind: 'may', rule: mayEnd, words: '' } as const;
  return at < 0
    ? [{ ...report, verdict: 'not-met' }]
    : [{ ...report, verdict: 'met', turn: turnsBefore(chats, each) + at }];
}

const verdicts: readonly Verdict[] = ['not-met', 'needs-review'];

/** What was stated that the policy sheet does not say, each thing once. */
function checkStatements(
  scenario: Scenario,
  chats: readonly ChatReplies[],
  language: string,
  detect: DetectActs,
): readonly RuleReport[] {
  const told = new Set<string>();
  return chats.flatMap((each) => {
    const sheet = readPolicySheet(scenario, each.chat, language);
    if (sheet.lines.length + sheet.limits.length === 0) return [];
    let said = each.turns.map(({ customerText = '' }) => customerText).join('\n');
    return each.replies.flatMap(({ text }) => {
      said += `\n${text}`;
      const findings = checkFacts(text, sheet, said, detect, language);
      // What is certain comes first, and stands for the doubt about the same words.
      return verdicts
        .flatMap((verdict) => findings.filter((finding) => finding.verdict === verdict))
        .flatMap((finding) => {
          const turn = findTurn(chats, each, text);
          const key = `${turn} ${finding.rule} ${finding.words}`;
          if (told.has(key)) return [];
          told.add(key);
          return { kind: 'fact' as const, ...finding, ...(turn === undefined ? {} : { turn }) };
        });
    });
  });
}

/** See {@link checkRules}. */
export type CheckRules = typeof checkRules;

/**
 * Checks the rules of a scenario and its chats against all that the agent wrote.
 * Private facts of a chat are rules too: their values must not be written out.
 * @param language the primary subtag of the run's language, in which rules are told
 * @param detect tells statements from other sentences, for what the policy sheet says
 */
export function checkRules(
  scenario: Scenario,
  chats: readonly ChatReplies[],
  language: string,
  detect: DetectActs,
): readonly RuleReport[] {
  const report = (
    kind: RuleReport['kind'],
    rule: string,
    where: readonly ChatReplies[],
    broken: (chat: ChatReplies) => Break | undefined,
  ): RuleReport => {
    for (const chat of where) {
      const found = broken(chat);
      if (!found) continue;
      const turn = found.text === undefined ? undefined : findTurn(chats, chat, found.text);
      const { words } = found;
      return { kind, rule, verdict: 'not-met', words, ...(turn === undefined ? {} : { turn }) };
    }
    return { kind, rule, verdict: 'met', words: '' };
  };
  const contains =
    (phrases: readonly string[], find = findPhrase) =>
    ({ replies }: ChatReplies) => {
      for (const { text } of replies) {
        for (const phrase of phrases) {
          const words = find(withoutQuotes(text), phrase);
          if (words) return { words, text };
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
      report('never', phrasesIn(language, line), where, contains(line.split(/[|｜]/))),
    ),
  ];
  return [
    ...rules(scenario, chats),
    ...chats.flatMap((each) => [
      ...rules(each.chat, [each]),
      ...each.chat.private.map((key) =>
        report(
          'private',
          factOf(each.chat.labels, key, language) ?? key,
          [each],
          contains([factOf(each.chat.facts, key, language) ?? ''], findValue),
        ),
      ),
      ...checkEnding(chats, each),
    ]),
    ...checkStatements(scenario, chats, language, detect),
  ];
}
