import { expect, test } from 'vitest';
import { listVoices } from '../../src/settings/list-voices.ts';
import { createRegistry } from '../../src/speech/registry.ts';
import { createPlayedEngine } from '../speech/played-engine.ts';

const registry = () =>
  createRegistry([
    createPlayedEngine('system', {}, ['Anna', 'Bert']),
    createPlayedEngine('built-in', {}, ['Own']),
  ]);

test('voices stand with their engine, the preferred engine’s first', async () => {
  const names = async (preferred: string) =>
    (await listVoices(registry(), 'en', preferred)).map(({ name, engine }) => `${name} ${engine}`);
  expect(await names('')).toEqual(['Anna system', 'Bert system', 'Own built-in']);
  expect(await names('built-in')).toEqual(['Own built-in', 'Anna system', 'Bert system']);
});

test('voices of another language are left out, and there is an end to a list', async () => {
  expect(await listVoices(registry(), 'zh-CN', '')).toEqual([]);
  const many = Array.from({ length: 300 }, (_, at) => `Voice ${at}`);
  const list = await listVoices(createRegistry([createPlayedEngine('x', {}, many)]), 'en', '');
  expect([list.length, list[0]?.name]).toEqual([100, 'Voice 0']);
});
