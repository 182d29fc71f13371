import { createRoot } from 'solid-js';
import { expect, onTestFinished, test } from 'vitest';
import { createOwnScenarios, type OwnScenarios } from '../../src/editor/create-own-scenarios.ts';
import type { DeskStorage } from '../../src/outbox/desk-storage.ts';
import { createDisk } from '../outbox/create-disk.ts';
import { createFakeClock } from '../support/fake-clock.ts';

const begin = async (storage: DeskStorage, clock = createFakeClock()) => {
  const { store, dispose } = createRoot((end): { store: OwnScenarios; dispose: () => void } => ({
    store: createOwnScenarios({ storage, clock }),
    dispose: end,
  }));
  onTestFinished(dispose);
  await store.loaded;
  return { store, dispose, clock };
};
const texts = (store: OwnScenarios) => store.list()?.map(({ text }) => text);

test('steady typing is on the disk 300 ms after its first key', async () => {
  const disk = createDisk();
  const { store, clock } = await begin(disk.open());
  const { id } = store.add('a');
  for (let typed = 'a'; typed.length < 5; ) {
    typed += 'b';
    store.write(id, typed);
    await clock.advance(100);
  }
  expect(JSON.stringify([...disk.rows])).toContain('abbb');
  expect(store.isPending(id)).toBe(true);
  await clock.advance(300);
  expect(JSON.stringify([...disk.rows])).toContain('abbbb');
  expect(store.isPending(id)).toBe(false);
});

test('what is typed goes to the disk when the page or the screen goes', async () => {
  const disk = createDisk();
  const { store, dispose } = await begin(disk.open());
  const { id } = store.add('a');
  store.write(id, 'hidden');
  dispatchEvent(new Event('pagehide'));
  await expect.poll(() => JSON.stringify([...disk.rows])).toContain('hidden');
  store.write(id, 'left');
  dispose();
  await expect.poll(() => JSON.stringify([...disk.rows])).toContain('left');
});

test('on a slow disk, a late echo of what was written does not bring old words back', async () => {
  const disk = createDisk();
  const fast = disk.open();
  const waiting: (() => void)[] = [];
  const slow: DeskStorage = {
    ...fast,
    put: (...write) =>
      new Promise<void>((resolve) => waiting.push(resolve)).then(() => fast.put(...write)),
  };
  const { store, clock } = await begin(slow);
  const { id } = store.add('a');
  for (const typed of ['ab', 'abc']) {
    store.write(id, typed);
    await clock.advance(300);
  }
  expect(waiting).toHaveLength(3);
  for (const go of waiting) {
    go();
    await clock.advance(0);
    expect(texts(store)).toEqual(['abc']);
  }
  expect(JSON.stringify([...disk.rows])).toContain('"abc"');
});

test('another tab is followed, but not over what is being typed here', async () => {
  const disk = createDisk();
  const [here, there] = [await begin(disk.open()), await begin(disk.open())];
  const { id } = there.store.add('theirs');
  await expect.poll(() => texts(here.store)).toEqual(['theirs']);
  here.store.write(id, 'ours');
  there.store.write(id, 'theirs again');
  await there.clock.advance(300);
  expect(texts(here.store)).toEqual(['theirs']);
  await here.clock.advance(300);
  await expect.poll(() => texts(there.store)).toEqual(['ours']);
  there.store.remove(id);
  await expect.poll(() => texts(here.store)).toEqual([]);
});
