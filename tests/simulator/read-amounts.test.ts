import { describe, expect, it } from 'vitest';
import { type Amount, readAmounts } from '../../src/simulator/read-amounts.ts';

const show = ({ unit, min, max, isAbout }: Amount): string => {
  const round = (value: number) => String(Math.round(value * 100) / 100);
  const size =
    max === Number.POSITIVE_INFINITY
      ? `>${round(min)}`
      : min === max
        ? round(min)
        : min === 0
          ? `<${round(max)}`
          : `${round(min)}-${round(max)}`;
  return `${isAbout ? '~' : ''}${size} ${unit}`;
};
const amounts = (text: string): string => readAmounts(text).map(show).join(', ');

/** A text, and what is found in it; hours for days and longer. */
const english = `
we will refund you 500 yuan | 500 CNY
RMB 50 | 50 CNY
¥50 | 50 CNY
that is 50 kuai | 50 CNY
it costs $20. | 20 USD
US$20.50 | 20.5 USD
20 dollars | 20 USD
100 bucks | 100 USD
five dollars | 5 USD
twenty-five dollars | 25 USD
two hundred and fifty dollars | 250 USD
a hundred dollars | 100 USD
1,000.50 dollars | 1000.5 USD
1.5k dollars | 1500 USD
2 grand | 
3 thousand euros | 3000 EUR
30 euros | 30 EUR
€34.50 | 34.5 EUR
34.50 € | 34.5 EUR
£5.99 | 5.99 GBP
fifty quid | 50 GBP
20 pounds sterling | 20 GBP
$20-30 | 20-30 USD
20 to 30 euros | 20-30 EUR
between 20 and 30 euros | 20-30 EUR
up to 50 yuan | <50 CNY
no more than $50 | <50 USD
less than 50 dollars | <50 USD
at least 50 dollars | >50 USD
above 500 US dollars | >500 USD
$500 or more | >500 USD
about 50 dollars | ~50 USD
10% | 10 %
10 percent off | 10 %
twenty per cent | 20 %
10-15% | 10-15 %
half price | 50 %
half of the price | 50 %
a full refund | 100 %
I can refund it in full | 100 %
all of your money | 100 %
7 days | 168 hour
three days | 72 hour
a week | 168 hour
two weeks | 336 hour
a fortnight | 336 hour
24 hours | 24 hour
within 24 hours | <24 hour
within the next 10 minutes | <0.17 hour
half an hour | 0.5 hour
one and a half hours | 1.5 hour
an hour and a half | 1.5 hour
45 mins | 0.75 hour
2hrs | 2 hour
24h | 24 hour
a month | 720 hour
6 years | 52560 hour
a couple of days | 48 hour
3 to 5 working days | 3-5 workday
3-5 business days | 3-5 workday
5 working days after that | 5 workday
three days or more | >72 hour
around 3 days | ~72 hour
3 days or so | ~72 hour
48 hours before | 48 hour
up to 24 hours before | 24 hour
20 GB a month | 20 GB
£2 a GB | 2 GBP
8 kilos | 8 kg
up to 8 kg | <8 kg
three times | 3 times
refund 50 yuan within 3 days | 50 CNY, <72 hour
order 30021 | 
order HT6618 | 
call 138 0000 5000 | 
01632 960122 | 
at 10:42 | 
10 to 4 on Sundays | 
we are here 24/7 | 
our 24-hour hotline | 
24 hours a day | 
on 2024-05-01 | 
the 1st of May | 
room 302 | 
8 years old | 
5kphone | 
once a week | 
half of them left | 
your second day | `;

const chinese = `
给您退500元 | 500 CNY
退您 50 块 | 50 CNY
五十元 | 50 CNY
50块钱 | 50 CNY
5块5 | 5.5 CNY
￥50 | 50 CNY
¥50元 | 50 CNY
一百二十块 | 120 CNY
一百二块 | 120 CNY
两千五百元 | 2500 CNY
三千五元 | 3500 CNY
一万二元 | 12000 CNY
3万元 | 30000 CNY
1.5 万元 | 15000 CNY
1,200 元 | 1200 CNY
３００元 | 300 CNY
20 美元 | 20 USD
二十美金 | 20 USD
30欧元 | 30 EUR
89.90英镑 | 89.9 GBP
100港币 | 100 HKD
20到30元 | 20-30 CNY
20-30元 | 20-30 CNY
20元到30元 | 20 CNY, 30 CNY
最多50元 | <50 CNY
不超过五十元 | <50 CNY
50元以内 | <50 CNY
至少50元 | >50 CNY
50元以上 | >50 CNY
大概50元 | ~50 CNY
50元左右 | ~50 CNY
10% | 10 %
１０％ | 10 %
百分之十 | 10 %
百分之20 | 20 %
九折 | 10 %
打八折 | 20 %
八五折 | 15 %
8.5折 | 15 %
95折 | 5 %
半价 | 50 %
退一半 | 50 %
全额退款 | 100 %
可以全退 | 100 %
三天 | 72 hour
7天内 | <168 hour
7 天之内 | <168 hour
7日内 | <168 hour
24小时内答复 | <24 hour
半小时 | 0.5 hour
半个小时 | 0.5 hour
一个半小时 | 1.5 hour
两个小时 | 2 hour
十分钟 | 0.17 hour
一刻钟 | 0.25 hour
两周 | 336 hour
一个星期 | 168 hour
一个月 | 720 hour
半年 | 4380 hour
两年内 | <17520 hour
三五天 | 72-120 hour
两三天 | 48-72 hour
3到5天 | 72-120 hour
3 到 5 个工作日 | 3-5 workday
三至五个工作日 | 3-5 workday
15 个工作日内 | <15 workday
三天以上 | >72 hour
三天左右 | ~72 hour
大约一周 | ~168 hour
提前 48 小时 | 48 hour
提前至少 2 小时 | 2 hour
25 元一天 | 25 CNY
每天 3 GB 高速 | 3 GB
8 公斤以内 | <8 kg
3天内退50元 | <72 hour, 50 CNY
可以改两次 | 2 times
订单30021 | 
单号HT6618 | 
尾号8842 | 
电话13800005000 | 
10:42 的车 | 
九点半见 | 
三楼302诊室 | 
24小时在线 | 
24小时客服热线 | 
第三天 | 
周一周二都行 | 
星期一 | 
2024年 | 
3月5日 | 
5号 | 
8岁 | 
十分抱歉 | 
一会儿就好 | 
前面还有 5 位 | 
全部办好 | `;

const cases = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [text = '', found = ''] = line.split(' | ');
      return [text.replace(/ \|$/, ''), found.trim()] as const;
    });

describe.each([
  ['English', english],
  ['Chinese', chinese],
])('amounts in %s', (_language, table) => {
  it('are shown in more than sixty ways', () => expect(cases(table).length).toBeGreaterThan(60));

  it.each(cases(table))('%s → %s', (text, found) => {
    expect(amounts(text)).toBe(found);
  });
});

describe('an amount', () => {
  it('stands where its words say, in languages that are mixed too', () => {
    const text = '您好, I can refund ３０ yuan within 三天, 好吗?';
    const found = readAmounts(text);
    expect(found.map(({ words }) => words)).toEqual(['３０ yuan', '三天']);
    for (const { at, words } of found) expect(text.slice(at, at + words.length)).toBe(words);
  });

  it('is found in the longest and oddest texts, without end', () => {
    for (const piece of [
      '1',
      '1,',
      '一',
      '半',
      '3 to ',
      '十百',
      'one ',
      'a ',
      '$',
      '两个',
      '1.1',
    ]) {
      expect(readAmounts(piece.repeat(1000)).length, piece).toBeLessThanOrEqual(1000);
    }
  });
});
