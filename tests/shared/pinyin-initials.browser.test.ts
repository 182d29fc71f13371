import { expect, it } from 'vitest';
import {
  createInitialsReader,
  initialByCode,
  initialByCollation,
  pinyinInitials,
} from '../../src/shared/pinyin-initials.ts';

it('reads initials by the collation of Chromium', () => {
  expect(initialByCollation(new Intl.Collator('zh-CN-u-co-pinyin').compare)).toBeDefined();
  expect(pinyinInitials('抱歉，延迟了')).toBe('bqycl');
});

it('reads initials by the GB 2312 decoder of Chromium', () => {
  expect(createInitialsReader(initialByCode())('请您稍等').main).toBe('qnsd');
});
