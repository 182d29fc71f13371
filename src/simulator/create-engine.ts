import type { ConversationReport, RunReport } from '../domain/run-report.ts';
import type { Clock } from '../shared/clock.ts';
import { type LanguageTag, primaryLanguage } from '../shared/language.ts';
import { createRandom } from '../shared/random.ts';
import { type Customer, createCustomer } from './create-customer.ts';
import type { Judge } from './create-judge.ts';
import type { Chat, Scenario } from './scenario.ts';
import { alternatives, linesOf } from './texts-of.ts';

/** Milliseconds until the first customer comes, and between customers when nobody is there. */
const firstArrival = 1000;

/** What happens in a practice run. */
export type EngineEvent =
  /** A customer waits to be taken. */
  | { readonly type: 'arrived'; readonly conversationId: string }
  | { readonly type: 'typing'; readonly conversationId: string; readonly typing: boolean }
  | { readonly type: 'said'; readonly conversationId: string; readonly text: string }
  /** The customer has gone, content or not. */
  | { readonly type: 'left'; readonly conversationId: string }
  | { readonly type: 'finished'; readonly report: RunReport };

/** What a run is made of. */
export interface EngineOptions {
  readonly scenario: Scenario;
  /** The language that the customers write; one that the scenario has not becomes its first. */
  readonly language: LanguageTag;
  /** Same seed, same replies at the same times: same run. */
  readonly seed: number;
  readonly clock: Clock;
  /** Undefined until it has come; by the first reply that is heard it must be there. */
  readonly judge: () => Judge | undefined;
  /** 0: silence never costs patience; 2: customers wait twice as long. Asked each time. */
  readonly timing: () => number;
  /** What conversation ids begin with. */
  readonly prefix: string;
  readonly emit: (event: EngineEvent) => void;
}

/** A practice run; conversations go by the ids that `arrived` told. */
export interface Engine {
  /** The language that the customers really write. */
  readonly language: LanguageTag;
  start(): void;
  chatOf(conversationId: string): Chat | undefined;
  /** The customer's name in the run's language. */
  nameOf(conversationId: string): string;
  /** What the scenario advises at this point of a chat that is open, if it does. */
  hint(conversationId: string): string | undefined;
  /** Takes a customer; gives the first words. */
  accept(conversationId: string): string;
  hear(conversationId: string, text: string): void;
  setAgentTyping(conversationId: string, typing: boolean): void;
  /** The agent ends a chat. */
  end(conversationId: string): void;
  /** A chat is wrapped up; after the last one the run is over. */
  close(conversationId: string): void;
  /** Ends the run now, with its report. */
  finish(): void;
  /** Ends the run without a word. */
  stop(): void;
}

interface Live {
  readonly id: string;
  readonly chat: Chat;
  readonly name: string;
  state: 'expected' | 'waiting' | 'open' | 'ended' | 'closed';
  customer?: Customer;
  openedAt: number;
  endedAt: number;
  cancel: () => void;
}

/** Makes a run of a scenario: arrivals, customers, and the report at the end. */
export function createEngine(options: EngineOptions): Engine {
  const { scenario, clock, emit } = options;
  const { languages } = scenario;
  const known = languages.length === 0 || languages.includes(primaryLanguage(options.language));
  const language = known ? options.language : (languages[0] ?? options.language);
  const speaker = { scenario, language: primaryLanguage(language) };
  const startedAt = clock.now();
  let over = false;

  const chats: readonly Live[] = scenario.chats.map((chat, index) => {
    const [line = ''] = linesOf(chat.texts, 'customer', speaker);
    const [name = chat.id] = alternatives(line, { ...speaker, chat });
    const id = `${options.prefix}${index + 1}`;
    return { id, chat, name, state: 'expected', openedAt: 0, endedAt: 0, cancel: () => {} };
  });
  const liveOf = (id: string) => chats.find((live) => live.id === id);

  const arrive = (live: Live) => {
    live.cancel();
    if (over || live.state !== 'expected') return;
    live.state = 'waiting';
    emit({ type: 'arrived', conversationId: live.id });
  };
  const arriveAfter = (live: Live, ms: number) => {
    live.cancel();
    live.cancel = clock.after(ms, () => arrive(live));
  };
  const onBeat = (chatId: string, beat: string) => {
    for (const live of chats) {
      const { arrives } = live.chat;
      if (typeof arrives === 'object' && arrives.chat === chatId && arrives.beat === beat) {
        arriveAfter(live, firstArrival);
      }
    }
  };
  /** Nobody there and somebody still to come: no reason to let the agent wait. */
  const fillPause = () => {
    if (chats.some(({ state }) => state === 'waiting' || state === 'open' || state === 'ended')) {
      return;
    }
    const next = chats.find(({ state }) => state === 'expected');
    if (next) arriveAfter(next, firstArrival);
    else finish();
  };
  const reportOf = (live: Live): ConversationReport => {
    const state = live.customer?.state();
    return {
      conversationId: live.id,
      customerName: live.name,
      outcome: state?.outcome ?? 'closed',
      patience: state?.patience ?? live.chat.patience,
      firstReplyAfter: state?.firstReplyAfter,
      handlingTime: live.endedAt - live.openedAt,
    };
  };
  const endLive = (live: Live) => {
    live.customer?.stop();
    live.state = 'ended';
    live.endedAt = clock.now();
  };
  const stop = () => {
    over = true;
    for (const live of chats) {
      live.cancel();
      if (live.state === 'open') endLive(live);
    }
  };
  function finish(): void {
    if (over) return;
    stop();
    const served = chats.flatMap((live) =>
      live.customer ? { ...live.customer.state(), live, chat: live.chat } : [],
    );
    const judge = options.judge();
    const report: RunReport = {
      scenarioId: scenario.id,
      title: linesOf(scenario.texts, 'title', speaker)[0] ?? scenario.id,
      seed: options.seed,
      language,
      startedAt,
      endedAt: clock.now(),
      conversations: served.map(({ live }) => reportOf(live)),
      turns: served.flatMap(({ turns }) => turns),
      rules: judge?.checkRules(scenario, served, speaker.language, judge.detect) ?? [],
    };
    emit({ type: 'finished', report });
  }

  return {
    language,
    start: () => {
      for (const [index, live] of chats.entries()) {
        const { arrives } = live.chat;
        if (typeof arrives === 'number') arriveAfter(live, Math.max(firstArrival, arrives));
        else if (index === 0 || arrives === undefined) arriveAfter(live, firstArrival);
      }
    },
    chatOf: (id) => liveOf(id)?.chat,
    nameOf: (id) => liveOf(id)?.name ?? '',
    hint: (id) => liveOf(id)?.customer?.hint(),
    accept: (id) => {
      const live = liveOf(id);
      if (live?.state !== 'waiting') return '';
      live.state = 'open';
      live.openedAt = clock.now();
      const customer = createCustomer({
        scenario,
        chat: live.chat,
        conversationId: id,
        name: live.name,
        language,
        // Each customer has a seed, so that who is answered first changes nobody's words.
        random: createRandom(options.seed + chats.indexOf(live) * 7919),
        clock,
        detect: (text, spoken) => options.judge()?.detect(text, spoken) ?? [],
        timing: options.timing,
        onSay: (text) => emit({ type: 'said', conversationId: id, text }),
        onTyping: (typing) => emit({ type: 'typing', conversationId: id, typing }),
        onBeat: (beat) => onBeat(live.chat.id, beat),
        onLeave: () => {
          endLive(live);
          emit({ type: 'left', conversationId: id });
        },
      });
      live.customer = customer;
      return customer.open();
    },
    hear: (id, text) => liveOf(id)?.customer?.hear(text),
    setAgentTyping: (id, typing) => liveOf(id)?.customer?.setAgentTyping(typing),
    end: (id) => {
      const live = liveOf(id);
      if (live?.state === 'open') endLive(live);
    },
    close: (id) => {
      const live = liveOf(id);
      if (live?.state !== 'ended') return;
      live.state = 'closed';
      fillPause();
    },
    finish,
    stop,
  };
}
