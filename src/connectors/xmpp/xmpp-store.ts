/**
 * Where the connector keeps, over a reload, how far it has read and whom it serves, and where the
 * tabs of one agent meet. The keys are its own (`xmpp:agent@example.org:…`); the values are short
 * JSON. A failure to write is the store's to report; the connector goes on in memory.
 */
export interface XmppStore {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string): Promise<void>;
  /** All whose keys begin with `prefix`, by the whole key. */
  all(prefix: string): Promise<readonly (readonly [string, string])[]>;
  /**
   * Reads and writes in one step that no other tab can come between.
   * @param change gives the new value, undefined to remove it, or the old one to leave it
   */
  update(key: string, change: (old: string | undefined) => string | undefined): Promise<void>;
  /** Calls `listener` with each key that was written, here or in another tab. */
  subscribe(listener: (key: string) => void): () => void;
}

/** A store for as long as the page is open. */
export function createMemoryStore(): XmppStore {
  const values = new Map<string, string>();
  const listeners = new Set<(key: string) => void>();
  const put = (key: string, value: string | undefined) => {
    if (value === undefined) values.delete(key);
    else values.set(key, value);
    for (const listener of [...listeners]) listener(key);
  };
  return {
    get: async (key) => values.get(key),
    set: async (key, value) => put(key, value),
    all: async (prefix) => [...values].filter(([key]) => key.startsWith(prefix)),
    update: async (key, change) => {
      const old = values.get(key);
      const next = change(old);
      if (next !== old) put(key, next);
    },
    subscribe: (listener) => {
      const entry = (key: string) => listener(key);
      listeners.add(entry);
      return () => listeners.delete(entry);
    },
  };
}
