import { describe, expect, it } from 'vitest';
import {
  chooseVariant,
  foldShortcut,
  isShortcut,
  isStarterFolder,
} from '../../src/canned-responses/canned-response.ts';

describe('chooseVariant', () => {
  const texts = { en: 'Hello', zh: '您好', 'zh-TW': '您好（繁）', 'pt-BR': 'Olá', de: ' ' };

  it.each([
    [['zh-CN', 'en'], 'zh'],
    [['zh-TW'], 'zh-TW'],
    [['zh-tw-x-desk'], 'zh-TW'],
    [['ZH'], 'zh'],
    [['pt-PT'], 'pt-BR'],
    [['en-GB'], 'en'],
    [['fr', 'zh-CN'], 'zh'],
    [['fr'], 'en'],
    [['de'], 'en'],
    [[], 'en'],
    [[''], 'en'],
  ])('for %j takes %s', (wanted, language) => {
    expect(chooseVariant(texts, wanted)?.language).toBe(language);
  });

  it('takes any rather than none, and says which', () => {
    expect(chooseVariant({ fr: 'Bonjour' }, ['zh'])).toEqual({ language: 'fr', text: 'Bonjour' });
  });

  it('has nothing to choose from blank variants', () => {
    expect(chooseVariant({ en: ' \n' }, ['en'])).toBeUndefined();
  });
});

describe('shortcuts', () => {
  it.each([
    [' /Hello ', 'hello'],
    ['／ＡＢＣ', 'abc'],
    ['抱歉', '抱歉'],
    ['//x', 'x'],
  ])('are folded: %j becomes %j', (written, folded) => {
    expect(foldShortcut(written)).toBe(folded);
  });

  it.each(['hi', 're-open_2', '抱歉', '2nd', 'é', 'a'.repeat(32)])('may be %j', (shortcut) => {
    expect(isShortcut(shortcut)).toBe(true);
  });

  it.each(['', '-a', 'a b', 'a/b', 'a.b', 'a'.repeat(33), '👋'])('may not be %j', (shortcut) => {
    expect(isShortcut(shortcut)).toBe(false);
  });
});

it('knows its own folders from those of the agent', () => {
  expect(isStarterFolder('privacy')).toBe(true);
  expect(isStarterFolder('Privacy')).toBe(false);
});
