import { describe, expect, it } from 'vitest';
import { languageRuns } from '../../src/domain/language-runs.ts';
import { checkRules } from '../../src/simulator/check-rules.ts';
import { detectActs } from '../../src/simulator/detect-acts.ts';
import { parseScenario } from '../../src/simulator/parse-scenario.ts';

const { scenario, problems } = parseScenario(`scenario: mixed
title: T
languages: zh
never: calm down | 不归我管
policy zh: 退款最多 50 元。
# chat: 唐
customer: 小唐
facts: mobile=17000005213
private: mobile
## open
says: data roaming 有上限吗，还是 unlimited 的
want: greet, ask_order_number`);

const broken = (reply: string) => {
  const [chat] = scenario?.chats ?? [];
  if (!scenario || !chat) throw new Error(JSON.stringify(problems));
  const replies = [{ text: reply, acts: detectActs(reply, 'zh') }];
  return checkRules(scenario, [{ chat, replies, turns: [{ reply }] }], 'zh', detectActs)
    .filter(({ verdict }) => verdict === 'not-met')
    .map(({ kind, words }) => [kind, words]);
};

describe('several languages in one line', () => {
  it('are read apart, word by word', () => {
    const says = scenario?.chats[0]?.beats[0]?.texts.says?.['*']?.[0] ?? '';
    expect(languageRuns(says, 'zh').map(({ language }) => language)).toEqual(['en', 'zh']);
  });

  it.each([
    ['您好, what is your order number?', ['greet', 'ask_order_number']],
    ['Hello, 麻烦提供一下订单号', ['greet', 'ask_order_number']],
    ['非常抱歉, I will refund it today', ['apologise', 'offer_resolution']],
  ])('in “%s” the acts of both are found', (reply, acts) => {
    expect(detectActs(reply, 'zh').map(({ act }) => act)).toEqual(expect.arrayContaining(acts));
  });

  it.each([
    ['您先 calm down 好吗', 'never', 'calm down'],
    ['Sorry 这个不归我管 really', 'never', '不归我管'],
    ['Your mobile 是170 0000 5213吧', 'private', '170 0000 5213'],
    ['好的，we will refund you 500 yuan', 'fact', '500 yuan'],
    ['OK, 我给您退500元', 'fact', '500元'],
  ])('in “%s” what is wrong is found', (reply, kind, words) => {
    expect(broken(reply)).toEqual([[kind, words]]);
  });

  it('and nothing is wrong with what is right', () => {
    expect(broken('您好 Ms Tang, 可以退 50 yuan, order 30021')).toEqual([]);
  });
});
