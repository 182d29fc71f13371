import type { DialogueAct, FoundAct, TurnReport } from '../domain/run-report.ts';
import type { Clock } from '../shared/clock.ts';
import { type LanguageTag, primaryLanguage } from '../shared/language.ts';
import type { Random } from '../shared/random.ts';
import { defaults, defaultWithin, farewell } from './beat-defaults.ts';
import type { DetectActs } from './create-act-detector.ts';
import { readingTime, typingTime } from './human-timing.ts';
import { judgeTurn } from './judge-turn.ts';
import type { Beat, Chat, Condition, Ending, Rule, Scenario, TextName } from './scenario.ts';
import { alternatives, linesOf } from './texts-of.ts';
import { voiceMark } from './voice-mark.ts';

/** What a customer needs to live. */
export interface CustomerOptions {
  readonly scenario: Scenario;
  readonly chat: Chat;
  readonly conversationId: string;
  readonly name: string;
  readonly language: LanguageTag;
  readonly random: Random;
  readonly clock: Clock;
  readonly detect: DetectActs;
  /** 0: silence never costs patience; 2: the customer waits twice as long. */
  readonly timing: () => number;
  readonly onSay: (text: string) => void;
  readonly onTyping: (typing: boolean) => void;
  readonly onBeat: (beat: string) => void;
  /** The customer has gone. */
  readonly onLeave: () => void;
}

/** How it stands with a customer. */
export interface CustomerState {
  readonly outcome: Ending | undefined;
  readonly patience: number;
  readonly turns: readonly TurnReport[];
  readonly replies: readonly { readonly text: string; readonly acts: readonly FoundAct[] }[];
  readonly firstReplyAfter: number | undefined;
}

/** One scripted customer in one chat. */
export interface Customer {
  /** Begins; gives the first words, the others are typed. */
  open(): string;
  hear(text: string): void;
  setAgentTyping(typing: boolean): void;
  /** The agent ended the chat, or the run is over. */
  stop(): void;
  state(): CustomerState;
  /** What the scenario advises now; nothing once the chat is over, or where it has no advice. */
  hint(): string | undefined;
}

/** Makes a customer who follows the beats of a chat. */
export function createCustomer(options: CustomerOptions): Customer {
  const { scenario, chat, language, random, clock } = options;
  const speaker = { scenario, chat, language: primaryLanguage(language) };
  const turns: TurnReport[] = [];
  const replies: { text: string; acts: readonly FoundAct[] }[] = [];
  const failures = new Map<string, number>();
  const used = new Set<string>();
  const [first] = chat.beats;
  if (!first) throw new Error(`Chat "${chat.id}" has no beat.`);
  let beat: Beat = first;
  let patience = chat.patience;
  let outcome: Ending | undefined;
  let over = false;
  let speaking = false;
  let agentTyping = false;
  let cancel = () => {};
  // The turn that is going on.
  let heard: string[] = [];
  let said: string[] = [];
  let acts: FoundAct[] = [];
  let found = new Set<DialogueAct>();
  let askedAt: number | undefined;
  let lastSaid = '';
  let repliedAt: number | undefined;
  let firstReplyAfter: number | undefined;
  const later = (ms: number, task: () => void) => {
    cancel();
    cancel = clock.after(ms, task);
  };
  const pick = (line: string): string => {
    const all = alternatives(line, speaker);
    const fresh = all.filter((each) => !used.has(each));
    const from = fresh.length > 0 ? fresh : all;
    const text = from[Math.floor(random() * from.length)] ?? '';
    used.add(text);
    return text;
  };
  /** The nearest text of that name: the beat's, the chat's, the scenario's. */
  const nearest = (name: TextName): readonly string[] =>
    [beat, chat, scenario]
      .map(({ texts }) => linesOf(texts, name, speaker))
      .find((lines) => lines.length > 0) ?? [];
  const written = (name: TextName): string =>
    linesOf(beat.texts, name, speaker)
      .map((line) => alternatives(line, speaker)[0])
      .join(' ');
  const say = (text: string) => {
    askedAt ??= clock.now();
    said.push(text.replace(voiceMark, ''));
  };
  const speak = (lines: readonly string[], done: () => void, index = 0): void => {
    const text = index < lines.length ? pick(lines[index] ?? '') : '';
    if (!text) {
      speaking = false;
      done();
      return;
    }
    speaking = true;
    later(Math.round(300 + random() * 700), () => {
      options.onTyping(true);
      later(typingTime(text, random), () => {
        options.onTyping(false);
        // What is answered to the last line is an answer, however fast it comes.
        speaking = index + 1 < lines.length;
        say(text);
        options.onSay(text);
        speak(lines, done, index + 1);
      });
    });
  };
  const leave = (as: Ending) => {
    outcome = as;
    over = true;
    cancel();
    options.onLeave();
  };
  const hint = () => written('hint');
  const endTurn = (silent = false) => {
    if (said.length > 0) lastSaid = said.join('\n');
    const { missing, verdict } = judgeTurn(beat, found, heard.join(' '));
    const expected = [...beat.want, ...beat.anyof];
    turns.push({
      conversationId: options.conversationId,
      customerName: options.name,
      beat: beat.id,
      customerText: lastSaid,
      reply: heard.join('\n'),
      expected,
      found: acts,
      missing,
      verdict: silent && expected.length > 0 ? 'not-met' : verdict,
      model: written('model'),
      hint: hint(),
      shown: written('shows'),
      // Words that came while the customer still typed were there at once.
      replyAfter:
        heard.length > 0 ? (repliedAt ?? 0) - (repliedAt ? (askedAt ?? repliedAt) : 0) : undefined,
      language,
    });
    heard = [];
    said = [];
    acts = [];
    askedAt = undefined;
    repliedAt = undefined;
  };

  /** Waits for the agent; typing is an answer on its way, for up to ten times as long. */
  const wait = (since = clock.now(), held = 0) => {
    const within = beat.within ?? (beat.end ? farewell : defaultWithin);
    later(held > 0 ? 5000 : within, () => {
      const factor = beat.end ? 1 : options.timing();
      const waited = clock.now() - since;
      const off = !beat.end && (factor === 0 || scenario.clock === 'off');
      if (off || waited < within * factor || (agentTyping && waited < within * 10)) {
        wait(since, 1);
      } else react('silent');
    });
  };
  const settle = () => {
    const done = judgeTurn(beat, found, '').condition === 'all';
    if (beat.end && beat.want.length + beat.anyof.length === 0) {
      later(2500, () => leave(beat.end ?? 'solved'));
    } else if (heard.length > 0 && (done || repliedAt !== undefined)) {
      later(readingTime(heard.join(' ')) + (done ? 0 : 4000), answer);
    } else wait();
  };
  const enter = (next: Beat) => {
    beat = next;
    found = new Set(acts.map(({ act }) => act));
    options.onBeat(beat.id);
    speak(linesOf(beat.texts, 'says', speaker), settle);
  };
  const follow = (rule: Rule, forward: boolean) => {
    if (rule.end === 'solved') leave('solved');
    else if (rule.end) farewellWords();
    else {
      const target = chat.beats.find(({ id }) => id === rule.go);
      const next = target ?? (forward ? chat.beats[chat.beats.indexOf(beat) + 1] : undefined);
      if (next) enter(next);
      else leave('solved');
    }
  };
  const farewellWords = () => speak(nearest('leaves'), () => leave('left'));
  function react(condition: Condition, softened = false): void {
    const ending = beat.end;
    if (ending) {
      endTurn(condition === 'silent');
      leave(ending);
      return;
    }
    let rule = beat.rules[condition] ?? defaults[condition];
    const change = rule.patience ?? (condition === 'all' ? 0 : (defaults[condition].patience ?? 0));
    patience = Math.min(
      Math.max(100, chat.patience),
      patience + Math.round(softened ? change / 2 : change),
    );
    if (condition === 'all') {
      endTurn();
      follow(beat.rules.all?.stay ? {} : rule, true);
      return;
    }
    const failed = (failures.get(beat.id) ?? 0) + (condition === 'silent' ? 0 : 1);
    failures.set(beat.id, failed);
    const { angry, all } = beat.rules;
    const furious = angry && patience <= chat.patience / 3 && !used.has('#angry');
    if (furious) {
      used.add('#angry');
      rule = angry;
      patience += angry.patience ?? 0;
    }
    const moves =
      Boolean(rule.end) || chat.beats.some(({ id }) => id === rule.go && id !== beat.id);
    if (condition !== 'silent') endTurn();
    else if (moves || patience <= 0) endTurn(true);
    if (patience <= 0) farewellWords();
    // Twice is enough: a customer does not ask for ever, and an agent is not stuck on what the detector fails to see.
    else if (failed >= 2 && condition !== 'silent' && !furious) follow(all ?? {}, true);
    else if (moves) follow(rule, false);
    else stay(condition);
  }
  const stay = (condition: Condition) => {
    const name = condition === 'silent' ? 'nudge' : 'again';
    const lines = nearest(name);
    const own = linesOf(beat.texts, 'says', speaker);
    const again = own.filter((line) => alternatives(line, speaker).some((each) => !used.has(each)));
    // One of them at a time; a customer who has no words for it waits in silence.
    const line =
      lines[Math.floor(random() * lines.length)] ?? (name === 'again' ? again[0] : undefined);
    speak(line ? [line] : [], () => {
      askedAt ??= clock.now();
      settle();
    });
  };
  function answer(): void {
    if (agentTyping && clock.now() - (repliedAt ?? 0) < 30_000) {
      later(1500, answer);
      return;
    }
    const { condition, verdict } = judgeTurn(beat, found, heard.join(' '));
    react(condition, verdict === 'needs-review');
  }

  return {
    open: () => {
      options.onBeat(beat.id);
      const [opening, ...rest] = linesOf(beat.texts, 'says', speaker);
      const text = pick(opening ?? '');
      say(text);
      speak(rest, settle);
      return text;
    },
    hear: (text) => {
      const now = options.detect(text, language);
      replies.push({ text, acts: now });
      if (over) return;
      heard.push(text);
      acts.push(...now.filter(({ act }) => !acts.some((known) => known.act === act)));
      for (const { act } of now) found.add(act);
      if (askedAt !== undefined) {
        repliedAt ??= clock.now();
        firstReplyAfter ??= repliedAt - askedAt;
      }
      if (!speaking) later(readingTime(text), answer);
    },
    setAgentTyping: (typing) => {
      agentTyping = typing;
    },
    stop: () => {
      if (!over && heard.length > 0) endTurn();
      if (!over && beat.end) outcome = beat.end;
      over = true;
      cancel();
    },
    hint: () => (over ? '' : hint()) || undefined,
    state: () => ({ outcome, patience: Math.max(0, patience), turns, replies, firstReplyAfter }),
  };
}
