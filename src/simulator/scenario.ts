import type { DialogueAct } from '../domain/run-report.ts';

/** What a line `keyword language: text` can hold in several languages. */
export type TextName =
  | 'title'
  | 'policy'
  | 'customer'
  | 'topic'
  | 'says'
  | 'again'
  | 'nudge'
  | 'leaves'
  | 'hint'
  /** What a picture shows. */
  | 'shows'
  | 'model';

/** Lines by language; `*` stands for every language. A `|` inside a line parts alternatives. */
export type Lines = Readonly<Record<string, readonly string[]>>;

/** The texts of a scenario, a chat or a beat. */
export type Texts = Readonly<Partial<Record<TextName, Lines>>>;

/** When a rule of a beat is followed. */
export type Condition = 'all' | 'some' | 'none' | 'silent' | 'angry';

/** How a chat can end by the script. */
export type Ending = 'solved' | 'left';

/** What the customer does: goes to a beat, ends, or (neither) stays; and the change of patience. */
export interface Rule {
  readonly go?: string;
  readonly end?: Ending;
  readonly stay?: boolean;
  readonly patience?: number;
}

/** One step of a customer: what is said, what is hoped for, what follows. */
export interface Beat {
  readonly id: string;
  readonly line: number;
  readonly texts: Texts;
  /** All of these are hoped for … */
  readonly want: readonly DialogueAct[];
  /** … and at least one of these. */
  readonly anyof: readonly DialogueAct[];
  /** Milliseconds that the customer waits for an answer before `silent`. */
  readonly within: number | undefined;
  readonly rules: Readonly<Partial<Record<Condition, Rule>>>;
  /** The chat ends here, after the agent's last words or a moment. */
  readonly end: Ending | undefined;
}

/** `key=value` in a language (`*` for all). */
export interface KeyValue {
  readonly language: string;
  readonly key: string;
  readonly value: string;
}

/** `first` before `second`; without `second`, `first` at some time. */
export interface Must {
  readonly rule: string;
  readonly first: DialogueAct;
  readonly second: DialogueAct | undefined;
}

/** An amount that an agent may state, and what it depends on. */
export interface Limit {
  readonly language: string;
  readonly text: string;
  /** Of each line of these (alternatives parted by `|`) one must have been said. */
  readonly conditions: readonly string[];
}

/** A message from before this chat. */
export interface EarlierMessage {
  readonly author: 'customer' | 'agent';
  readonly language: string;
  readonly text: string;
  /** Milliseconds before the start, for what was really written: to be shown as it is. */
  readonly ago?: number;
}

/** Milliseconds after the start, or when another chat reaches a beat. */
export type Arrival = number | { readonly chat: string; readonly beat: string };

/** One customer. */
export interface Chat {
  readonly id: string;
  readonly line: number;
  readonly texts: Texts;
  readonly patience: number;
  readonly arrives: Arrival | undefined;
  readonly facts: readonly KeyValue[];
  readonly labels: readonly KeyValue[];
  /** Facts that the desk knows beforehand. */
  readonly known: readonly string[];
  /** Facts that the agent must not write. */
  readonly private: readonly string[];
  readonly earlier: readonly EarlierMessage[];
  readonly musts: readonly Must[];
  readonly nevers: readonly string[];
  /** Left out when there is none: scenarios are part of the first screen. */
  readonly limits?: readonly Limit[] | undefined;
  /** The beat after which the agent may end the chat, if its reply did what it should. */
  readonly mayEnd?: string | undefined;
  /** Left out for `text`. */
  readonly channel?: 'rtt' | undefined;
  readonly beats: readonly Beat[];
}

/** A practice script (docs/scenarios.md). */
export interface Scenario {
  readonly id: string;
  readonly level: number;
  /** Primary subtags, the first one being the one to fall back on. */
  readonly languages: readonly string[];
  readonly seed: number;
  /** Whether silence costs patience. */
  readonly clock: 'soft' | 'off';
  readonly texts: Texts;
  readonly musts: readonly Must[];
  readonly nevers: readonly string[];
  readonly limits?: readonly Limit[] | undefined;
  readonly chats: readonly Chat[];
}
