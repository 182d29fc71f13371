import { createSignal } from 'solid-js';
import { bringKey } from '../outbox/vault/bring-key.ts';
import type { SharedLock } from '../session/desk-lock.ts';
import { openTabLine } from '../session/open-tab-line.ts';
import type { Workspace } from '../session/workspace.ts';
import { lockDesk } from './lock-desk.tsx';
import { type Proof, readLockWord } from './lock-words.ts';

/** How long another tab may take to judge what was typed, in milliseconds: one that is hidden is slow. */
const patience = 3000;
/** How often the others are told that the agent is there, in milliseconds. */
const often = 5000;

/**
 * One lock for all tabs of a desk: what locks one locks all, also those that are opened later, and what
 * unlocks one unlocks all. No tab takes another one's word for it if it can judge by itself.
 */
export function shareLock(workspace: Workspace): SharedLock {
  const { storage, lock, clock, allSentences } = workspace;
  const { door } = storage;
  const line = openTabLine(`lock:${door.name}`);
  const [asksElsewhere, setAsksElsewhere] = createSignal(false);
  let unlock: ((isQuiet: boolean) => void) | undefined;
  let onAnswer: (() => void) | undefined;
  // Another tab is locked; this one will be as soon as it has the words for it.
  let isFollowed = false;
  let toldAt = Number.NEGATIVE_INFINITY;

  const asks = () => lock.check !== undefined || door.locks !== undefined;
  const end = (isQuiet: boolean) => {
    unlock?.(isQuiet);
    unlock = undefined;
    isFollowed = false;
    setAsksElsewhere(false);
  };
  const open = (proof: Proof, isQuiet: boolean) => {
    end(isQuiet);
    // Whom the key opens has no use for a word; the others compare.
    line.tell({ kind: 'open', ...proof, key: door.key });
  };
  const begin = (isQuiet: boolean) => {
    if (lock.isLocked()) return;
    unlock = lockDesk(workspace, {
      asksElsewhere,
      isQuiet,
      open: (typed) => open({ typed: typed && lock.check?.(typed) ? typed : undefined }, false),
      attemptElsewhere: (typed) =>
        new Promise((resolve) => {
          const answer = (isRight: boolean) => {
            cancel();
            onAnswer = undefined;
            resolve(isRight);
          };
          const cancel = clock.after(patience, () => answer(false));
          onAnswer = () => answer(true);
          line.tell({ kind: 'attempt', typed });
        }),
    });
    // One that follows tells whether it knows more than who locked.
    if (unlock && (!isQuiet || asks())) line.tell({ kind: 'lock', asks: asks() });
  };
  const isProven = ({ typed, key }: Proof) =>
    asks() ? (typed !== undefined && lock.check?.(typed)) || bringKey(door, key) : true;
  const follow = async () => {
    await allSentences();
    if (isFollowed) begin(true);
  };

  const shared: SharedLock = {
    lock: () => void allSentences().then(() => begin(false)),
    active: () => {
      const now = performance.now();
      if (now - toldAt < often) return;
      toldAt = now;
      line.tell({ kind: 'active' });
    },
    onActive: () => {},
    close: line.close,
  };
  line.listen((heard) => {
    const word = readLockWord(heard);
    if (word?.kind === 'active') shared.onActive();
    if (word?.kind === 'lock') {
      if (word.asks) setAsksElsewhere(true);
      isFollowed = true;
      void follow();
    }
    if (word?.kind === 'open') isFollowed = false;
    if (!unlock) return;
    if (word?.kind === 'who') line.tell({ kind: 'lock', asks: asks() || asksElsewhere() });
    if (word?.kind === 'attempt' && lock.check?.(word.typed)) open({ typed: word.typed }, true);
    if (word?.kind !== 'open' || !isProven(word)) return;
    if (onAnswer) return onAnswer();
    end(true);
  });
  line.tell({ kind: 'who' });
  return shared;
}
