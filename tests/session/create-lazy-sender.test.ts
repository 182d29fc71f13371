import { describe, expect, test } from 'vitest';
import { createLazySender } from '../../src/session/create-lazy-sender.ts';
import type { Sender } from '../../src/session/create-session.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { aConversation } from '../support/samples.ts';

/** A sender that writes down what is asked of it. */
const recorder = () => {
  const asked: string[] = [];
  const note =
    (name: string) =>
    (...values: readonly unknown[]) =>
      void asked.push([name, ...values].join(' '));
  const sender: Sender = {
    send: async ({ id }, text) => note('send')(id, text),
    takeBack: async (id) => {
      note('takeBack')(id);
      return `words of ${id}`;
    },
    clear: async (id) => {
      note('clear')(id);
      return true;
    },
    retry: note('retry'),
    online: note('online'),
    opened: note('opened'),
    closed: note('closed'),
    stop: note('stop'),
  };
  return { asked, sender };
};

/** One whose code comes, or fails to come, when the test says so. */
const setUp = () => {
  const clock = createFakeClock();
  const { asked, sender } = recorder();
  const tries: { come(): void; fail(): void }[] = [];
  const lazy = createLazySender(
    () =>
      new Promise((resolve, reject) => {
        tries.push({ come: () => resolve(sender), fail: () => reject(new Error('no link')) });
      }),
    clock,
  );
  return { clock, asked, tries, lazy };
};

const conversation = aConversation({ id: 'c' });

describe('before its code has come', () => {
  test('all that was asked is done in order once it is there, and nothing before', async () => {
    const { clock, asked, tries, lazy } = setUp();
    lazy.online(true);
    lazy.opened('c');
    const sent = lazy.send(conversation, 'Hello');
    lazy.retry('m');
    const words = lazy.takeBack('c');
    lazy.closed('c');
    lazy.online(false);
    await clock.advance(60_000);
    expect(asked).toEqual([]);
    tries[0]?.come();
    await sent;
    expect(await words).toBe('words of c');
    expect(asked).toEqual([
      'online true',
      'opened c',
      'send c Hello',
      'retry m',
      'takeBack c',
      'closed c',
      'online false',
    ]);
    expect(tries).toHaveLength(1);
  });

  test('a message counts as kept only when the real one has kept it', async () => {
    const { clock, tries, lazy } = setUp();
    let isKept = false;
    const sent = lazy.send(conversation, 'Hello').then(() => {
      isKept = true;
    });
    await clock.advance(60_000);
    expect(isKept).toBe(false);
    tries[0]?.come();
    await sent;
    expect(isKept).toBe(true);
  });

  test('a refusal of the real one reaches whoever asked', async () => {
    const { sender } = recorder();
    const broken: Sender = { ...sender, send: () => Promise.reject(new Error('broken')) };
    const lazy = createLazySender(async () => broken, createFakeClock());
    await expect(lazy.send(conversation, 'Hello')).rejects.toThrow('broken');
    await expect(lazy.send(conversation, 'Hello')).rejects.toThrow('broken');
  });
});

describe('code that fails to load', () => {
  test('is tried again every three seconds until it comes; what was asked still waits', async () => {
    const { clock, asked, tries, lazy } = setUp();
    void lazy.send(conversation, 'Hello');
    for (let count = 1; count <= 4; count += 1) {
      expect(tries).toHaveLength(count);
      tries[count - 1]?.fail();
      await clock.advance(2999);
      expect(tries).toHaveLength(count);
      await clock.advance(1);
    }
    tries[4]?.come();
    await clock.advance(0);
    expect(asked).toEqual(['send c Hello']);
    await clock.advance(60_000);
    expect(tries).toHaveLength(5);
  });

  test('is not tried again by a shift that is over', async () => {
    const { clock, tries, lazy } = setUp();
    lazy.stop();
    tries[0]?.fail();
    await clock.advance(60_000);
    expect(tries).toHaveLength(1);
    expect(clock.pending).toBe(0);
  });
});

test('stopped before its code has come: what was asked is still done, then it stops', async () => {
  const { clock, asked, tries, lazy } = setUp();
  void lazy.send(conversation, 'Hello');
  lazy.stop();
  expect(asked).toEqual([]);
  tries[0]?.come();
  await clock.advance(0);
  expect(asked).toEqual(['send c Hello', 'stop']);
});

test('once its code is there, everything goes straight through', async () => {
  const { clock, asked, tries, lazy } = setUp();
  tries[0]?.come();
  await clock.advance(0);
  lazy.online(true);
  expect(asked).toEqual(['online true']);
  expect(await lazy.takeBack('c')).toBe('words of c');
  lazy.stop();
  expect(asked).toEqual(['online true', 'takeBack c', 'stop']);
});
