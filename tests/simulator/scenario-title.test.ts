import { expect, it } from 'vitest';
import { scenarioTitle } from '../../src/simulator/scenario-title.ts';

it.each([
  ['title en: Shoes\ntitle zh: 鞋', 'en', 'Shoes'],
  ['title en: Shoes\n标题 中文：鞋', 'zh', '鞋'],
  ['TITLE: Shoes', 'zh', 'Shoes'],
  ['\ufefftitle: Shoes\r\nlevel: 1', 'en', 'Shoes'],
  ['scenario: shoes\ntitle:\nlevel: 1', 'en', 'shoes'],
  ['场景：鞋', 'zh', '鞋'],
  ['says: title: no', 'en', ''],
  ['', 'en', ''],
])('%j in %s is called %j', (text, language, title) => {
  expect(scenarioTitle(text, language)).toBe(title);
});

it('is found, and short, in a text of ten million characters', () => {
  expect(scenarioTitle(' '.repeat(10_000_000), 'en')).toBe('');
  expect(scenarioTitle(`title: ${'a'.repeat(10_000_000)}`, 'en').length).toBeLessThanOrEqual(100);
});
