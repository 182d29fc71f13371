import { describe, expect, test } from 'vitest';
import type { ConnectorError } from '../../src/domain/connector-error.ts';
import { err, ok, type Result } from '../../src/shared/result.ts';
import { message, start } from './send-loop-rig.ts';
import { settle } from './settle.ts';

/**
 * A desk whose hand-overs are answered by the test, oldest first, and where each customer's newest
 * message can be told.
 */
const setUp = (hasSent: () => boolean | undefined = () => undefined) => {
  const newest = new Map<string, string>();
  const answers: ((result: Result<void, ConnectorError>) => void)[] = [];
  const handed: string[] = [];
  const rig = start({
    hasSent,
    hasNews: ({ conversationId, after }) =>
      after !== undefined && newest.has(conversationId) && newest.get(conversationId) !== after,
  });
  const tab = rig.openTab('a', ({ id }) => {
    handed.push(id);
    return new Promise((resolve) => answers.push(resolve));
  });
  const answer = async (result: Result<void, ConnectorError>) => {
    for (const each of answers.splice(0)) each(result);
    await settle();
  };
  const write = async (id: string, conversationId = 'c') => {
    const after = newest.get(conversationId) ?? 'c0';
    newest.set(conversationId, after);
    await tab.outbox.add({ ...message(id, conversationId), after });
    await settle();
  };
  const breakLink = async () => {
    tab.loop.online(false);
    tab.loop.online(true);
    await settle();
  };
  const held = () => tab.outbox.list('desk').flatMap((each) => (each.held ? [each.id] : []));
  return { ...rig, answer, breakLink, handed, held, newest, tab, write };
};
const lost = err({ kind: 'not-connected' } as const);

describe('a reply that is lost on its way', () => {
  test('is asked about again when the customer wrote again, though it was let go before', async () => {
    const { answer, breakLink, handed, held, newest, tab, write } = setUp();
    await write('1');
    newest.set('c', 'c1');
    tab.loop.online(true);
    await settle();
    expect(held()).toEqual(['1']);
    await tab.outbox.release('c', 'c1');
    await settle();
    expect(handed).toEqual(['1']);
    newest.set('c', 'c2');
    await breakLink();
    await answer(lost);
    expect(held()).toEqual(['1']);
    await tab.outbox.release('c', 'c2');
    await settle();
    await breakLink();
    await answer(lost);
    expect([handed, held()]).toEqual([['1', '1', '1'], []]);
  });

  test('is held however long after the loss that is known', async () => {
    const { answer, breakLink, clock, handed, held, newest, tab, write } = setUp();
    tab.loop.online(true);
    await settle();
    await write('1');
    await breakLink();
    // Given up once, and handed over again: the desk still answers for the first time.
    await clock.advance(30_000);
    await settle();
    await clock.advance(1000);
    await settle();
    expect(handed).toEqual(['1', '1']);
    newest.set('c', 'c1');
    await answer(lost);
    await clock.advance(60_000);
    await settle();
    expect([handed, held()]).toEqual([['1', '1'], ['1']]);
  });

  test('has no other conversation held, where the customer may have been heard', async () => {
    const { answer, breakLink, held, newest, tab, write } = setUp();
    tab.loop.online(true);
    await settle();
    await write('1');
    await breakLink();
    newest.set('other', 'o1');
    const holdUntil = Number.MAX_SAFE_INTEGER;
    await tab.outbox.add({ ...message('2', 'other'), after: 'o1', holdUntil });
    newest.set('other', 'o2');
    newest.set('c', 'c1');
    await answer(lost);
    expect(held()).toEqual(['1']);
  });
});

test('what waits, and the desk has, is not asked about: it is done', async () => {
  const { answer, handed, held, newest, tab, write } = setUp(() => true);
  await write('1');
  newest.set('c', 'c1');
  tab.loop.online(true);
  await settle();
  expect([handed, held()]).toEqual([['1'], []]);
  await answer(ok(undefined));
  expect(tab.outbox.list('desk')).toEqual([]);
});
