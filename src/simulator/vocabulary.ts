import { type DialogueAct, dialogueActs } from '../domain/run-report.ts';

/** Where a keyword may stand: scenario, chat, beat. */
export type Part = 's' | 'c' | 'b';

/** How a keyword's text is read. */
export type Reading =
  | 'text'
  | 'number'
  | 'word'
  | 'words'
  | 'acts'
  | 'time'
  | 'rule'
  | 'pairs'
  | 'earlier'
  | 'must'
  | 'may'
  | 'picture'
  | 'never'
  | 'limit'
  | 'arrives';

/** English keyword → Chinese keyword, parts, reading. */
const table = {
  scenario: ['场景', 's', 'word'],
  title: ['标题', 's', 'text'],
  level: ['级别', 's', 'number'],
  languages: ['语言', 's', 'words'],
  seed: ['种子', 's', 'number'],
  clock: ['计时', 's', 'word'],
  policy: ['规定', 's', 'text'],
  must: ['必须', 'sc', 'must'],
  may: ['可以', 'c', 'may'],
  never: ['禁止', 'sc', 'never'],
  limit: ['限额', 'sc', 'limit'],
  if: ['条件', 'sc', 'limit'],
  customer: ['客户', 'c', 'text'],
  topic: ['主题', 'c', 'text'],
  channel: ['渠道', 'c', 'word'],
  patience: ['耐心', 'c', 'number'],
  arrives: ['到达', 'c', 'arrives'],
  facts: ['资料', 'c', 'pairs'],
  labels: ['名称', 'c', 'pairs'],
  known: ['已知', 'c', 'words'],
  private: ['保密', 'c', 'words'],
  wrote: ['曾写', 'c', 'earlier'],
  answered: ['曾答', 'c', 'earlier'],
  says: ['说', 'b', 'text'],
  voice: ['语音', 'b', 'text'],
  picture: ['图片', 'b', 'picture'],
  again: ['再说', 'scb', 'text'],
  nudge: ['催促', 'scb', 'text'],
  leaves: ['走时说', 'scb', 'text'],
  want: ['要', 'b', 'acts'],
  anyof: ['任一', 'b', 'acts'],
  within: ['时限', 'b', 'time'],
  all: ['全中', 'b', 'rule'],
  some: ['部分', 'b', 'rule'],
  none: ['未中', 'b', 'rule'],
  silent: ['沉默', 'b', 'rule'],
  angry: ['生气', 'b', 'rule'],
  hint: ['提示', 'b', 'text'],
  model: ['范例', 'b', 'text'],
  end: ['结束', 'b', 'word'],
} as const satisfies Record<string, readonly [string, string, Reading]>;

/** A keyword by its English name. */
export type KeywordName = keyof typeof table;

/** A keyword, where it may stand and how its text is read. */
export interface Keyword {
  readonly name: KeywordName;
  readonly parts: string;
  readonly reading: Reading;
}

/** English and Chinese names → keyword. */
export const keywords: ReadonlyMap<string, Keyword> = new Map(
  (Object.entries(table) as [KeywordName, (typeof table)[KeywordName]][]).flatMap(
    ([name, [chinese, parts, reading]]) => {
      const keyword = { name, parts, reading };
      return [
        [name, keyword],
        [chinese, keyword],
      ] as const;
    },
  ),
);

const chineseActs =
  '问候 感谢 回应 道别 道歉 共情 问订单号 核实身份 问信息 确认细节 说明情况 说明没有 说明规定 拒绝 提出方案 确认办妥 说明下一步 转交 还有需要'.split(
    ' ',
  );

/** English and Chinese names → act. */
export const actNames: ReadonlyMap<string, DialogueAct> = new Map(
  dialogueActs.flatMap((act, index) => [
    [act, act] as const,
    [chineseActs[index] ?? act, act] as const,
  ]),
);

/** Chinese words of values and steps → the English ones. */
export const chineseWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    到: 'go',
    不动: 'stay',
    结束: 'end',
    离开: 'leave',
    耐心: 'patience',
    已解决: 'solved',
    走了: 'left',
    宽松: 'soft',
    关: 'off',
    文字: 'text',
    实时文字: 'rtt',
    中文: 'zh',
    英文: 'en',
    会话: 'chat',
  }),
);

/**
 * A keyword, act or value as it is written in a language.
 * @param word the English one
 */
export function inWords(word: string, language: 'en' | 'zh'): string {
  if (language === 'en') return word;
  const [chinese = word] =
    [...keywords].find(([own, { name }]) => name === word && own !== word) ??
    [...actNames].find(([own, act]) => act === word && own !== word) ??
    [...chineseWords].find(([, english]) => english === word) ??
    [];
  return chinese;
}
