/** How a conversation came out. */
export type Disposition = 'solved' | 'follow-up' | 'escalated' | 'no-answer' | 'not-solved';

/** What the agent leaves behind when a conversation is over. */
export interface WrapUp {
  readonly disposition: Disposition;
  readonly note: string;
  readonly tags: readonly string[];
}
