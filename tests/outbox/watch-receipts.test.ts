import { describe, expect, test } from 'vitest';
import { createOutbox } from '../../src/outbox/outbox.ts';
import { createReceiptWatch, receiptPatience } from '../../src/outbox/watch-receipts.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { createDisk, type Disk } from './create-disk.ts';
import { message } from './send-loop-rig.ts';
import { settle } from './settle.ts';

const setUp = async (options: { disk?: Disk; now?: number; customer?: string } = {}) => {
  const disk = options.disk ?? createDisk();
  const clock = createFakeClock(options.now);
  const storage = disk.open();
  const outbox = createOutbox({ storage, clock });
  await outbox.loaded;
  const server = { began: (clock.now() - 1000) as number | undefined, asked: 0 };
  const watch = createReceiptWatch({
    ...{ outbox, storage, deskId: 'desk', clock },
    startedAt: async () => {
      server.asked += 1;
      return server.began;
    },
  });
  const send = async (...ids: string[]) => {
    for (const id of ids) {
      await outbox.add(message(id, options.customer));
      await outbox.begin(id);
      await outbox.finish(id, true);
    }
  };
  const comes = async (id: string, conversationId = 'c') => {
    watch.delivered(conversationId, id);
    await settle();
  };
  /** The server dies, and another one begins a second later; the link comes back with it. */
  const restart = async () => {
    watch.online(false);
    await clock.advance(1000);
    server.began = clock.now();
    await clock.advance(1000);
    watch.online(true);
    await settle();
  };
  const wait = async (ms = receiptPatience) => {
    await clock.advance(ms);
    await settle();
  };
  const unsure = () =>
    outbox
      .list('desk')
      .filter(({ failure }) => failure === 'unsure')
      .map(({ id }) => id);
  return { clock, comes, disk, outbox, restart, send, server, unsure, wait, watch };
};

describe('after a server that has died', () => {
  test('what it had and nobody confirmed is doubted, in order, once a receipt had its time', async () => {
    const { comes, restart, send, unsure, wait } = await setUp();
    await send('1', '2', '3');
    await comes('1');
    await restart();
    await wait(receiptPatience - 1);
    expect(unsure()).toEqual([]);
    await wait(1);
    expect(unsure()).toEqual(['2', '3']);
  });

  test('a receipt that still comes takes the doubt away before it is one', async () => {
    const { comes, restart, send, unsure, wait } = await setUp();
    await send('1', '2', '3');
    await comes('1');
    await restart();
    await comes('2');
    await wait();
    expect(unsure()).toEqual(['3']);
  });

  test('what was sent to the new one is not doubted', async () => {
    const { comes, restart, send, unsure, wait } = await setUp();
    await send('1');
    await comes('1');
    await restart();
    await send('2');
    await wait();
    expect(unsure()).toEqual([]);
  });

  test('what is taken only after the archive was read is doubted a little later', async () => {
    const { clock, comes, outbox, restart, send, unsure, wait } = await setUp();
    await send('1');
    await comes('1');
    await outbox.add(message('2'));
    await outbox.begin('2');
    await restart();
    await wait();
    expect(unsure()).toEqual([]);
    await outbox.finish('2', true);
    await wait();
    expect(unsure()).toEqual(['2']);
    await wait();
    expect(clock.pending).toBe(0);
  });

  test('the desk that was loaded anew in between tells it too', async () => {
    const before = await setUp();
    await before.send('1', '2');
    await before.comes('1');
    const { restart, unsure, wait } = await setUp({
      disk: before.disk,
      now: before.clock.now() + 5000,
    });
    await restart();
    await wait();
    expect(unsure()).toEqual(['2']);
  });

  test('a link that is lost again meanwhile begins the wait anew', async () => {
    const { comes, restart, send, unsure, wait, watch } = await setUp();
    await send('1', '2');
    await comes('1');
    await restart();
    await wait(receiptPatience - 1);
    watch.online(false);
    await wait();
    expect(unsure()).toEqual([]);
    watch.online(true);
    await settle();
    await wait(receiptPatience - 1);
    expect(unsure()).toEqual([]);
    await wait(1);
    expect(unsure()).toEqual(['2']);
  });
});

describe('nothing is doubted', () => {
  test('of a customer whose program has never given a receipt', async () => {
    const { comes, restart, send, unsure, wait } = await setUp();
    await send('1');
    // Another customer's does.
    await comes('9', 'other');
    await restart();
    await wait();
    expect(unsure()).toEqual([]);
  });

  test('of a customer who came back with another program after the end', async () => {
    const { comes, outbox, restart, send, unsure, wait, watch } = await setUp();
    await send('1');
    await comes('1');
    watch.closed('c');
    await outbox.drop('c');
    await send('2');
    await restart();
    await wait();
    expect(unsure()).toEqual([]);
  });

  test('while the same server runs on, however long the desk was away', async () => {
    const { clock, comes, send, server, unsure, wait, watch } = await setUp();
    await send('1', '2');
    await comes('1');
    watch.online(false);
    await clock.advance(3_600_000);
    watch.online(true);
    await settle();
    await wait();
    expect(server.asked).toBe(1);
    expect(unsure()).toEqual([]);
  });

  test('where the server does not tell since when it runs', async () => {
    const { comes, send, server, unsure, wait, watch } = await setUp();
    await send('1', '2');
    await comes('1');
    server.began = undefined;
    watch.online(true);
    await settle();
    await wait();
    expect(unsure()).toEqual([]);
  });

  test('and nothing is asked where all was confirmed', async () => {
    const { comes, restart, send, server } = await setUp();
    await send('1');
    await comes('1');
    await restart();
    expect(server.asked).toBe(0);
  });
});

test('a desk that is left looks no more', async () => {
  const { clock, comes, restart, send, watch } = await setUp();
  await send('1', '2');
  await comes('1');
  await restart();
  watch.stop();
  expect(clock.pending).toBe(0);
});
