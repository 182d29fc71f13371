import { isRecord } from '../outbox/is-record.ts';
import { asBytes } from '../outbox/vault/as-bytes.ts';

/** What a tab that was unlocked shows the others, so that each can judge by itself. */
export interface Proof {
  /** The password of the sign-in, as it was typed. */
  readonly typed?: string | undefined;
  /** Of what is kept. */
  readonly key?: Uint8Array<ArrayBuffer> | undefined;
}

/**
 * What tabs tell each other about the lock. `who`: is any locked? `lock`: locked, and whether that tab
 * knows what unlocks it. `attempt`: typed where nobody knows. `open`: unlocked. `active`: the agent is there.
 */
export type LockWord =
  | { readonly kind: 'who' | 'active' }
  | { readonly kind: 'lock'; readonly asks: boolean }
  | { readonly kind: 'attempt'; readonly typed: string }
  | ({ readonly kind: 'open' } & Proof);

/** @param word what was heard, perhaps from a newer desk; undefined for what is none of ours */
export function readLockWord(word: unknown): LockWord | undefined {
  if (!isRecord(word)) return undefined;
  const { kind } = word;
  const typed = typeof word['typed'] === 'string' ? word['typed'] : undefined;
  if (kind === 'who' || kind === 'active') return { kind };
  if (kind === 'lock') return { kind, asks: word['asks'] === true };
  if (kind === 'attempt') return typed === undefined ? undefined : { kind, typed };
  return kind === 'open' ? { kind, typed, key: asBytes(word['key']) } : undefined;
}
