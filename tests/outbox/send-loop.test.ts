import { describe, expect, test } from 'vitest';
import type { ConnectorError } from '../../src/domain/connector-error.ts';
import { err, ok, type Result } from '../../src/shared/result.ts';
import { message, type Send, start } from './send-loop-rig.ts';
import { settle } from './settle.ts';

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

  test('a recording goes with its words, to the transcript and to the desk', async () => {
    const handed: unknown[] = [];
    const { openTab } = start({
      send: async ({ attachment }) => {
        handed.push(await attachment?.sound?.text());
        return ok(undefined);
      },
    });
    const tab = openTab('a');
    tab.loop.online(true);
    await tab.outbox.add({ ...message('1'), attachment: { sound: new Blob(['opus']) } });
    await settle();
    expect(handed).toEqual(['opus']);
    const [queued] = tab.events;
    const shown = queued?.type === 'message.queued' && queued.message.attachment;
    expect(shown && (await shown.sound?.text())).toBe('opus');
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
