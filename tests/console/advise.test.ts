import { expect, test } from 'vitest';
import { advise } from '../../src/console/advise.ts';
import { chinese, english } from '../support/samples.ts';

test('a draft without a slip has none, in words', async () => {
  expect(await advise('Thank you for waiting.', english)).toEqual({
    slips: [],
    hints: [],
    spoken: 'No suggestions.',
  });
});

test('slips come first, then what makes it hard to read; all are counted', async () => {
  const long = `We discuss about it ${'and so on '.repeat(8)}expeditiously.`;
  const { slips, hints, spoken } = await advise(long, english);
  expect([slips.length, hints.length]).toEqual([1, 2]);
  expect(spoken).toMatch(
    /^3 suggestions\. “discuss about”.* One sentence has 29 words.* Less common words: expeditiously\.$/,
  );
});

test('a draft in Chinese is left alone', async () => {
  expect((await advise('您的包裹在路上。', chinese)).spoken).toBe('没有建议。');
});
