import { describe, expect, test } from 'vitest';
import { createOutbox, type Outbox } from '../../src/outbox/outbox.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { createDisk } from './create-disk.ts';
import { message } from './send-loop-rig.ts';

const start = () => {
  const disk = createDisk();
  const clock = createFakeClock();
  const openTab = async () => {
    const outbox = createOutbox({ storage: disk.open(), clock });
    await outbox.loaded;
    const told: string[] = [];
    outbox.subscribe((_, { id, state, failure = '' }) => told.push(`${id} ${state} ${failure}`));
    return Object.assign(outbox, { told });
  };
  const stored = () => [...disk.rows.keys()];
  const send = async (outbox: Outbox, id: string) => {
    await outbox.add(message(id));
    await outbox.begin(id);
    await outbox.finish(id, true);
  };
  const ids = (outbox: Outbox) => outbox.unconfirmed('desk').map(({ id }) => id);
  return { clock, disk, ids, openTab, send, stored };
};

describe('what was sent and is not confirmed', () => {
  test('stays on the disk, over a reload too, and is not listed with what waits', async () => {
    const { ids, openTab, send, stored } = start();
    const outbox = await openTab();
    for (const id of ['1', '2']) await send(outbox, id);
    const reloaded = await openTab();
    for (const tab of [outbox, reloaded]) {
      expect(ids(tab)).toEqual(['1', '2']);
      expect(tab.list('desk')).toEqual([]);
    }
    expect(stored()).toEqual(['outbox/1', 'outbox/2']);
  });

  test('knows when it was first handed over, not when it was taken', async () => {
    const { clock, openTab } = start();
    const outbox = await openTab();
    await outbox.add(message('1'));
    await outbox.begin('1');
    const handedOver = clock.now();
    await clock.advance(1000);
    await outbox.begin('1');
    await clock.advance(1000);
    await outbox.finish('1', true);
    expect(outbox.unconfirmed('desk')).toMatchObject([{ sentAt: handedOver }]);
  });

  test('was not handed over when it had to be put back', async () => {
    const { clock, openTab } = start();
    const outbox = await openTab();
    await outbox.add(message('1'));
    await outbox.begin('1');
    await outbox.putBack('1');
    await clock.advance(1000);
    await outbox.begin('1');
    await outbox.finish('1', true);
    expect(outbox.unconfirmed('desk')).toMatchObject([{ sentAt: clock.now() }]);
  });

  test('goes with its receipt, even when that comes before the desk has said that it has it', async () => {
    const { openTab, send, stored } = start();
    const outbox = await openTab();
    await send(outbox, '1');
    await outbox.confirm('1');
    expect(stored()).toEqual([]);
    await outbox.add(message('2'));
    await outbox.begin('2');
    await outbox.confirm('2');
    expect(stored()).toEqual(['outbox/2']);
    await outbox.finish('2', true);
    expect(stored()).toEqual([]);
  });

  test('goes with its conversation', async () => {
    const { openTab, send, stored } = start();
    const outbox = await openTab();
    await send(outbox, '1');
    await outbox.drop('c');
    expect(stored()).toEqual([]);
  });
});

describe('a doubt', () => {
  test('is told once in each tab, however many tabs doubt', async () => {
    const { openTab, send } = start();
    const [first, second] = [await openTab(), await openTab()];
    await send(first, '1');
    await Promise.all([first.doubt('1'), second.doubt('1')]);
    for (const { told, list } of [first, second]) {
      expect(told.filter((line) => line === '1 failed unsure')).toHaveLength(1);
      expect(list('desk')).toMatchObject([{ id: '1', state: 'failed', failure: 'unsure' }]);
    }
  });

  test('is for what is unconfirmed only', async () => {
    const { openTab, stored } = start();
    const outbox = await openTab();
    await outbox.add(message('1'));
    await outbox.doubt('1');
    expect(outbox.list('desk')).toMatchObject([{ state: 'waiting' }]);
    await outbox.begin('1');
    await outbox.finish('1');
    await outbox.doubt('1');
    expect(stored()).toEqual([]);
  });

  test('ends with a receipt that comes late, also when it waits to be sent again', async () => {
    const { openTab, send, stored } = start();
    const outbox = await openTab();
    for (const id of ['1', '2']) {
      await send(outbox, id);
      await outbox.doubt(id);
    }
    await outbox.retry('2');
    for (const id of ['1', '2']) await outbox.confirm(id);
    expect(stored()).toEqual([]);
  });

  test('lets it be sent again as such, not taken back', async () => {
    const { openTab, send } = start();
    const outbox = await openTab();
    await send(outbox, '1');
    await outbox.doubt('1');
    expect(await outbox.takeBack('1')).toBeUndefined();
    await outbox.retry('1');
    expect(await outbox.takeBack('1')).toBeUndefined();
    expect(await outbox.begin('1')).toMatchObject({ id: '1', again: true });
    await outbox.finish('1', true);
    await outbox.doubt('1');
    expect(outbox.list('desk')).toMatchObject([{ id: '1', failure: 'unsure' }]);
  });

  test('of a failure that is certain, nothing is sent as again', async () => {
    const { openTab } = start();
    const outbox = await openTab();
    await outbox.add(message('1'));
    await outbox.begin('1');
    await outbox.fail('1', 'refused');
    await outbox.retry('1');
    expect((await outbox.begin('1'))?.again).toBeUndefined();
  });
});
