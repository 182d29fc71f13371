import { describe, expect, it } from 'vitest';
import { describeOffer, languageName } from '../../src/domain/describe-offer.ts';
import { aCustomer, anOffer, chinese, english, noon } from '../support/samples.ts';

const minute = 60_000;
const lin = anOffer({ customer: aCustomer({ language: 'zh-CN' }), topic: 'Late parcel' });

describe('an offer in one sentence', () => {
  it.each([
    [0, 'Lin, Late parcel, Chinese'],
    [minute - 1, 'Lin, Late parcel, Chinese'],
    [minute, 'Lin, Late parcel, Chinese, waiting 1 minute'],
    [7 * minute, 'Lin, Late parcel, Chinese, waiting 7 minutes'],
    [60 * minute, 'Lin, Late parcel, Chinese, waiting 1 hour'],
    // The server's clock is ahead of this one.
    [-5 * minute, 'Lin, Late parcel, Chinese'],
  ])('after %i ms', (waited, sentence) => {
    expect(describeOffer(lin, english, noon + waited)).toBe(sentence);
  });

  it('leaves out a topic that nobody gave', () => {
    expect(describeOffer({ ...lin, topic: '' }, english, noon)).toBe('Lin, Chinese');
  });

  it('is Chinese for a Chinese agent, with commas of full width', () => {
    const waited = chinese('offers.waited', { time: '3分钟' });
    expect(describeOffer(lin, chinese, noon + 3 * minute)).toBe(
      `Lin，Late parcel，中文，${waited}`,
    );
  });
});

describe('a language’s name', () => {
  it.each([
    ['en', 'English', '英语'],
    ['en-GB', 'English', '英语'],
    ['EN', 'English', '英语'],
    ['zh', 'Chinese', '中文'],
    ['zh-Hant-TW', 'Chinese', '中文'],
    ['pt-BR', 'pt', 'pt'],
    ['', '', ''],
  ])('%s', (tag, inEnglish, inChinese) => {
    expect([languageName(tag, english), languageName(tag, chinese)]).toEqual([
      inEnglish,
      inChinese,
    ]);
  });
});
