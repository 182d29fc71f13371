import { describe, expect, it } from 'vitest';
import type { DialogueAct } from '../../src/domain/run-report.ts';
import { detectActs } from '../../src/simulator/detect-acts.ts';

type Row = readonly [text: string, has: readonly DialogueAct[], lacks?: readonly DialogueAct[]];

const rows: readonly Row[] = [
  ['您好，请问有什么可以帮您？', ['greet', 'ask_info'], ['offer_more_help']],
  ['你好', ['greet']],
  ['亲，在的', ['greet']],
  ['下午好', ['greet']],
  ['感谢您的耐心等待', ['thank']],
  ['谢谢', ['thank']],
  ['辛苦您了', ['thank']],
  ['不用谢', ['acknowledge'], ['thank']],
  ['不客气', ['acknowledge']],
  ['好的，我看一下', ['acknowledge', 'set_expectation']],
  ['明白了', ['acknowledge']],
  ['收到', ['acknowledge']],
  ['嗯嗯', ['acknowledge']],
  ['再见', ['close']],
  ['祝您生活愉快', ['close']],
  ['那先这样，拜拜', ['close']],
  ['非常抱歉', ['apologise']],
  ['不好意思让您久等了', ['apologise']],
  ['对不起，是我们的疏忽', ['apologise']],
  ['给您道歉', ['apologise']],
  ['我不会道歉的', [], ['apologise']],
  ['没必要道歉', [], ['apologise']],
  ['不用道歉', [], ['apologise']],
  ['您的心情我能理解', ['empathise']],
  ['换作是我也会着急', ['empathise']],
  ['给您添麻烦了', ['empathise']],
  ['您先别急', ['empathise']],
  ['我理解您的着急', ['empathise']],
  ['请提供一下订单号', ['ask_order_number']],
  ['订单号是多少', ['ask_order_number']],
  ['麻烦发我运单号', ['ask_order_number']],
  ['单号发一下', ['ask_order_number']],
  ['您的订单号我已经看到了', [], ['ask_order_number']],
  ['不用提供订单号', [], ['ask_order_number']],
  ['麻烦提供姓名和手机后四位', ['verify_identity']],
  ['请问您贵姓？', ['verify_identity']],
  ['先核实一下您的身份', ['verify_identity']],
  ['请报一下身份证号后六位', ['verify_identity']],
  ['您是本人吗？', ['verify_identity']],
  ['您想要什么颜色呢？', ['ask_info']],
  ['请问是什么时候下的单', ['ask_info']],
  ['方便拍张照片吗？', ['ask_info']],
  ['您这么说我很难过', [], ['ask_info']],
  ['您要改到周六，对吗？', ['confirm_details']],
  ['跟您确认一下，是两张票', ['confirm_details']],
  ['您的意思是想退货', ['confirm_details']],
  ['您的包裹目前在郑州', ['give_information']],
  ['系统显示昨天已发货', ['give_information']],
  ['因为天气原因延误了', ['give_information']],
  ['包裹在哪里呢？', [], ['give_information']],
  ['查不到您的订单', ['state_unavailable']],
  ['这款目前缺货', ['state_unavailable']],
  ['没有找到相关记录', ['state_unavailable']],
  ['按规定需要先核实', ['state_policy']],
  ['为了您的账户安全', ['state_policy']],
  ['核实之后才能办理', ['state_policy']],
  ['这个我没办法帮您改', ['refuse'], ['offer_resolution']],
  ['不能给您退款', ['refuse'], ['offer_resolution']],
  ['抱歉，办不了', ['refuse', 'apologise']],
  ['我马上帮您补发一份', ['offer_resolution']],
  ['可以给您全额退款', ['offer_resolution']],
  ['您看退款还是换货？', ['offer_resolution']],
  ['我给您申请一张优惠券', ['offer_resolution']],
  ['已经为您退款了', ['confirm_resolution'], ['offer_resolution']],
  ['改好了', ['confirm_resolution']],
  ['退款申请已提交', ['confirm_resolution']],
  ['帮您改好吗？', [], ['confirm_resolution']],
  ['还没退款', [], ['confirm_resolution']],
  ['3到5个工作日内到账', ['set_expectation']],
  ['请稍等', ['set_expectation']],
  ['明天上午会联系您', ['set_expectation']],
  ['我帮您查一下', ['set_expectation']],
  ['我请主管跟进', ['escalate']],
  ['帮您转接人工', ['escalate']],
  ['转给售后部门处理', ['escalate']],
  ['还有什么需要帮忙的吗', ['offer_more_help']],
  ['请问还有其他问题吗？', ['offer_more_help']],
  ['您说“对不起”是什么意思', [], ['apologise']],
  ['您刚才写的「谢谢」我看到了', [], ['thank']],
  ['天气不错', []],
];

describe('acts in Chinese', () => {
  it.each(rows.map(([text, has, lacks = []]) => ({ text, has, lacks })))(
    '$text',
    ({ text, has, lacks }) => {
      const found = detectActs(text, 'zh-CN').map(({ act }) => act);
      expect(found).toEqual(expect.arrayContaining([...has]));
      for (const act of lacks) expect(found).not.toContain(act);
      if (has.length === 0 && lacks.length === 0) expect(found).toEqual([]);
    },
  );

  it('reads an English word in a Chinese conversation, and the other way round', () => {
    expect(detectActs('sorry，我看一下', 'zh').map(({ act }) => act)).toContain('apologise');
    expect(detectActs('您好 Ms Cole', 'en').map(({ act }) => act)).toContain('greet');
  });

  it('earns nothing for words crammed into one sentence', () => {
    expect(detectActs('您好抱歉谢谢退款好了主管再见', 'zh')).toEqual([]);
  });

  it('tells the words that showed an act', () => {
    expect(detectActs('非常抱歉。', 'zh')).toEqual([{ act: 'apologise', words: '抱歉' }]);
  });

  it('reads hostile text to its end', () => {
    for (const piece of ['您', '已', '我现在马上', '什么', '给您', '“', '订单']) {
      expect(detectActs(piece.repeat(200_000), 'zh').length).toBeLessThan(3);
    }
  });
});
