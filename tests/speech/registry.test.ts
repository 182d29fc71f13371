import { expect, test } from 'vitest';
import type { Availability, Engine } from '../../src/speech/engine.ts';
import { createRegistry } from '../../src/speech/registry.ts';

const engine = (id: string, state: Availability, ended: string[] = []): Engine => ({
  id,
  place: 'device',
  availability: (language) =>
    Promise.resolve(
      language.startsWith('en') ? state : { kind: 'unavailable', reason: 'language-not-supported' },
    ),
  dispose: () => ended.push(id),
});

test('the ready ones come in the order of the registry, the preferred one first', async () => {
  const registry = createRegistry([
    engine('a', { kind: 'ready' }),
    engine('b', { kind: 'needs-server' }),
    engine('c', { kind: 'ready' }),
    engine('d', { kind: 'ready' }),
  ]);
  const ids = async (preferred?: string) =>
    (await registry.ready('en', preferred)).map(({ id }) => id);
  expect(await ids()).toEqual(['a', 'c', 'd']);
  expect(await ids('c')).toEqual(['c', 'a', 'd']);
  expect(await ids('b'), 'one that is not ready is no choice').toEqual(['a', 'c', 'd']);
  expect(await ids('unknown')).toEqual(['a', 'c', 'd']);
  expect(await registry.ready('zh-CN')).toEqual([]);
});

test('each tells its state, also the ones that cannot be used', async () => {
  const registry = createRegistry([
    engine('a', { kind: 'ready' }),
    engine('b', { kind: 'installable', bytes: 5 }),
  ]);
  expect(
    (await registry.states('en')).map(({ engine: { id }, state }) => [id, state.kind]),
  ).toEqual([
    ['a', 'ready'],
    ['b', 'installable'],
  ]);
  expect((await registry.states('zh-CN')).map(({ state }) => state.kind)).toEqual([
    'unavailable',
    'unavailable',
  ]);
});

test('all are let go of together', () => {
  const ended: string[] = [];
  const registry = createRegistry([
    engine('a', { kind: 'ready' }, ended),
    engine('b', { kind: 'ready' }, ended),
  ]);
  expect(registry.get('b')?.id).toBe('b');
  registry.dispose();
  expect(ended).toEqual(['a', 'b']);
});
