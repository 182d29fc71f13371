import type { LanguageTag } from '../shared/language.ts';

/** What the agent's words do in a conversation (speech acts of customer service). */
export const dialogueActs = [
  'greet',
  'thank',
  'acknowledge',
  'close',
  'apologise',
  'empathise',
  'ask_order_number',
  'verify_identity',
  'ask_info',
  'confirm_details',
  'give_information',
  'state_unavailable',
  'state_policy',
  'refuse',
  'offer_resolution',
  'confirm_resolution',
  'set_expectation',
  'escalate',
  'offer_more_help',
] as const;

/** One of {@link dialogueActs}. */
export type DialogueAct = (typeof dialogueActs)[number];

/** A judgement: never a guess dressed up as a fact. */
export type Verdict = 'met' | 'not-met' | 'needs-review';

/** An act that was found, with the words that showed it. */
export interface FoundAct {
  readonly act: DialogueAct;
  readonly words: string;
}

/** One turn of the agent: what was hoped for and what was found. */
export interface TurnReport {
  readonly conversationId: string;
  readonly customerName: string;
  readonly beat: string;
  /** The customer's words that were answered. */
  readonly customerText: string;
  /** The agent's reply; empty when the customer waited in vain. */
  readonly reply: string;
  readonly expected: readonly DialogueAct[];
  readonly found: readonly FoundAct[];
  readonly missing: readonly DialogueAct[];
  readonly verdict: Verdict;
  /** A reply that would have done, in the conversation's language; may be empty. */
  readonly model: string;
  readonly hint: string;
  /** What a picture among the customer's words shows; empty or left out when there is none. */
  readonly shown?: string;
  /** Milliseconds from the customer's words to the reply. */
  readonly replyAfter: number | undefined;
  readonly language: LanguageTag;
}

/** How one practice customer went away. */
export interface ConversationReport {
  readonly conversationId: string;
  readonly customerName: string;
  readonly outcome: 'solved' | 'closed' | 'left';
  readonly patience: number;
  /** Reported, never scored. */
  readonly firstReplyAfter: number | undefined;
  readonly handlingTime: number;
}

/** A rule of the scenario or of a chat and how it was kept. */
export interface RuleReport {
  readonly kind: 'must' | 'never' | 'private' | 'fact' | 'may';
  /**
   * What it asks for: for `never` the phrases, for `private` what not to disclose, for `fact` what the
   * policy sheet says, for `may` the beat after which the agent may end the conversation; `may` is told
   * only where the agent did end it.
   */
  readonly rule: string;
  /** Of a `must`: the act that is due, and the one that it comes before, if any. */
  readonly acts?: readonly DialogueAct[];
  readonly verdict: Verdict;
  /** The words that broke it; empty when it was kept. */
  readonly words: string;
  /** Where in the report's `turns` it was broken; left out when it was kept, or in no turn. */
  readonly turn?: number;
}

/** What a practice run comes to; a debrief is made from it. */
export interface RunReport {
  readonly scenarioId: string;
  readonly title: string;
  readonly seed: number;
  readonly language: LanguageTag;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly conversations: readonly ConversationReport[];
  readonly turns: readonly TurnReport[];
  readonly rules: readonly RuleReport[];
}
