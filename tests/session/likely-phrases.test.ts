import { expect, test } from 'vitest';
import type { CannedResponse } from '../../src/canned-responses/canned-response.ts';
import { starterLibrary } from '../../src/canned-responses/starter-library.ts';
import { likelyPhrases } from '../../src/session/likely-phrases.ts';

const customer = {
  id: 'lina',
  name: 'Lina Moss',
  language: 'en',
  channel: 'practice',
  facts: [
    { label: 'Carrier', value: 'Parrot Post' },
    { label: 'Last scan', value: 'the Leeds depot' },
  ],
} as const;
const response = (texts: CannedResponse['texts']): CannedResponse => ({
  id: 'a',
  shortcut: 'a',
  folder: '',
  titles: texts,
  texts,
});

test('the customer, what is known of them, and the sentences that are kept ready', () => {
  const kept = response({ en: 'I am checking that now. It takes a minute.', zh: '我马上查。' });
  expect(likelyPhrases(customer, [kept], 'en-GB')).toEqual([
    'Lina Moss',
    'Parrot Post',
    'the Leeds depot',
    'I am checking that now.',
    'It takes a minute.',
  ]);
  expect(likelyPhrases(customer, [kept], 'zh-CN')).toContain('我马上查。');
});

test('nothing with a blank, of another language, said twice, or too long', () => {
  const phrases = likelyPhrases(
    customer,
    [
      response({ en: 'Hello {customer}. How can I help? How can I help?' }),
      response({ zh: '您好。' }),
      response({ en: `${'very '.repeat(40)}long.` }),
    ],
    'en',
  );
  expect(phrases.slice(3)).toEqual(['How can I help?']);
});

test.each(['en', 'zh-CN'])(
  'the starter library gives plenty in %s, and not too much',
  (language) => {
    const phrases = likelyPhrases(customer, starterLibrary, language);
    expect(phrases.length).toBeGreaterThan(30);
    expect(phrases.length).toBeLessThanOrEqual(200);
    expect(phrases.filter((phrase) => /[{}]/.test(phrase))).toEqual([]);
  },
);
