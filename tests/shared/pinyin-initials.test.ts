import { describe, expect, it } from 'vitest';
import {
  createInitialsReader,
  findInitials,
  initialByCode,
  initialByCollation,
  pinyinInitials,
} from '../../src/shared/pinyin-initials.ts';

const compare = new Intl.Collator('zh-CN-u-co-pinyin').compare;

describe('pinyinInitials', () => {
  it.each([
    ['抱歉，延迟了', 'bqycl'],
    ['请您稍等', 'qnsd'],
    ['查询订单', 'cxdd'],
    ['退款', 'tk'],
    ['物流信息', 'wlxx'],
    ['啊', 'a'],
    ['额外', 'ew'],
    ['我爱鱼', 'way'],
    ['發貨單號', 'fhdh'],
    ['打开 URL 2', 'dkurl2'],
    ['Café ＡＢ', 'cafeab'],
    ['， 。…', ''],
    ['', ''],
  ])('reads %s as %s', (text, initials) => {
    expect(pinyinInitials(text)).toBe(initials);
  });

  it('takes each beginning of pinyin for its letter', () => {
    expect(pinyinInitials('安班餐当恩方高黑家开来忙南欧跑钱人三她问想要在')).toBe(
      'abcdefghjklmnopqrstwxyz',
    );
  });
});

describe('findInitials', () => {
  const read = createInitialsReader();

  it.each([
    ['重新发送', 'cxfs', 0],
    ['重要通知', 'zytz', 0],
    ['银行', 'yh', 0],
    ['进行中', 'jxz', 0],
    ['请重新', 'cx', 1],
    ['调整时长', 'tzsc', 0],
    ['抱歉延迟', 'yc', 2],
    ['抱歉延迟', 'bqyx', -1],
    ['抱歉', 'bqyc', -1],
  ])('finds in %s the initials %s at %i', (text, query, at) => {
    expect(findInitials(read(text), query)).toBe(at);
  });

  it('keeps both readings of the same length', () => {
    const { main, other } = read('重新𠮷é ﬁ 行x会');
    expect(main.length).toBe(other.length);
  });
});

describe('ways to read a character', () => {
  it('refuses a collation that is not by pinyin', () => {
    expect(initialByCollation((a, b) => (a < b ? -1 : a > b ? 1 : 0))).toBeUndefined();
    expect(initialByCollation(() => 0)).toBeUndefined();
  });

  it('reads common characters without a collation, and leaves rare ones out', () => {
    const read = createInitialsReader(initialByCode());
    expect(read('抱歉延迟请您稍等啊座').main).toBe('bqycqnsdaz');
    expect(initialByCode()('龘')).toBe('');
  });

  it('agrees between both ways on nearly all common characters', () => {
    const byCollation = initialByCollation(compare);
    const byCode = initialByCode();
    if (!byCollation) throw new Error('This Node has no pinyin collation');
    const bytes = Uint8Array.from({ length: 3755 * 2 }, (_, at) =>
      at % 2 === 0 ? 0xb0 + Math.floor(at / 188) : 0xa1 + (((at - 1) / 2) % 94),
    );
    const common = [...new TextDecoder('gb2312').decode(bytes)];
    expect(common).toHaveLength(3755);
    const different = common.filter((character) => byCollation(character) !== byCode(character));
    expect(different.length).toBeLessThan(20);
  });
});
