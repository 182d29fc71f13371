import { describe, expect, test } from 'vitest';
import type { ConnectorError } from '../../src/domain/connector-error.ts';
import { err, type Result } from '../../src/shared/result.ts';
import { message, start } from './send-loop-rig.ts';
import { settle } from './settle.ts';

/** A desk where the customers of `written` wrote while there was no link. */
const away = (...written: readonly string[]) => {
  const news = new Set(written);
  const rig = start({ hasNews: ({ conversationId }) => news.has(conversationId) });
  return { ...rig, news };
};
const heldIds = (tab: ReturnType<ReturnType<typeof start>['openTab']>) =>
  tab.outbox.list('desk').flatMap(({ id, held }) => (held ? [id] : []));

describe('what waited for the link while the customer wrote', () => {
  test('is held, with what stands behind it; other conversations go', async () => {
    const { openTab, sent } = away('c');
    const tab = openTab('a');
    await tab.outbox.add(message('1'));
    await tab.outbox.add(message('2'));
    await tab.outbox.add(message('3', 'other'));
    tab.loop.online(true);
    await settle();
    expect(sent).toEqual(['3']);
    expect(heldIds(tab)).toEqual(['1', '2']);
  });

  test('goes in order when the agent lets it go, and only then', async () => {
    const { clock, openTab, sent } = away('c');
    const tab = openTab('a');
    await tab.outbox.add(message('1'));
    tab.loop.online(true);
    await settle();
    await tab.outbox.add(message('2'));
    await clock.advance(60_000);
    expect(sent).toEqual([]);
    await tab.outbox.release('c');
    await settle();
    expect(sent).toEqual(['1', '2']);
    expect(tab.outbox.list('desk')).toEqual([]);
  });

  test('goes too where the agent was faster than the disk', async () => {
    const { openTab, sent } = away('c');
    const tab = openTab('a');
    for (const id of ['1', '2', '3']) await tab.outbox.add(message(id));
    tab.loop.online(true);
    while (heldIds(tab).length === 0) await Promise.resolve();
    await tab.outbox.release('c');
    await settle();
    expect(sent).toEqual(['1', '2', '3']);
  });

  test('is still held after a reload, and in another tab', async () => {
    const { openTab, sent, news } = away('c');
    const first = openTab('a');
    await first.outbox.add(message('1'));
    first.loop.online(true);
    await settle();
    first.kill();
    news.clear();
    const second = openTab('b');
    second.loop.online(true);
    await settle();
    expect([sent, heldIds(second)]).toEqual([[], ['1']]);
    await openTab('c').outbox.loaded;
    await second.outbox.release('c');
    await settle();
    expect(sent).toEqual(['1']);
  });

  test('can be taken back', async () => {
    const { openTab, sent } = away('c');
    const tab = openTab('a');
    await tab.outbox.add(message('1'));
    tab.loop.online(true);
    await settle();
    expect(await tab.outbox.takeBack('1')).toBe('text of 1');
    await tab.outbox.release('c');
    await settle();
    expect(sent).toEqual([]);
  });

  test('was let go once: another loss of the link does not hold it again', async () => {
    const { openTab, sent } = away('c');
    const tab = openTab('a');
    await tab.outbox.add(message('1'));
    tab.loop.online(true);
    await settle();
    tab.loop.online(false);
    await tab.outbox.release('c');
    tab.loop.online(true);
    await settle();
    expect(sent).toEqual(['1']);
  });
});

describe('what was lost on its way while the customer wrote', () => {
  /** A desk whose first hand-over is answered by the test; the others are taken. */
  const slow = (news: readonly string[]) => {
    const rig = away(...news);
    let answer: (result: Result<void, ConnectorError>) => void = () => {};
    let isFirst = true;
    const tab = rig.openTab('a', (outgoing) => {
      if (!isFirst) return rig.taken(outgoing);
      isFirst = false;
      return new Promise((resolve) => {
        answer = resolve;
      });
    });
    return { ...rig, tab, lose: () => answer(err({ kind: 'not-connected' })) };
  };

  test.each(['before', 'after'] as const)(
    'is held where that is known %s the link is back, with what stands behind it',
    async (when) => {
      const { clock, lose, sent, tab } = slow(['c']);
      tab.loop.online(true);
      await tab.outbox.add(message('1'));
      await tab.outbox.add(message('2'));
      await settle();
      tab.loop.online(false);
      if (when === 'before') lose();
      tab.loop.online(true);
      if (when === 'after') lose();
      await settle();
      await clock.advance(60_000);
      await settle();
      expect([sent, heldIds(tab)]).toEqual([[], ['1', '2']]);
      await tab.outbox.release('c');
      await settle();
      expect(sent).toEqual(['1', '2']);
    },
  );

  test('goes at once where the customer did not write', async () => {
    const { lose, sent, tab } = slow([]);
    tab.loop.online(true);
    await tab.outbox.add(message('1'));
    await settle();
    tab.loop.online(false);
    tab.loop.online(true);
    lose();
    await settle();
    expect(sent).toEqual(['1']);
  });

  test('is held where a tab handed it over and is gone, and the desk does not have it', async () => {
    const news = ['c'];
    const rig = start({
      hasNews: ({ conversationId }) => news.includes(conversationId),
      hasSent: () => false,
    });
    const dying = rig.openTab('a', () => new Promise(() => undefined));
    dying.loop.online(true);
    await settle();
    await dying.outbox.add(message('1'));
    await settle();
    dying.kill();
    const next = rig.openTab('b');
    next.loop.online(true);
    await settle();
    expect([rig.sent, heldIds(next), next.types()]).toEqual([
      [],
      ['1'],
      ['message.queued', 'message.sending', 'message.waiting'],
    ]);
    await next.outbox.release('c');
    await settle();
    expect(rig.sent).toEqual(['1']);
  });
});

test('not held is what this tab is still handing over, however long that takes', async () => {
  const rig = start({ hasNews: () => true, hasSent: () => false });
  let answer: (result: Result<void, ConnectorError>) => void = () => {};
  const tab = rig.openTab(
    'a',
    () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  );
  tab.loop.online(true);
  await settle();
  await tab.outbox.add(message('1'));
  await settle();
  // As with a recording that takes longer to upload than is waited for.
  await rig.clock.advance(30_000);
  await settle();
  tab.loop.online(false);
  tab.loop.online(true);
  await settle();
  expect([heldIds(tab), await tab.outbox.takeBack('1')]).toEqual([[], undefined]);
  answer({ ok: true, value: undefined });
  await settle();
  expect(tab.types()).not.toContain('message.waiting');
});

describe('not held is', () => {
  test('what is written while the link is there, whatever the customer wrote', async () => {
    const { openTab, sent } = away('c');
    const tab = openTab('a');
    tab.loop.online(true);
    await settle();
    await tab.outbox.add(message('1'));
    await settle();
    expect(sent).toEqual(['1']);
  });

  test('what a tab that is gone handed over, as far as the desk knows', async () => {
    const { openTab, sent } = away('c');
    const dying = openTab('a', () => new Promise(() => undefined));
    dying.loop.online(true);
    await settle();
    await dying.outbox.add(message('1'));
    await settle();
    dying.kill();
    openTab('b').loop.online(true);
    await settle();
    expect(sent).toEqual(['1']);
  });
});
