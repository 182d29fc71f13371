/**
 * Where the connector keeps, over a reload, how far it has read and whom it serves. The keys are
 * its own (`xmpp:agent@example.org:…`); the values are short JSON. A failure to write is the
 * store's to report; the connector goes on in memory.
 */
export interface XmppStore {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string): Promise<void>;
}

/** A store for as long as the page is open. */
export function createMemoryStore(): XmppStore {
  const values = new Map<string, string>();
  return {
    get: async (key) => values.get(key),
    set: async (key, value) => {
      values.set(key, value);
    },
  };
}
