/** Why what was kept on a shared computer has been wiped. */
export const wipeReasons = ['wiped', 'wiped-idle', 'session-over'] as const;

/** One of {@link wipeReasons}. */
export type WipeReason = (typeof wipeReasons)[number];

const halfKey = 'harebell-half';
const reasonKey = 'harebell-wiped';

/** What the browser keeps for as long as this tab is open. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * One half of a key that lives no longer than the tab, and why there is none any more.
 * Where the browser allows none, it lives until the next reload.
 */
export interface SessionHalf {
  read(): Uint8Array<ArrayBuffer> | undefined;
  write(half: Uint8Array): void;
  /** Forgets it: it is of a shift that is over. */
  drop(): void;
  /** Forgets it, and keeps why for the next start. */
  forget(reason: WipeReason): void;
  /** Why; it is told once. */
  takeReason(): WipeReason | undefined;
  /** Why, without forgetting it. */
  reason(): WipeReason | undefined;
}

/** @param storage asked each time, as a browser that forbids storage throws on asking */
export function createSessionHalf(storage: () => TabStorage = () => sessionStorage): SessionHalf {
  const attempt = <T>(act: (at: TabStorage) => T): T | undefined => {
    try {
      return act(storage());
    } catch {
      return undefined;
    }
  };
  const drop = () => {
    attempt((at) => at.removeItem(halfKey));
  };
  const reason = () => {
    const found = attempt((at) => at.getItem(reasonKey));
    return wipeReasons.find((each) => each === found);
  };
  return {
    read: () => {
      const digits = attempt((at) => at.getItem(halfKey));
      if (!digits || !/^([0-9a-f]{2}){32}$/.test(digits)) return undefined;
      return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
    },
    write: (half) => {
      const digits = Array.from(half, (byte) => byte.toString(16).padStart(2, '0')).join('');
      attempt((at) => at.setItem(halfKey, digits));
    },
    drop,
    forget: (why) => {
      drop();
      attempt((at) => at.setItem(reasonKey, why));
    },
    takeReason: () => {
      const found = reason();
      attempt((at) => at.removeItem(reasonKey));
      return found;
    },
    reason,
  };
}
