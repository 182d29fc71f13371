import { describe, expect, test } from 'vitest';
import type { ConnectorError } from '../../src/domain/connector-error.ts';
import type { OutboxEvent } from '../../src/domain/outbox-event.ts';
import { createOutbox } from '../../src/outbox/outbox.ts';
import type { OutboxMessage } from '../../src/outbox/outbox-entry.ts';
import { createSendLoop } from '../../src/outbox/send-loop.ts';
import { err, ok, type Result } from '../../src/shared/result.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { createDisk } from './create-disk.ts';
import { createLocks } from './create-locks.ts';
import { settle } from './settle.ts';

const message = (id: string, conversationId = 'c') => ({
  id,
  conversationId,
  text: `text of ${id}`,
  language: 'en',
  deskId: 'desk',
});

type Send = (message: OutboxMessage) => Promise<Result<void, ConnectorError>>;

const start = (overrides: { send?: Send } = {}) => {
  const disk = createDisk();
  const clock = createFakeClock();
  const locks = createLocks();
  const sent: string[] = [];
  const taken: Send = async ({ id }) => {
    sent.push(id);
    return ok(undefined);
  };
  const openTab = (tabId: string, send: Send = overrides.send ?? taken) => {
    const storage = disk.open();
    const outbox = createOutbox({ storage, clock });
    const events: OutboxEvent[] = [];
    const loop = createSendLoop({
      outbox,
      storage,
      deskId: 'desk',
      tabId,
      clock,
      locks: locks.of(tabId),
      send,
      emit: (event) => events.push(event),
    });
    const kill = () => {
      storage.close();
      locks.kill(tabId);
    };
    return { outbox, loop, events, kill, types: () => events.map(({ type }) => type) };
  };
  return { disk, clock, locks, sent, taken, openTab };
};

describe('sending', () => {
  test('a message is queued, sent and then out of the outbox and off the disk', async () => {
    const { disk, sent, openTab } = start();
    const tab = openTab('a');
    tab.loop.online(true);
    await tab.outbox.add(message('1'));
    await settle();
    expect(sent).toEqual(['1']);
    expect(tab.types()).toEqual(['message.queued', 'message.sending', 'message.sent']);
    expect(tab.outbox.list('desk')).toEqual([]);
    expect([...disk.rows.keys()].filter((key) => key.startsWith('outbox/'))).toEqual([]);
  });

  test('the queued event carries the message as the transcript shows it', async () => {
    const { clock, openTab } = start();
    const tab = openTab('a');
    await tab.outbox.add(message('1'));
    expect(tab.events).toEqual([
      {
        type: 'message.queued',
        message: {
          id: '1',
          conversationId: 'c',
          author: 'agent',
          text: 'text of 1',
          language: 'en',
          at: clock.now(),
          delivery: 'waiting',
        },
      },
    ]);
  });

  test('nothing is handed over while there is no link; then all goes in order', async () => {
    const { sent, clock, openTab } = start();
    const tab = openTab('a');
    for (const id of ['1', '2', '3']) await tab.outbox.add(message(id));
    await clock.advance(60_000);
    expect(sent).toEqual([]);
    tab.loop.online(true);
    await settle();
    expect(sent).toEqual(['1', '2', '3']);
  });

  test('one message of a conversation at a time, conversations side by side', async () => {
    const open: [string, (result: Result<void, ConnectorError>) => void][] = [];
    const send: Send = ({ id }) => new Promise((resolve) => open.push([id, resolve]));
    const { openTab } = start({ send });
    const tab = openTab('a');
    tab.loop.online(true);
    await tab.outbox.add(message('1', 'c'));
    await tab.outbox.add(message('2', 'c'));
    await tab.outbox.add(message('3', 'd'));
    await settle();
    expect(open.map(([id]) => id)).toEqual(['1', '3']);
    open[0]?.[1](ok(undefined));
    await settle();
    expect(open.map(([id]) => id)).toEqual(['1', '3', '2']);
  });

  test('only messages of its own desk are sent', async () => {
    const { sent, openTab } = start();
    const tab = openTab('a');
    tab.loop.online(true);
    await tab.outbox.add({ ...message('1'), deskId: 'another' });
    await settle();
    expect(sent).toEqual([]);
    expect(tab.events).toEqual([]);
  });
});

describe('failing', () => {
  test.each(['not-connected', 'unreachable', 'replaced'] as const)(
    '%s: the message waits and goes when there is a link again',
    async (kind) => {
      const answers: Result<void, ConnectorError>[] = [err({ kind }), ok(undefined)];
      const { openTab } = start({ send: async () => answers.shift() ?? ok(undefined) });
      const tab = openTab('a');
      tab.loop.online(true);
      await tab.outbox.add(message('1'));
      await settle();
      expect(tab.types()).toEqual(['message.queued', 'message.sending', 'message.waiting']);
      tab.loop.online(false);
      tab.loop.online(true);
      await settle();
      expect(tab.types().slice(3)).toEqual(['message.sending', 'message.sent']);
      expect(answers).toEqual([]);
    },
  );

  test('with the link up it is tried again after 1, 2, 4 … seconds, at most every 30', async () => {
    const tries: number[] = [];
    const run = start();
    const tab = run.openTab('a', async () => {
      tries.push(run.clock.now());
      return err({ kind: 'not-connected' });
    });
    tab.loop.online(true);
    await tab.outbox.add(message('1'));
    for (let second = 0; second < 100; second += 1) {
      await settle();
      await run.clock.advance(1000);
    }
    const gaps = tries.slice(1).map((at, index) => (at - (tries[index] ?? 0)) / 1000);
    expect(gaps.slice(0, 7)).toEqual([1, 2, 4, 8, 16, 30, 30]);
  });

  test('a refusal stops that message only, is told with its reason, and can be tried again', async () => {
    let refuse = true;
    const run = start();
    const tab = run.openTab('a', async (outgoing) =>
      outgoing.id === '2' && refuse ? err({ kind: 'too-long' }) : run.taken(outgoing),
    );
    tab.loop.online(true);
    for (const id of ['1', '2', '3']) await tab.outbox.add(message(id));
    await settle();
    expect(run.sent).toEqual(['1', '3']);
    expect(tab.events).toContainEqual({
      type: 'message.failed',
      conversationId: 'c',
      messageId: '2',
      failure: 'too-long',
    });
    refuse = false;
    tab.loop.retry('2');
    await settle();
    expect(run.sent).toEqual(['1', '3', '2']);
    expect(tab.outbox.list('desk')).toEqual([]);
  });

  test('a connector that never answers does not hold the desk for ever; the id stays', async () => {
    const ids: string[] = [];
    const run = start();
    const tab = run.openTab('a', (outgoing) => {
      ids.push(outgoing.id);
      return ids.length === 1 ? new Promise(() => {}) : run.taken(outgoing);
    });
    tab.loop.online(true);
    await tab.outbox.add(message('1'));
    await settle();
    await run.clock.advance(30_000);
    await settle();
    // What may have arrived can no longer be taken back.
    expect(await tab.outbox.takeBack('1')).toBeUndefined();
    await run.clock.advance(1000);
    await settle();
    expect(ids).toEqual(['1', '1']);
    expect(tab.types()).toEqual(['message.queued', 'message.sending', 'message.sent']);
  });
});

describe('A18: the undo window', () => {
  test('a held message is not sent before its time, and those after it wait', async () => {
    const { sent, clock, openTab } = start();
    const tab = openTab('a');
    tab.loop.online(true);
    await tab.outbox.add({ ...message('1'), holdUntil: clock.now() + 5000 });
    await tab.outbox.add(message('2'));
    await tab.outbox.add(message('3', 'd'));
    await settle();
    expect(sent).toEqual(['3']);
    await clock.advance(4999);
    await settle();
    expect(sent).toEqual(['3']);
    await clock.advance(1);
    await settle();
    expect(sent).toEqual(['3', '1', '2']);
  });

  test('it can be taken back once, gives its words, and is never sent', async () => {
    const { sent, clock, openTab } = start();
    const tab = openTab('a');
    tab.loop.online(true);
    await tab.outbox.add({ ...message('1'), holdUntil: clock.now() + 5000 });
    expect(await tab.outbox.takeBack('1')).toBe('text of 1');
    expect(await tab.outbox.takeBack('1')).toBeUndefined();
    await clock.advance(60_000);
    await settle();
    expect(sent).toEqual([]);
    expect(tab.types()).toEqual(['message.queued', 'message.taken-back']);
  });

  test('what has been sent cannot be taken back', async () => {
    const { openTab } = start();
    const tab = openTab('a');
    tab.loop.online(true);
    await tab.outbox.add(message('1'));
    await settle();
    expect(await tab.outbox.takeBack('1')).toBeUndefined();
  });

  test('a clock set back by an hour does not hold a message for an hour', async () => {
    const { sent, clock, openTab } = start();
    const tab = openTab('a');
    tab.loop.online(true);
    await tab.outbox.add({ ...message('1'), holdUntil: clock.now() + 3_605_000 });
    await settle();
    expect(sent).toEqual(['1']);
  });
});

describe('two tabs', () => {
  test('one sends and both tell the same', async () => {
    const { sent, openTab } = start();
    const first = openTab('a');
    const second = openTab('b');
    first.loop.online(true);
    second.loop.online(true);
    await settle();
    await first.outbox.add(message('1'));
    await second.outbox.add(message('2'));
    await settle();
    expect(sent).toEqual(['1', '2']);
    expect(second.events).toEqual(first.events);
    expect(first.types().filter((type) => type === 'message.sent')).toHaveLength(2);
  });

  test('the tab that has a link sends, also what the other one wrote', async () => {
    const { sent, locks, openTab } = start();
    const first = openTab('a');
    const second = openTab('b');
    first.loop.online(true);
    second.loop.online(true);
    await settle();
    expect(locks.holder()).toBe('a');
    first.loop.online(false);
    await first.outbox.add(message('1'));
    await settle();
    expect(locks.holder()).toBe('b');
    expect(sent).toEqual(['1']);
    expect(first.types()).toContain('message.sent');
  });

  test('a tab that dies while sending: the other sends the same id again', async () => {
    const { sent, openTab, taken } = start();
    const first = openTab('a', () => new Promise(() => {}));
    const second = openTab('b', taken);
    first.loop.online(true);
    second.loop.online(true);
    await first.outbox.add(message('1'));
    await settle();
    expect(sent).toEqual([]);
    first.kill();
    await settle();
    expect(sent).toEqual(['1']);
    expect(second.outbox.list('desk')).toEqual([]);
  });

  test('the turn is given back only when what is under way has been answered', async () => {
    let answer = (_result: Result<void, ConnectorError>) => {};
    const { locks, openTab } = start();
    const first = openTab('a', () => new Promise((resolve) => (answer = resolve)));
    const second = openTab('b');
    first.loop.online(true);
    second.loop.online(true);
    await first.outbox.add(message('1'));
    await settle();
    first.loop.stop();
    await settle();
    expect(locks.holder()).toBe('a');
    answer(ok(undefined));
    await settle();
    expect(locks.holder()).toBe('b');
    expect(second.types()).toEqual(['message.queued', 'message.sending', 'message.sent']);
  });

  test('a message taken back in one tab is not sent by the other', async () => {
    const { sent, clock, openTab } = start();
    const first = openTab('a');
    const second = openTab('b');
    first.loop.online(true);
    await settle();
    await second.outbox.add({ ...message('1'), holdUntil: clock.now() + 5000 });
    expect(await second.outbox.takeBack('1')).toBe('text of 1');
    await clock.advance(10_000);
    await settle();
    expect(sent).toEqual([]);
    expect(first.types()).toEqual(['message.queued', 'message.taken-back']);
  });
});

describe('reload', () => {
  test('what waited is sent, in order, by the next page', async () => {
    const { sent, openTab } = start();
    const before = openTab('a');
    for (const id of ['9', '1', '5']) await before.outbox.add(message(id));
    before.kill();
    const after = openTab('b');
    after.loop.online(true);
    await settle();
    expect(sent).toEqual(['9', '1', '5']);
  });

  test('a conversation that is opened again is told what it has waiting and failed', async () => {
    const { openTab } = start({ send: async () => err({ kind: 'refused', reason: 'no' }) });
    const before = openTab('a');
    before.loop.online(true);
    await before.outbox.add(message('1'));
    await settle();
    before.kill();
    const after = openTab('b');
    await after.outbox.add(message('2'));
    await after.outbox.add(message('3', 'other'));
    after.events.length = 0;
    after.loop.replay('c');
    expect(after.types()).toEqual(['message.queued', 'message.failed', 'message.queued']);
  });

  test('a closed conversation leaves nothing behind', async () => {
    const { disk, openTab } = start({ send: async () => err({ kind: 'conversation-ended' }) });
    const tab = openTab('a');
    tab.loop.online(true);
    await tab.outbox.add(message('1'));
    await settle();
    await tab.outbox.drop('c');
    expect([...disk.rows.keys()]).toEqual([]);
  });
});
