import { describe, expect, test } from 'vitest';
import type { ConnectorError } from '../../src/domain/connector-error.ts';
import { ok, type Result } from '../../src/shared/result.ts';
import { message, start } from './send-loop-rig.ts';
import { settle } from './settle.ts';

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

  test('a reply that a tab kept and died before it told of it goes first all the same', async () => {
    const { sent, disk, openTab } = start();
    const leading = openTab('a');
    leading.loop.online(true);
    await settle();
    const dead = openTab('dead');
    await dead.outbox.loaded;
    dead.kill();
    disk.rows.set('outbox/1', { ...message('1'), at: 1, order: 1, state: 'waiting' });
    const third = openTab('b');
    await third.outbox.add(message('2'));
    await settle();
    expect(sent).toEqual(['1', '2']);
    expect(leading.types().slice(0, 1)).toEqual(['message.queued']);
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
