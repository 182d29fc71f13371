import type { DialogueAct, RunReport, TurnReport } from '../domain/run-report.ts';
import { primaryLanguage } from '../shared/language.ts';
import type { Beat, Chat, EarlierMessage, Must, Scenario } from './scenario.ts';
import { alternatives, linesOf } from './texts-of.ts';
import { voiceMark } from './voice-mark.ts';

/** The chat that a conversation of a report was; the engine numbers them in the scenario's order. */
const chatOf = (scenario: Scenario, { conversationId }: TurnReport): Chat | undefined =>
  scenario.chats[Number(/\d+$/.exec(conversationId)?.[0]) - 1];

/** What was written before a turn, as it was, a minute apart. */
function messagesBefore(turns: readonly TurnReport[]): readonly EarlierMessage[] {
  const messages = turns.flatMap(({ customerText, reply, language }, index) => {
    // A customer who only waited has said nothing new.
    const said = customerText === turns[index - 1]?.customerText ? '' : customerText;
    const from = (author: EarlierMessage['author'], text: string) =>
      text.split('\n').flatMap((line) => (line ? { author, language, text: line } : []));
    return [...from('customer', said), ...from('agent', reply)];
  });
  return messages.map((message, index) => ({
    ...message,
    language: '*',
    ago: (messages.length - index) * 60_000,
  }));
}

/** What had been done already of what this turn still hopes for: acts add up while a customer stays. */
function doneBefore(turns: readonly TurnReport[], { beat }: TurnReport): Set<DialogueAct> {
  const since = turns.findLastIndex((turn) => turn.beat !== beat || turn.missing.length === 0) + 1;
  return new Set(turns.slice(since).flatMap(({ found }) => found.map(({ act }) => act)));
}

/**
 * What follows all that is hoped for, said in so many words: the order of the beats changes. Where
 * nothing is said it is the next beat, and after the last one the end.
 */
function spelledOut(beat: Beat, next: Beat | undefined): Beat {
  const { go, end, patience } = beat.rules.all ?? {};
  if (go || end) return beat;
  const all = {
    ...(next ? { go: next.id } : { end: 'solved' as const }),
    ...(patience === undefined ? {} : { patience }),
  };
  return { ...beat, rules: { ...beat.rules, all } };
}

/**
 * A scenario that begins in the middle of another one, at a turn of a run: one customer, who says what
 * was said there, with what was written before. What that had settled is not asked for again: acts that
 * were done in this beat, and rules of order. Patience is as at the start; a report does not tell it.
 * @param index where in the report's `turns`
 * @returns undefined where the scenario has no such beat
 */
export function beginAt(
  scenario: Scenario,
  { turns, language }: Pick<RunReport, 'turns' | 'language'>,
  index: number,
): Scenario | undefined {
  const turn = turns[index];
  const chat = turn && chatOf(scenario, turn);
  const beat = chat?.beats.find(({ id }) => id === turn?.beat);
  if (!turn || !chat || !beat) return undefined;
  const before = turns
    .slice(0, index)
    .filter(({ conversationId }) => conversationId === turn.conversationId);
  const speaker = { scenario, chat, language: primaryLanguage(language) };
  const own = linesOf(beat.texts, 'says', speaker).flatMap((line) => alternatives(line, speaker));
  /** As the scenario has it: what was said in a voice message is said in one again. */
  const says = turn.customerText
    .split('\n')
    .map((words) => own.find((line) => line.replace(voiceMark, '') === words) ?? words);
  const done = doneBefore(before, turn);
  const all = new Set(before.flatMap(({ found }) => found.map(({ act }) => act)));
  const isOpen = ({ first, second }: Must) => !all.has(first) && !(second && all.has(second));
  const beats = chat.beats.map((each, at) => spelledOut(each, chat.beats[at + 1]));
  const start: Beat = {
    ...(beats.find(({ id }) => id === beat.id) ?? beat),
    texts: { ...beat.texts, says: { '*': says } },
    want: beat.want.filter((act) => !done.has(act)),
    anyof: beat.anyof.some((act) => done.has(act)) ? [] : beat.anyof,
  };
  return {
    ...scenario,
    musts: scenario.musts.filter(isOpen),
    chats: [
      {
        ...chat,
        arrives: undefined,
        musts: chat.musts.filter(isOpen),
        earlier: [...chat.earlier, ...messagesBefore(before)],
        beats: [start, ...beats.filter(({ id }) => id !== beat.id)],
      },
    ],
  };
}
