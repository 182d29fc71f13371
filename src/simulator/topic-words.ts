/** What desks talk about, in both languages: whichever word is used, it is the same topic. */
const concepts: readonly (readonly [string, RegExp])[] = [
  [
    'money back',
    /\b(?:refund\w*|reimburs\w*|money back|(?:give|get|send|pay|transfer)\b.{0,16}\bback|goes back)\b|退款|退钱|退还|退回|全退|返还|退(?=[给你您一二两三四五六七八九十百千\d¥￥$])/gi,
  ],
  [
    'compensation',
    /\b(?:compensat\w*|vouchers?|coupons?|goodwill|credit(?:ed)?)\b|赔偿|赔付|补偿|代金券|优惠券|[赔补](?=给|你|您|\d)/gi,
  ],
  [
    'return',
    /\b(?:returns?|returned|send (?:it|them) back|(?:is|are|comes?) back)\b|退货|退换|退件/gi,
  ],
  ['exchange', /\b(?:exchang\w*|swap\w*)\b|换货|换新|调换|换(?=[一大小个件尺])/gi],
  [
    'new one',
    /\b(?:replac\w*|new (?:one|parcel|card|sim)|resend|re-send)\b|补发|重发|重新发|补卡|新卡/gi,
  ],
  ['shipping', /\b(?:shipping|postage|delivery (?:fees?|costs?|charges?))\b|运费|邮费/gi],
  [
    'delivery',
    /\b(?:deliver\w*|arriv\w*|shipped|ships?)\b|送达|送到|寄到|到货|签收|发货|配送|放行/gi,
  ],
  ['visit', /\b(?:engineers?|technicians?|fitters?|visits?)\b|师傅|上门|维修/gi],
  [
    'reply',
    /\b(?:repl(?:y|ies)|answer\w*|get back|writes?|contact\w*|hear from|be in touch|texts?|sms|messages?|emails?)\b|答复|回复|联系|回信|短信|通知/gi,
  ],
  ['call', /\b(?:calls?|phones?|rings?)\b|电话|来电/gi],
  ['tax', /\b(?:tax\w*|dut(?:y|ies)|customs)\b|税|海关/gi],
  ['discount', /\b(?:discounts?|off|codes?|promo\w*)\b|折扣|优惠|打折|折|活动|减/gi],
  ['fee', /\b(?:fees?|costs?|charg\w*|price\w*)\b|收费|扣费|费用|价格|手续费/gi],
  ['warranty', /\b(?:warrant\w*|guarantee\w*)\b|保修|质保/gi],
  [
    'change',
    /\b(?:cancel\w*|chang\w*|mov(?:e|ed|ing)|rebook\w*|reschedul\w*)\b|取消|改签|改约|改期|改到/gi,
  ],
  ['delete', /\b(?:delet\w*|eras\w*|remov\w*)\b|删除|注销/gi],
  ['keep', /\b(?:keep|kept|stor(?:e|ed)|stays?|retain\w*)\b|保留|保存/gi],
  ['trace', /\b(?:trac(?:e|ed|ing)|investigat\w*|look into)\b|核查|调查/gi],
  ['reset', /\b(?:resets?|restart\w*)\b|重置|恢复/gi],
  ['lost', /\b(?:lost|missing)\b|丢件|丢失/gi],
  ['pay', /\b(?:pays?|paid|payments?)\b|缴|支付|付款/gi],
  ['data', /\b(?:data|roam\w*)\b|流量|漫游/gi],
  ['decision', /\b(?:decisions?|decided?|outcome|results?)\b|结果/gi],
];

/** Words that say nothing of what it is about. */
const english = new Set(
  `the and for you your yours our ours are was were will would can could shall should may might must have has had been
being this that these those there here with without from into onto over under within about after before until
then than when where what which who whom whose why how all any some each every most more less least much many
not yes but also just only very too now today tomorrow soon once again still already even ever never its it's
him her his she they them their one two get gets got give gives take takes let make makes use used please sorry thank
thanks hello dear sure okay fine right need needs want wants like know see say says tell ask asks
another next last way case thing things time times day days hour hours minute minutes week weeks month months year years
working business dollars dollar euros euro pounds pound yuan percent per`.split(/\s+/),
);
const chinese =
  /工作|[的了在是您你我他她它们咱这那就会可以要请也都还和与或把被对给让为到从向按由吗呢吧啊哦呀哈么着过及其之个内外上下前后大小多少不没有无很最约左右已经现先再然一二三四五六七八九十百千万两半天日周月年时分秒元块次件位]/g;

/** What nearly every reply speaks of; it tells no more than a word. */
const common = new Set(['#reply', '#call', '#change', '#pay', '#fee', '#lost']);

const stem = (word: string): string => word.replace(/(?:'s|ies|ing|ed|es|s|e|y)$/, '').slice(0, 7);

/**
 * What a text is about: topics of service desks, and its own content words. Numbers, units and small
 * words are left out; Chinese is taken two characters at a time.
 */
export function topicWords(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  let rest = text.toLowerCase();
  for (const [name, pattern] of concepts) {
    rest = rest.replace(pattern, () => {
      words.add(`#${name}`);
      return ' ';
    });
  }
  for (const [word] of rest.matchAll(/[a-z][a-z']{2,}/g)) {
    if (!english.has(word)) words.add(stem(word));
  }
  for (const [run] of rest.replace(chinese, ' ').matchAll(/\p{Script=Han}{2,}/gu)) {
    for (let at = 0; at + 2 <= run.length; at += 1) words.add(run.slice(at, at + 2));
  }
  return words;
}

/** Whether it is a topic that tells one case from another. */
export const isTopic = (word: string): boolean => word.startsWith('#') && !common.has(word);
