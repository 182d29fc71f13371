import { expect, test } from 'vitest';
import type { Message } from '../../src/domain/message.ts';
import { createOutbox } from '../../src/outbox/outbox.ts';
import type { OutboxState } from '../../src/outbox/outbox-entry.ts';
import { toDeliveryFailure } from '../../src/outbox/to-delivery-failure.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { createDisk } from './create-disk.ts';
import { settle } from './settle.ts';

const start = () => {
  const disk = createDisk();
  const clock = createFakeClock();
  const openTab = async () => {
    const outbox = createOutbox({ storage: disk.open(), clock });
    await outbox.loaded;
    return outbox;
  };
  const stored = () => [...disk.rows.keys()];
  return { disk, clock, openTab, stored };
};

const message = (id: string, deskId = 'desk') => ({
  id,
  conversationId: 'c',
  text: id,
  language: 'en',
  deskId,
});

const entry = (id: string, at: number, state: OutboxState = 'waiting') => ({
  ...message(id),
  at,
  order: at,
  state,
});

test('a message is on the disk when adding it is done', async () => {
  const { openTab, stored } = start();
  await (await openTab()).add(message('1'));
  expect(stored()).toEqual(['outbox/1']);
});

test('the order of writing is kept: within a millisecond, across tabs, with the clock set back', async () => {
  const { disk, openTab } = start();
  const first = await openTab();
  const second = await openTab();
  await first.add(message('z'));
  await second.add(message('y'));
  await first.add(message('x'));
  const earlier = createOutbox({ storage: disk.open(), clock: createFakeClock(1_000_000) });
  await settle();
  const before = earlier.list('desk').map(({ id }) => id);
  expect(before).toEqual(['z', 'y', 'x']);
  await earlier.add(message('w'));
  expect(first.list('desk').map(({ id }) => id)).toEqual(['z', 'y', 'x', 'w']);
});

test('desks do not see each other', async () => {
  const { openTab } = start();
  const outbox = await openTab();
  await outbox.add(message('1', 'practice'));
  await outbox.add(message('2', 'live'));
  expect(outbox.list('live').map(({ id }) => id)).toEqual(['2']);
});

test('two tabs claim: what one has sent, the other cannot', async () => {
  const { openTab } = start();
  const first = await openTab();
  const second = await openTab();
  await first.add(message('1'));
  expect((await first.begin('1'))?.state).toBe('sending');
  await first.finish('1');
  expect(await second.begin('1')).toBeUndefined();
});

test('two tabs take back at the same time: one gets the words', async () => {
  const { openTab } = start();
  const first = await openTab();
  const second = await openTab();
  await first.add(message('1'));
  const words = await Promise.all([first.takeBack('1'), second.takeBack('1')]);
  expect(words.filter((text) => text === '1')).toHaveLength(1);
});

test('taking back and sending at the same time: never both', async () => {
  const { openTab } = start();
  const first = await openTab();
  const second = await openTab();
  await first.add(message('1'));
  const [begun, words] = await Promise.all([first.begin('1'), second.takeBack('1')]);
  expect([begun !== undefined, words !== undefined].filter(Boolean)).toHaveLength(1);
});

test('a failed message keeps its reason until it is tried again, and can be taken back', async () => {
  const { openTab } = start();
  const outbox = await openTab();
  await outbox.add(message('1'));
  await outbox.begin('1');
  await outbox.fail('1', 'too-long');
  expect(outbox.list('desk')[0]).toMatchObject({ state: 'failed', failure: 'too-long' });
  await outbox.retry('1');
  expect(outbox.list('desk')[0]).not.toHaveProperty('failure');
  await outbox.begin('1');
  await outbox.fail('1', 'refused');
  expect(await outbox.takeBack('1')).toBe('1');
  expect(outbox.list('desk')).toEqual([]);
});

test('leftovers are cleared away: half-finished steps and what failed 30 days ago; never a reply that waits, whatever the clock says', async () => {
  const { disk, clock, openTab, stored } = start();
  const day = 24 * 60 * 60 * 1000;
  for (const each of [
    entry('sent', clock.now(), 'sent'),
    entry('back', clock.now(), 'taken-back'),
    entry('old', clock.now() - 31 * day, 'failed'),
    entry('waits', clock.now() - 31 * day),
    entry('young', clock.now() - 29 * day),
    entry('wrong-clock', 0),
  ])
    disk.rows.set(`outbox/${each.id}`, each);
  const outbox = await openTab();
  expect(
    outbox
      .list('desk')
      .map(({ id }) => id)
      .sort(),
  ).toEqual(['waits', 'wrong-clock', 'young']);
  expect(stored()).toHaveLength(3);
});

test.each([
  [null],
  ['words'],
  [{ ...message('1') }],
  [{ ...message('1'), at: 1, order: '1', state: 'waiting' }],
  [{ ...message('1'), text: 5, at: 1, order: 1, state: 'waiting' }],
])('rubbish on the disk is not sent: %j', async (rubbish) => {
  const { disk, openTab } = start();
  disk.rows.set('outbox/1', rubbish);
  const outbox = await openTab();
  expect(outbox.list('desk')).toEqual([]);
  expect(await outbox.begin('1')).toBeUndefined();
});

test('a subscriber hears what was before and after, until it ends', async () => {
  const { openTab } = start();
  const outbox = await openTab();
  const heard: (Message['delivery'] | string | undefined)[][] = [];
  const end = outbox.subscribe((before, after) => heard.push([before?.state, after.state]));
  await outbox.add(message('1'));
  await outbox.begin('1');
  await outbox.putBack('1');
  end();
  await outbox.begin('1');
  expect(heard).toEqual([
    [undefined, 'waiting'],
    ['waiting', 'sending'],
    ['sending', 'waiting'],
  ]);
});

test('only what is about the message itself is a failure of the message', () => {
  expect(toDeliveryFailure({ kind: 'refused', reason: 'forbidden' })).toBe('refused');
  expect(toDeliveryFailure({ kind: 'too-long' })).toBe('too-long');
  expect(toDeliveryFailure({ kind: 'unknown-conversation' })).toBe('conversation-ended');
  expect(toDeliveryFailure({ kind: 'certificate' })).toBe('wait');
  expect(toDeliveryFailure({ kind: 'timeout' })).toBe('unsure');
});

test('a recording waits beside its words; if the disk has lost it, the words go alone', async () => {
  const { disk, clock, openTab } = start();
  const second = entry('2', clock.now() + 1);
  const sound = new Blob(['opus'], { type: 'audio/ogg' });
  await (await openTab()).add({ ...message('1'), attachment: { sound, seconds: 2 } });
  const again = await openTab();
  const kept = again.list('desk')[0]?.attachment;
  expect([await kept?.sound?.text(), kept?.seconds]).toEqual(['opus', 2]);
  disk.rows.set('outbox/2', { ...second, attachment: { sound: {}, seconds: 2 } });
  const later = await openTab();
  expect(later.list('desk').at(-1)).toEqual(second);
});
