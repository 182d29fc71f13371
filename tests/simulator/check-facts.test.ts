import { describe, expect, it } from 'vitest';
import { checkFacts } from '../../src/simulator/check-facts.ts';
import { detectActs } from '../../src/simulator/detect-acts.ts';
import { parseScenario } from '../../src/simulator/parse-scenario.ts';
import { readPolicySheet } from '../../src/simulator/policy-sheet.ts';

const sheetOf = (language: string, head: string, facts = '') => {
  const text = `scenario: s
title: T
${head}
# chat: A
customer: A
${facts}
## open
says: Hi`;
  const { scenario, problems } = parseScenario(text);
  const [chat] = scenario?.chats ?? [];
  if (!scenario || !chat || problems.length > 0) throw new Error(JSON.stringify(problems));
  return readPolicySheet(scenario, chat, language);
};
const judge = (language: string, sheet: ReturnType<typeof sheetOf>, reply: string, said = reply) =>
  checkFacts(reply, sheet, said, detectActs, language);
const verdicts = (...args: Parameters<typeof judge>) =>
  judge(...args).map(({ verdict, words }) => `${verdict}: ${words}`);

const english = sheetOf(
  'en',
  `policy en: Refunds up to 50 yuan without asking. The refund is with the customer 3 to 5 working days later.
policy en: An engineer comes within 2 days. A text is sent 30 minutes before.
policy en: Students have 10% off every ticket. A bag may have up to 8 kg.`,
  'facts: sum=89 yuan; days=three',
);
const chinese = sheetOf(
  'zh',
  `policy zh: 破损可退款，最多 50 元，3 到 5 个工作日原路退回。
policy zh: 师傅 2 天内上门维修，提前 30 分钟短信通知。
policy zh: 学生票打九折。行李最多 8 公斤。`,
  'facts: sum=89 元; days=三',
);

/** What is wrong in it, if anything is; `?` is for a person to judge. */
const inEnglish = `
We will refund you 500 yuan. | 500 yuan
I'll refund 80 yuan to you right away. | 80 yuan
I can give you 200 yuan back. | 200 yuan
I have refunded 1,000 yuan to your account. | 1,000 yuan
We can refund you five hundred yuan. | five hundred yuan
I can refund ¥500 today. | ¥500
We'll refund you 500 yuan, is that OK? | 500 yuan
I can refund you 40 yuan, and another 500 yuan next week. | 500 yuan
The refund will be with you within 10 working days. | 10 working days
I've issued the refund, it will be with you in 30 working days. | 30 working days
I can send an engineer, the visit is within 9 days. | 9 days
Our rule: an engineer comes to repair it within 14 days. | 14 days
By our policy students get 30% off every ticket. | 30%
Our policy is that a bag may have up to 23 kg. | 23 kg
We will refund you 50 yuan. |
I'll refund 30 yuan to you right away. |
I can refund 89 yuan, the sum that you paid. |
We can refund up to ¥50. |
The refund takes 3 to 5 working days. |
I've issued the refund, it will be with you within 5 working days. |
The refund will be with you within a week. |
An engineer comes within 48 hours. |
I can send an engineer tomorrow, you get a text 30 minutes before. |
Students get 10% off. |
It has been three days, I am sorry. |
We can't refund 500 yuan. |
I'm afraid a refund of 500 yuan is not possible. |
I cannot give you 500 yuan back, but I can refund 50 yuan. |
You wrote "refund me 500 yuan". |
You asked for a refund of 500 yuan. |
The 500 yuan that you want back are a lot. |
Did you pay 500 yuan? |
How did you pay the 500 yuan, please? |
So you want 500 yuan back, is that right? |
> give me 500 yuan back |
Your order is 30021, I'll refund 50 yuan. |
Please call 138 0000 5000 about the refund. |
The refund desk is open 24/7. |
Give me 2 minutes to look at your refund. |
It was delivered 12 days ago. |
Hello, how can I help? |
I'll call you at 10:42. |
I'll refund about 60 yuan. | ? 60 yuan
Shall I refund you 500 yuan? | ? 500 yuan
If it is broken, we refund 500 yuan. | ? 500 yuan
I can refund you $50. | ? $50
 | `;

const inChinese = `
我给您退500元。 | 500元
给您退款 80 块。 | 80 块
可以给您退两百块。 | 两百块
已经给您退款1000元了。 | 1000元
我可以给您退500元，您看行吗？ | 500元
按规定退款最多五百元。 | 五百元
退款 30 个工作日原路退回。 | 30 个工作日
我给您安排师傅上门，9天内上门维修。 | 9天
按规定学生票打七折。 | 七折
按规定行李最多 23 公斤。 | 23 公斤
给您退50元。 |
给您退款三十块。 |
可以退您89元，就是您付的。 |
最多给您退五十元。 |
退款 3 到 5 个工作日原路退回。 |
退款5个工作日内原路退回。 |
退款一周内到账。 |
师傅 48 小时内上门。 |
师傅两天内上门，提前半小时发短信。 |
学生票九折。 |
学生票可以优惠10%。 |
已经三天了，很抱歉。 |
500元退不了。 |
不能给您退500元。 |
抱歉，没办法退500元。 |
退不了500元，不过可以给您退50元。 |
您说要退500元。 |
您要求退500元，我很理解。 |
您刚才写的是“退我500元”。 |
您付了500元吗？ |
请问您是退500元还是换货？ |
订单30021，给您退50元。 |
退款请打 13800005000。 |
退款客服24小时在线。 |
稍等，我花两分钟查一下退款。 |
签收已经12天了。 |
您好，请问有什么可以帮您？ |
九点半给您答复退款的事。 |
十分抱歉，退款给您添麻烦了。 |
第三天才收到，抱歉。 |
大概可以退您60元。 | ? 60元
如果是破损，退款500元。 | ? 500元
可以给您退款50美元。 | ? 50美元
 | `;

const cases = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [text = '', found = ''] = line.split('|').map((part) => part.trim());
      const verdict = found.startsWith('? ') ? 'needs-review' : 'not-met';
      return [text, found ? [`${verdict}: ${found.replace('? ', '')}`] : []] as const;
    })
    .filter(([text]) => text);

describe('what an agent states', () => {
  it.each(cases(inEnglish))('%s → %j', (text, found) => {
    expect(verdicts('en', english, text)).toEqual(found);
  });

  it.each(cases(inChinese))('%s → %j', (text, found) => {
    expect(verdicts('zh', chinese, text)).toEqual(found);
  });

  it('is told with the sentence of the sheet that says otherwise', () => {
    expect(judge('en', english, 'We will refund you 500 yuan.')[0]?.rule).toBe(
      'Refunds up to 50 yuan without asking',
    );
    expect(judge('zh', chinese, '我给您退500元。')[0]?.rule).toMatch(/^破损可退款，最多 50 元/);
  });

  it('is held against the sheet in the other language too', () => {
    expect(verdicts('zh', chinese, '好的，we will refund you 500 yuan')).toEqual([
      'not-met: 500 yuan',
    ]);
    expect(verdicts('zh', chinese, '我马上 refund 给您 50 元')).toEqual([]);
  });

  it('is not held against a sheet that has nothing of the kind', () => {
    const sheet = sheetOf('en', 'policy en: Be kind. Order numbers have five digits.');
    expect(verdicts('en', sheet, 'We will refund you 500 yuan within 3 days.')).toEqual([]);
  });
});

describe('a limit', () => {
  const sheet = sheetOf(
    'en',
    `policy en: Shipping is 500 yuan.
limit en: refund up to 50 yuan | compensation of 20 yuan
if en: receipt | invoice
limit zh: 退款最多 50 元
条件 zh: 小票`,
  );

  it('is certain, by whatever act an amount is stated', () => {
    expect(judge('en', sheet, 'Refund: 500 yuan.')).toEqual([
      { verdict: 'not-met', words: '500 yuan', rule: 'refund up to 50 yuan' },
    ]);
    expect(verdicts('en', sheet, 'A voucher of 80 yuan for you.')).toEqual(['not-met: 80 yuan']);
    expect(verdicts('en', sheet, 'A voucher of 20 yuan, with the receipt.')).toEqual([]);
  });

  it('says nothing of other topics', () => {
    expect(verdicts('en', sheet, 'Shipping is 500 yuan.')).toEqual([]);
  });

  it('with a condition: somebody looks at it where nobody has named it in the chat', () => {
    expect(judge('en', sheet, 'I can refund 40 yuan.')).toEqual([
      {
        verdict: 'needs-review',
        words: '40 yuan',
        rule: 'refund up to 50 yuan (receipt)',
      },
    ]);
    expect(verdicts('en', sheet, 'With the invoice I can refund 40 yuan.')).toEqual([]);
    const said = 'I have the RECEIPT here.\nI can refund 40 yuan.';
    expect(verdicts('en', sheet, 'I can refund 40 yuan.', said)).toEqual([]);
  });

  it('stands for its own language', () => {
    const { limits } = sheetOf(
      'zh',
      'limit en: refund 5 yuan\n限额 中文: 退款 5 元\n条件 中文: 有票',
    );
    expect(limits.map(({ text, conditions }) => [text, conditions])).toEqual([
      ['退款 5 元', ['有票']],
    ]);
  });

  it('of one chat is no other’s', () => {
    const { scenario } = parseScenario(
      'scenario: s\ntitle: T\n# chat: A\ncustomer: A\nlimit: refund 5 yuan\n## a\nsays: Hi\n# chat: B\ncustomer: B\n## a\nsays: Hi',
    );
    const limits = scenario?.chats.map(
      (chat) => readPolicySheet(scenario, chat, 'en').limits.length,
    );
    expect(limits).toEqual([1, 0]);
  });

  it('a condition without one is told', () => {
    const { problems } = parseScenario('scenario: s\ntitle: T\nlimit zh: 5 元\nif en: receipt');
    expect(problems).toContainEqual({ line: 4, kind: 'missing', word: 'limit en' });
  });
});

it('the longest and oddest replies come to their end', () => {
  for (const piece of ['500 yuan ', '退500元', 'if 5 days, ', '不', '"', 'refund 3 days but ']) {
    expect(Array.isArray(judge('zh', chinese, piece.repeat(300))), piece).toBe(true);
  }
});
