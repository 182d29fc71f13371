/** The account that was typed last, on this computer; never a password (A62). */
export interface RememberedAccount {
  /** Empty if there is none or the browser does not allow it. */
  read(): string;
  /** Keeps it; an empty one is forgotten. */
  write(account: string): void;
}

const key = 'harebell-account';

/** @param storage asked each time, as a browser that forbids storage throws on asking */
export function createRememberedAccount(
  storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
): RememberedAccount {
  return {
    read: () => {
      try {
        return storage().getItem(key) ?? '';
      } catch {
        return '';
      }
    },
    write: (account) => {
      try {
        if (account) storage().setItem(key, account);
        else storage().removeItem(key);
      } catch {
        // Forbidden or full: it is typed again next time.
      }
    },
  };
}
