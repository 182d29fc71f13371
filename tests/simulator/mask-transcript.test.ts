import { describe, expect, it } from 'vitest';
import { importTranscript } from '../../src/simulator/import-transcript.ts';
import { type MaskedPart, maskTranscript } from '../../src/simulator/mask-transcript.ts';
import { findPrivateSpans } from '../../src/simulator/private-spans.ts';

const spans = (text: string) =>
  findPrivateSpans(text).map(({ start, end, kind }) => [kind, text.slice(start, end)]);

describe('is private', () => {
  it.each([
    ['Write to lina.moss+x@mail.example.co.uk.', 'email', 'lina.moss+x@mail.example.co.uk'],
    ['邮箱是lin_88@example.com，谢谢', 'email', 'lin_88@example.com'],
    ['see https://shop.example/o/30021?x=1, please', 'link', 'https://shop.example/o/30021?x=1,'],
    ['看www.example.com/a。谢谢', 'link', 'www.example.com/a'],
    ['call +44 20 7946 0958 now', 'phone', '+44 20 7946 0958'],
    ['call (555) 123-4567', 'phone', '(555) 123-4567'],
    ['call 555-123-4567', 'phone', '555-123-4567'],
    ['ring 07700 900123', 'phone', '07700 900123'],
    ['我的电话13812345678', 'phone', '13812345678'],
    ['电话 138 1234 5678', 'phone', '138 1234 5678'],
    ['座机0571-87654321', 'phone', '0571-87654321'],
    ['order number is 30021', 'order', '30021'],
    ['Order #A-10293 please', 'order', 'A-10293'],
    ['my booking ref XK49PZ2', 'order', 'XK49PZ2'],
    ['订单号：30021', 'order', '30021'],
    ['快递单号是SF1234567890123', 'order', 'SF1234567890123'],
    ['parcel HB-20391 is lost', 'order', 'HB-20391'],
    ['it is HB-20391', 'number', 'HB-20391'],
    ['it is 8834512', 'number', '8834512'],
    ['card ending in 8842', 'number', '8842'],
    ['尾号8842', 'number', '8842'],
    ['card **** 8842', 'number', '8842'],
    ['验证码是 482913', 'number', '482913'],
    ['my card 4111 1111 1111 1111', 'card', '4111 1111 1111 1111'],
    ['卡6222020200112233445', 'card', '6222020200112233445'],
    ['身份证11010519491231002X', 'identity', '11010519491231002X'],
    ['SSN 078-05-1120', 'identity', '078-05-1120'],
    ['I live at 12 High Street, Leeds LS1 4AP.', 'address', '12 High Street, Leeds LS1 4AP'],
    ['send to 221b baker street', 'address', '221b baker street'],
    ['send to 5 Willow Court please', 'address', '5 Willow Court'],
    ['postcode LS1 4AP', 'address', 'LS1 4AP'],
    ['寄到杭州市西湖区文三路88号3幢502室', 'address', '杭州市西湖区文三路88号3幢502室'],
    ['我住在阳光花园3栋502室', 'address', '阳光花园3栋502室'],
    ['浙江省杭州市西湖区', 'address', '浙江省杭州市西湖区'],
  ])('%j: %s', (text, kind, found) => {
    expect(spans(text)).toEqual([[kind, found]]);
  });

  it.each([
    'I paid $12000 and got 3 of 12 pieces on 1 May 2024.',
    'It costs 120.50 euros, 15000 euros in all, 25% off.',
    '一共15000元，24小时内，3个工作日',
    'at 10:02, in 24 hours, for 100ml or 500GB',
    'covid-19, 5 minutes to the park, 2 orders on the way',
    'Order in two days? In that case no.',
    'We close at 5. Take 3 steps back.',
    '我要三个，明天到',
  ])('nothing is in %j', (text) => {
    expect(spans(text)).toEqual([]);
  });
});

const masked = (text: string, language?: 'zh') => {
  const read = importTranscript(text, 'a.txt');
  if (!read.ok) throw new Error(read.error.kind);
  const roles = read.value.speakers.map(({ role }) => role);
  const { lines, values, customer } = maskTranscript(read.value, roles, language ?? 'en');
  const shown = (part: MaskedPart) => (typeof part === 'string' ? part : `{${part.value.key}}`);
  return {
    texts: lines.map(({ parts }) => parts.map(shown).join('')),
    values: values.map(({ key, text, count }) => [key, text, count]),
    customer: customer?.key,
  };
};

describe('a transcript', () => {
  it('has one placeholder for each thing, however it is written', () => {
    expect(
      masked(`Lina Moss: Hi, I am Lina. Call 13812345678 or 138-1234-5678.
Agent Kim: Hello Lina, this is Kim. Your order number, please?
Lina Moss: 30021, and another: 30022
Agent Kim: Thanks, Ms Moss. Order 30021 is on its way, lina's parcel too.`),
    ).toEqual({
      texts: [
        'Hi, I am {name}. Call {phone} or {phone}.',
        'Hello {name}, this is {agent}. Your order number, please?',
        '{order}, and another: {order2}',
        "Thanks, Ms {name}. Order {order} is on its way, {name}'s parcel too.",
      ],
      values: [
        ['name', 'Lina', 4],
        ['phone', '13812345678', 2],
        ['agent', 'Kim', 1],
        ['order', '30021', 2],
        ['order2', '30022', 1],
      ],
      customer: 'name',
    });
  });

  it('in Chinese has Chinese placeholders', () => {
    expect(
      masked(
        `客服小王：林女士您好，我是小王，请问订单号是多少？
林女士：30021，电话13812345678
客服小王：林女士，收件人：陈大明，对吗？
林女士：对，找陈大明，我叫林小雨。`,
        'zh',
      ),
    ).toEqual({
      texts: [
        '{姓名}您好，我是{客服}，请问订单号是多少？',
        '{订单}，电话{电话}',
        '{姓名}，收件人：{人名}，对吗？',
        '对，找{人名}，我叫{姓名}。',
      ],
      values: [
        ['姓名', '林女士', 3],
        ['客服', '小王', 1],
        ['订单', '30021', 1],
        ['电话', '13812345678', 1],
        ['人名', '陈大明', 2],
      ],
      customer: '姓名',
    });
  });

  it('what was found once is masked where it stands bare, too', () => {
    const { texts } = masked(`Agent: Your PIN is 4417, right?
Lin: yes 4417, and order 3002 please
Agent: ok so 4417 and 3002. Card ending 8842.
Lin: 8842 yes, 3 of 44170`);
    expect(texts.join(' ')).not.toMatch(/\b(?:4417|3002|8842)\b/);
    expect(texts.at(-1)).toContain('3 of');
  });

  it('takes names from greetings where speakers have none, and leaves words that are no names', () => {
    const { texts, customer } = masked(`Customer: Hello there, I'm Sorry to bother you.
Agent: Hi Priya! Good morning. Will you wait? I will, Will Hope said so.
Customer: Thanks, Mark. May I ask? I may. Mr Brown told me to. So did brown bears.
Agent: Dear Priya Rao, mark my words.`);
    expect(texts).toEqual([
      "Hello there, I'm Sorry to bother you.",
      'Hi {name}! Good morning. Will you wait? I will, Will Hope said so.',
      'Thanks, {agent}. May I ask? I may. Mr {person} told me to. So did {person} bears.',
      'Dear {name}, mark my words.',
    ]);
    expect(customer).toBe('name');
  });

  it('leaves out what bots say', () => {
    expect(masked('System: Call 13812345678\nLin: Hm\nAgent Kim: Hm\nLin: Hm').texts).toHaveLength(
      3,
    );
  });
});

describe('input meant to hang it', () => {
  const long = 4000;
  it.each([
    '1',
    '1 ',
    '12-',
    'a1',
    'a@',
    'a.',
    'http://',
    '市区路',
    '王',
    'Hi Lina ',
    'order 1',
    '订单号',
    '+1 ',
    'A b ',
    '1 Aa ',
  ])('%j, over and over', (part) => {
    const text = part.repeat(Math.ceil(long / part.length)).slice(0, long);
    const lines = Array.from({ length: 20 }, (_, at) => ({ speaker: at % 2, text }));
    const speakers = ['Lina Moss', '王小明'].map((name) => ({
      name,
      count: 10,
      role: 'customer' as const,
    }));
    const masked = maskTranscript({ speakers, lines, language: 'en' }, ['customer', 'agent'], 'en');
    expect(masked.lines).toHaveLength(lines.length);
  });
});
