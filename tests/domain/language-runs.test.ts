import fc from 'fast-check';
import { expect, it } from 'vitest';
import { languageRuns } from '../../src/domain/language-runs.ts';

it('A57: Chinese inside English is read by the Chinese voice', () => {
  expect(languageRuns('My name is 林悦, thanks', 'en')).toEqual([
    { text: 'My name is ', language: 'en' },
    { text: '林悦', language: 'zh-CN' },
    { text: ', thanks', language: 'en' },
  ]);
});

it('A57: an English sentence inside Chinese is read by the English voice', () => {
  expect(languageRuns('客户说 please hurry up 就挂了', 'zh')).toEqual([
    { text: '客户说 ', language: 'zh' },
    { text: 'please hurry up', language: 'en' },
    { text: ' 就挂了', language: 'zh' },
  ]);
});

it('A57: one Latin word stays in the Chinese voice', () => {
  expect(languageRuns('我是VIP客户', 'zh')).toEqual([{ text: '我是VIP客户', language: 'zh' }]);
});

it('loses no character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('en', 'zh'), (text, language) => {
      const runs = languageRuns(text, language);
      expect(runs.map((run) => run.text).join('')).toBe(text);
    }),
  );
});
