import { afterEach, expect, test, vi } from 'vitest';
import { takeTurn } from '../../src/outbox/take-turn.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { createDisk } from './create-disk.ts';
import { settle } from './settle.ts';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** Tabs of a browser without Web Locks. */
const start = () => {
  const disk = createDisk();
  const clock = createFakeClock();
  const turns: string[] = [];
  const openTab = (tabId: string, locks?: LockManager) => {
    const storage = disk.open();
    const onTurn = (mine: boolean) => turns.push(`${tabId} ${mine ? 'has' : 'lost'} it`);
    const end = takeTurn({ name: 'send', locks, storage, clock, tabId, onTurn });
    ends.push(end);
    return { end, kill: () => storage.close() };
  };
  return { disk, clock, turns, openTab };
};

test('without Web Locks one tab has the turn, and keeps it', async () => {
  const { clock, turns, openTab } = start();
  openTab('a');
  await vi.waitFor(() => expect(turns).toEqual(['a has it']));
  openTab('b');
  await vi.waitFor(() => expect(clock.pending).toBe(2));
  for (let minute = 0; minute < 20; minute += 1) await clock.advance(60_000);
  expect(turns).toEqual(['a has it']);
});

test('a turn that is given back goes to the next tab', async () => {
  const { clock, turns, openTab } = start();
  const first = openTab('a');
  await vi.waitFor(() => expect(turns).toEqual(['a has it']));
  openTab('b');
  await vi.waitFor(() => expect(clock.pending).toBe(2));
  first.end();
  await clock.advance(10_000);
  expect(turns).toEqual(['a has it', 'b has it']);
});

test('the turn of a tab that died goes to the next one after 65 to 75 seconds', async () => {
  const { clock, turns, openTab } = start();
  const first = openTab('a');
  await vi.waitFor(() => expect(turns).toEqual(['a has it']));
  openTab('b');
  await vi.waitFor(() => expect(clock.pending).toBe(2));
  first.kill();
  await clock.advance(60_000);
  expect(turns).toEqual(['a has it']);
  await clock.advance(15_000);
  await settle();
  expect(turns).toEqual(['a has it', 'b has it']);
});

test('a tab that slept past its lease is told that it lost the turn', async () => {
  const { disk, clock, turns, openTab } = start();
  openTab('a');
  await vi.waitFor(() => expect(turns).toEqual(['a has it']));
  disk.rows.set('cursors/lease:send', { tabId: 'other', until: clock.now() + 60_000 });
  await clock.advance(10_000);
  expect(turns).toEqual(['a has it', 'a lost it']);
});

test('a lease from a clock that was ahead does not block for ever', async () => {
  const { disk, clock, turns, openTab } = start();
  disk.rows.set('cursors/lease:send', { tabId: 'gone', until: clock.now() + 9_000_000 });
  openTab('a');
  await vi.waitFor(() => expect(turns).toEqual(['a has it']));
});

test('locks that exist but are forbidden are replaced by the lease', async () => {
  const { turns, openTab } = start();
  const request = () => Promise.reject(new DOMException('opaque origin', 'SecurityError'));
  openTab('a', { request } as unknown as LockManager);
  await vi.waitFor(() => expect(turns).toEqual(['a has it']));
});

test('one that is given up before it came is never had', async () => {
  const { clock, turns, openTab } = start();
  openTab('a').end();
  openTab('b');
  await vi.waitFor(() => expect(turns).toEqual(['b has it']));
  await clock.advance(100_000);
  expect(turns).toEqual(['b has it']);
});
