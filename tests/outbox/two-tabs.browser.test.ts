import { afterEach, describe, expect, test, vi } from 'vitest';
import type { OutboxEvent } from '../../src/domain/outbox-event.ts';
import { defaultSettings } from '../../src/domain/settings.ts';
import type { DeskStorage } from '../../src/outbox/desk-storage.ts';
import { createDrafts } from '../../src/outbox/drafts.ts';
import { openStorage } from '../../src/outbox/open-storage.ts';
import { createOutbox } from '../../src/outbox/outbox.ts';
import { createSendLoop } from '../../src/outbox/send-loop.ts';
import { loadSettings, readEarly, saveSettings } from '../../src/outbox/settings-store.ts';
import { systemClock } from '../../src/shared/clock.ts';
import { createId } from '../../src/shared/id.ts';
import { ok } from '../../src/shared/result.ts';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
  localStorage.clear();
});

const open = async (name: string): Promise<DeskStorage> => {
  const storage = await openStorage({
    name,
    onProblem: ({ kind }) => {
      throw new Error(`unexpected problem: ${kind}`);
    },
  });
  ends.push(() => storage.close());
  return storage;
};

/** A tab with its own connection to the database and to the desk. */
const openTab = async (name: string, tabId: string, locks: LockManager | undefined) => {
  const storage = await open(name);
  const outbox = createOutbox({ storage, clock: systemClock });
  await outbox.loaded;
  const sent: string[] = [];
  const events: OutboxEvent[] = [];
  const loop = createSendLoop({
    outbox,
    storage,
    deskId: name,
    tabId,
    clock: systemClock,
    locks,
    send: async ({ id }) => {
      sent.push(id);
      return ok(undefined);
    },
    emit: (event) => events.push(event),
  });
  ends.unshift(() => loop.stop());
  const write = (id: string) =>
    outbox.add({ id, conversationId: 'c', text: id, language: 'en', deskId: name });
  return { storage, outbox, sent, events, loop, write };
};

describe.each([
  ['with Web Locks', () => navigator.locks],
  ['without Web Locks', () => undefined],
])('two tabs %s', (_title, locks) => {
  test('one sends what both write, each once; both tell the same', async () => {
    const name = createId();
    const first = await openTab(name, 'a', locks());
    const second = await openTab(name, 'b', locks());
    first.loop.online(true);
    second.loop.online(true);
    const ids = Array.from({ length: 20 }, (_, index) => `m${String(index).padStart(2, '0')}`);
    for (const [index, id] of ids.entries()) await (index % 2 ? second : first).write(id);
    const sentIn = (tab: typeof first) =>
      tab.events.filter(({ type }) => type === 'message.sent').length;
    await vi.waitFor(() => expect([sentIn(first), sentIn(second)]).toEqual([20, 20]), 5000);
    expect([...first.sent, ...second.sent].toSorted()).toEqual(ids);
    expect(Math.min(first.sent.length, second.sent.length)).toBe(0);
    expect(await first.storage.all('outbox')).toEqual([]);
  });

  test('what waited through a reload is sent once, in order', async () => {
    const name = createId();
    const before = await openTab(name, 'a', locks());
    for (const id of ['z', 'y', 'x']) await before.write(id);
    before.loop.stop();
    before.storage.close();
    const after = await openTab(name, 'b', locks());
    expect(after.outbox.list(name).map(({ id }) => id)).toEqual(['z', 'y', 'x']);
    after.loop.online(true);
    await vi.waitFor(() => expect(after.sent).toEqual(['z', 'y', 'x']), 5000);
  });
});

describe('leaving the page', () => {
  /** Runs `start` in a page of the same origin and takes that page away at once. */
  const inPage = async (start: (page: Window) => Promise<void>) => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const page = frame.contentWindow;
    if (!page) throw new Error('no window');
    await start(page);
    frame.remove();
  };

  test('A43: a draft typed right before the page goes is there on the next', async () => {
    const name = createId();
    await inPage(async (page) => {
      const storage = await openStorage({
        name,
        factory: page.indexedDB,
        onProblem: () => undefined,
      });
      const drafts = createDrafts({
        storage,
        clock: systemClock,
        delay: 60_000,
        onHidden: (task) => {
          page.addEventListener('pagehide', task);
          return () => undefined;
        },
      });
      await drafts.loaded;
      drafts.set('c', { text: 'the last words', selectionStart: 3, selectionEnd: 3 });
    });
    const drafts = createDrafts({ storage: await open(name), clock: systemClock });
    await drafts.loaded;
    expect(drafts.get('c')).toEqual({ text: 'the last words', selectionStart: 3, selectionEnd: 3 });
  });

  test('A43: hiding the page is enough, as on a phone', async () => {
    const name = createId();
    const storage = await open(name);
    const drafts = createDrafts({ storage, clock: systemClock, delay: 60_000 });
    await drafts.loaded;
    drafts.set('c', { text: 'hidden', selectionStart: 0, selectionEnd: 0 });
    const hidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    hidden.mockRestore();
    await vi.waitFor(async () =>
      expect(await storage.get('drafts', 'c')).toMatchObject({ text: 'hidden' }),
    );
  });
});

describe('settings', () => {
  test('language, theme and text size are known before the database is', async () => {
    const storage = await open(createId());
    expect(readEarly()).toEqual({});
    const settings = {
      ...defaultSettings,
      language: 'zh-CN',
      theme: 'dark',
      textSize: 150,
    } as const;
    await saveSettings(storage, settings);
    expect(readEarly()).toEqual({ language: 'zh-CN', theme: 'dark', textSize: 150 });
    expect(await loadSettings(storage)).toEqual({ ok: true, value: settings });
  });

  test.each(['{"theme":"pink","textSize":"big","language":7}', 'rubbish', 'null', '[]'])(
    'rubbish in its place (%s) is nothing',
    (rubbish) => {
      localStorage.setItem('harebell-early', rubbish);
      expect(readEarly()).toEqual({});
    },
  );

  test('a browser that forbids it only loses the first paint', async () => {
    const storage = await open(createId());
    const forbidden = () => {
      throw new DOMException('no', 'SecurityError');
    };
    const spies = [
      vi.spyOn(Storage.prototype, 'getItem').mockImplementation(forbidden),
      vi.spyOn(Storage.prototype, 'setItem').mockImplementation(forbidden),
    ];
    expect(readEarly()).toEqual({});
    expect(await saveSettings(storage, defaultSettings)).toBe(true);
    for (const spy of spies) spy.mockRestore();
  });
});
