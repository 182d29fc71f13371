import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sayAs } from '../../../src/speech/say-as/say-as.ts';

type Cases = Readonly<Record<string, readonly (readonly [written: string, said: string])[]>>;

const english: Cases = {
  'order numbers and codes': [
    ['Order 48213 is late.', 'Order 4 8 2, 1 3 is late.'],
    ['Your order number is 4821.', 'Your order number is 4 8 2 1.'],
    ['order #90412', 'order 9 0 4, 1 2'],
    ['It is HB-20391.', 'It is H B, 2 0 3, 9 1.'],
    ['Tracking SF1234567890123', 'Tracking S F, 1 2 3, 4 5 6, 7 8 9, 0 1 2 3'],
    ['RR123456789CN', 'R R, 1 2 3, 4 5 6, 7 8 9, C N'],
    ['1Z999AA10123456784', '1, Z, 9 9 9, A A, 1 0 1, 2 3 4, 5 6 7, 8 4'],
    ['ORDER-48213', 'ORDER, 4 8 2, 1 3'],
    ['ref: A12B34', 'ref: A, 1 2, B, 3 4'],
    ['The code is 123456.', 'The code is 1 2 3, 4 5 6.'],
    ['code 4417', 'code 4 4 1 7'],
    ['card ending in 4417', 'card ending in 4 4 1 7'],
    ['room 1204', 'room 1 2 0 4'],
    ['Ticket no. 88', 'Ticket no. 8 8'],
    ['extension 305', 'extension 3 0 5'],
    ['123-456 please', '1 2 3, 4 5 6 please'],
    ['#7', '7'],
    ['48213 or 48214?', '4 8 2, 1 3 or 4 8 2, 1 4?'],
    ['1234567', '1 2 3, 4 5 6 7'],
    ['12345678', '1 2 3 4, 5 6 7 8'],
    ['123456789012', '1 2 3 4, 5 6 7 8, 9 0 1 2'],
    ['parcel 4821 3377 9012 555', 'parcel 4 8 2 1, 3 3 7 7, 9 0 1 2, 5 5 5'],
    ['192.168.1.1', '1 9 2, 1 6 8, 1, 1'],
  ],
  'numbers that count stay numbers': [
    ['I ordered 3 of them', 'I ordered 3 of them'],
    ['25000 points', '25000 points'],
    ['12000 customers wrote', '12000 customers wrote'],
    ['It has 1080p and COVID-19', 'It has 1080p and COVID-19'],
    ['My iPhone 15 broke', 'My iPhone 15 broke'],
    ['B2B and MP3', 'B2B and MP3'],
    ['version 2.10', 'version 2.10'],
    ['3.14159', '3.14159'],
    ['1,234 people', '1,234 people'],
    ['at 14:05', 'at 14:05'],
    ['My order is late', 'My order is late'],
    ['', ''],
  ],
  'phone numbers': [
    ['Call 555-123-4567', 'Call 5 5 5, 1 2 3, 4 5 6 7'],
    ['Call (555) 123-4567.', 'Call 5 5 5, 1 2 3, 4 5 6 7.'],
    ['+1 (555) 123-4567', 'plus 1, 5 5 5, 1 2 3, 4 5 6 7'],
    ['+44 20 7946 0958', 'plus 4 4, 2 0, 7 9 4 6, 0 9 5 8'],
    ['020 7946 0958', '0 2 0, 7 9 4 6, 0 9 5 8'],
    ['+86 138 1234 5678', 'plus 8 6, 1 3 8, 1 2 3 4, 5 6 7 8'],
    ['13812345678', '1 3 8, 1 2 3 4, 5 6 7 8'],
    ['400-800-1234', '4 0 0, 8 0 0, 1 2 3 4'],
  ],
  'sums of money': [
    ['$12', '12 dollars'],
    ['$1', '1 dollar'],
    ['$12.50', '12 dollars and 50 cents'],
    ['$12.5', '12 dollars and 50 cents'],
    ['$0.99', '99 cents'],
    ['$0.01', '1 cent'],
    ['$1.01', '1 dollar and 1 cent'],
    ['$1,299.00', '1299 dollars'],
    ['$1,234,567', '1234567 dollars'],
    ['-$5', 'minus 5 dollars'],
    ['€9.90', '9 euros and 90 cents'],
    ['9.90 €', '9 euros and 90 cents'],
    ['£2.01', '2 pounds and 1 penny'],
    ['£3.75', '3 pounds and 75 pence'],
    ['¥50', '50 yuan'],
    ['¥12.50', '12.50 yuan'],
    ['￥1', '1 yuan'],
    ['USD 20', '20 dollars'],
    ['20 USD', '20 dollars'],
    ['RMB 300', '300 yuan'],
    ['300 RMB', '300 yuan'],
    ['HK$88', '88 Hong Kong dollars'],
    ['JPY 1200', '1200 yen'],
    ['$5k', '$5k'],
    ['It cost $48213.', 'It cost 48213 dollars.'],
    ['You paid $30 twice, $60 in all.', 'You paid 30 dollars twice, 60 dollars in all.'],
    ['$0.125 each', '0.125 dollars each'],
  ],
  'dates and years': [
    ['2026-11-22', '22 November 20 26'],
    ['2026/1/5', '5 January 20 26'],
    ['on 2005-03-09.', 'on 9 March 2005.'],
    ['11/22/2026', '22 November 20 26'],
    ['22/11/2026', '22 November 20 26'],
    ['5/5/2026', '5 May 20 26'],
    ['3/4/2026', '3/4/2026'],
    ['2026-13-40', '2026-13-40'],
    ['Nov 22, 2026', 'Nov 22, 20 26'],
    ['22nd', '22nd'],
    ['November 2026', 'November 20 26'],
    ['since 1998', 'since 19 98'],
    ['in 2009', 'in 2009'],
  ],
  'ranges and shares': [
    ['3-5 days', '3 to 5 days'],
    ['3–5 business days', '3 to 5 business days'],
    ['2 - 3 weeks', '2 to 3 weeks'],
    ['15%', '15 percent'],
    ['2.5 %', '2.5 percent'],
    ['10-20%', '10 to 20 percent'],
  ],
  'links and addresses': [
    ['https://www.example.com/track?id=48213&x=1', 'link to example.com'],
    ['See http://shop.example.org.', 'See link to shop.example.org.'],
    ['www.example.com', 'link to example.com'],
    ['example.com/help', 'link to example.com'],
    ['(https://example.com/a)', '(link to example.com)'],
    ['ok.thanks', 'ok.thanks'],
    ['ada@example.com', 'ada at example.com'],
    ['http://localhost:4173/x', 'link to localhost'],
  ],
  'private numbers are named': [
    ['4111 1111 1111 1111', 'a bank card number ending 1 1 1 1'],
    ['4111-1111-1111-1111', 'a bank card number ending 1 1 1 1'],
    ['My card is 5500005555555559.', 'My card is a bank card number ending 5 5 5 9.'],
    ['1234 5678 1234 5678', 'a bank card number ending 5 6 7 8'],
    ['378282246310005', 'a bank card number ending 0 0 0 5'],
    ['6222021234567894417', 'a bank card number ending 4 4 1 7'],
    ['11010519491231002X', 'an identity number ending 0 0 2 X'],
    ['078-05-1120', 'a social security number ending 1 1 2 0'],
    ['CVV 123', 'CVV, not read out'],
    ['my PIN is 4711', 'my PIN, not read out'],
  ],
};

const chinese: Cases = {
  订单号和单号: [
    ['订单号48213', '订单号四八二，幺三'],
    ['我的订单是 90412', '我的订单是 九零四，幺二'],
    ['订单号：HB-20391', '订单号：H B，二零三，九幺'],
    ['快递单号SF1234567890123', '快递单号S F，幺二三，四五六，七八九，零幺二三'],
    ['验证码是1024', '验证码是幺零二四'],
    ['尾号4417', '尾号四四幺七'],
    ['取件码 3-2-1108', '取件码 三，二，幺幺零八'],
    ['工号1007', '工号幺零零七'],
    ['单号为12345678', '单号为幺二三四，五六七八'],
    ['１２３４５６', '幺二三，四五六'],
  ],
  数量仍读作数量: [
    ['我买了3件', '我买了3件'],
    ['一共25000个', '一共25000个'],
    ['有12000积分', '有12000积分'],
    ['3万元', '3万元'],
    ['等了20分钟', '等了20分钟'],
    ['2026年后', '2026年后'],
    ['10000人', '10000人'],
  ],
  电话号码: [
    ['13812345678', '幺三八，幺二三四，五六七八'],
    ['电话13812345678，谢谢', '电话幺三八，幺二三四，五六七八，谢谢'],
    ['138 1234 5678', '幺三八，幺二三四，五六七八'],
    ['138-1234-5678', '幺三八，幺二三四，五六七八'],
    ['+86 13812345678', '加八六，幺三八，幺二三四，五六七八'],
    ['010-12345678', '零幺零，幺二三四，五六七八'],
    ['0571-87654321', '零五七幺，八七六五，四三二幺'],
    ['400-800-1234', '四零零，八零零，幺二三四'],
  ],
  金额: [
    ['¥50', '50元'],
    ['￥12.50', '12.50元'],
    ['¥1,299.00', '1299元'],
    ['12345元', '12345元'],
    ['退您50块', '退您50元'],
    ['$12.50', '12.50美元'],
    ['20美元', '20美元'],
    ['RMB 300', '300元'],
    ['-¥5', '负5元'],
    ['€9', '9欧元'],
    ['88港币', '88港元'],
  ],
  日期和时间: [
    ['2026-11-22', '二零二六年11月22日'],
    ['2026/1/5', '二零二六年1月5日'],
    ['2026.11.22', '二零二六年11月22日'],
    ['2026年11月22日', '二零二六年11月22日'],
    ['2015年', '二零一五年'],
    ['14:05', '14点零5分'],
    ['9:30前', '9点30分前'],
    ['14:00', '14点'],
  ],
  范围和比例: [
    ['3-5天', '3到5天'],
    ['3~5个工作日', '3到5个工作日'],
    ['15%', '百分之15'],
    ['10-20%', '百分之10到20'],
  ],
  链接和邮箱: [
    ['请看https://www.example.com/a?b=1', '请看链接 example.com'],
    ['https://example.com/查询', '链接 example.com查询'],
    ['邮件发到 ada@example.com', '邮件发到 邮箱 ada at example.com'],
  ],
  隐私号码只说是什么: [
    ['6222021234567894417', '银行卡号，尾号四四幺七'],
    ['卡号6222 0212 3456 7894 417', '银行卡号，尾号四四幺七'],
    ['身份证11010519491231002X', '身份证号，尾号零零二X'],
    ['安全码是123', '安全码，不读出来'],
  ],
};

describe.each([
  ['en', english],
  ['zh-CN', chinese],
] as const)('%s', (language, cases) => {
  for (const [what, pairs] of Object.entries(cases))
    test.each(pairs)(`${what}: %s`, (written, said) => {
      expect(sayAs(written, language, { sayPrivate: false })).toBe(said);
    });
});

describe('private numbers on request', () => {
  test.each([
    ['en', '4111 1111 1111 4417', '4 1 1 1, 1 1 1 1, 1 1 1 1, 4 4 1 7'],
    ['en', 'CVV 123', 'CVV 1 2 3'],
    ['en', '078-05-1120', '0 7 8, 0 5, 1 1 2 0'],
    ['zh-CN', '11010519491231002X', '幺幺零幺，零五幺九，四九幺二，三幺零零，二X'],
  ])('%s: %s', (language, written, said) => {
    const digits = written.replaceAll(/\D/g, '');
    expect(digits.length).toBeGreaterThan(2);
    expect(sayAs(written, language, { sayPrivate: true })).toBe(said);
  });
});

test('whatever comes is said, and no private number slips through', () => {
  const card = fc.constantFrom('4111111111111111', '6222021234567894417', '11010519491231002X');
  const words = fc.string({ maxLength: 40 }).filter((text) => !/[\p{L}\d+]$/u.test(text));
  fc.assert(
    fc.property(words, card, fc.constantFrom('en', 'zh-CN'), (before, number, language) => {
      const said = sayAs(`${before} ${number}.`, language, { sayPrivate: false });
      expect(said).not.toContain(number);
      expect(said.replaceAll(/\D/g, '').length).toBeLessThan(number.length + before.length * 8);
    }),
    { numRuns: 50 },
  );
});
