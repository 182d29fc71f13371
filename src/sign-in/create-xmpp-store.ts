import type { XmppStore } from '../connectors/xmpp/xmpp-store.ts';
import type { DeskStorage } from '../outbox/desk-storage.ts';

const toText = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** What a live connector keeps, on the disk of the desk, which all tabs share. */
export const createXmppStore = (storage: DeskStorage): XmppStore => ({
  get: async (key) => toText(await storage.get('cursors', key)),
  set: async (key, value) => void (await storage.put('cursors', key, value)),
  all: async (prefix) => {
    const rows = await storage.all('cursors');
    return rows.flatMap(([key, value]) =>
      key.startsWith(prefix) && typeof value === 'string' ? [[key, value] as const] : [],
    );
  },
  update: async (key, change) =>
    void (await storage.update('cursors', key, (old) => change(toText(old)))),
  subscribe: (listener) => storage.subscribe('cursors', (key) => listener(key)),
});
