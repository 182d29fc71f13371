import { describe, expect, test } from 'vitest';
import type { ConnectorError } from '../../src/domain/connector-error.ts';
import { err, ok, type Result } from '../../src/shared/result.ts';
import { message, start } from './send-loop-rig.ts';
import { settle } from './settle.ts';

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

  test('a reply that does not get through, as a long recording may not, keeps no other conversation waiting', async () => {
    const run = start();
    const tab = run.openTab('a', async (outgoing) =>
      outgoing.conversationId === 'c' ? err({ kind: 'timeout' }) : run.taken(outgoing),
    );
    tab.loop.online(true);
    await tab.outbox.add(message('1'));
    await settle();
    await tab.outbox.add(message('2', 'other'));
    await settle();
    expect(run.sent).toEqual(['2']);
  });

  test('a clock that is set back by a day does not make it wait for a day', async () => {
    let tries = 0;
    const run = start();
    const tab = run.openTab('a', async () => {
      tries += 1;
      return err({ kind: 'not-connected' });
    });
    tab.loop.online(true);
    await tab.outbox.add(message('1'));
    await settle();
    run.setClock(-24 * 60 * 60 * 1000);
    await tab.outbox.add(message('2'));
    await settle();
    await run.clock.advance(60_000);
    expect(tries).toBeGreaterThan(2);
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
