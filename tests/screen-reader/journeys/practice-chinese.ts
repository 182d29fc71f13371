import { fixedRandom } from '../fixed-random.ts';
import type { Journey, Step } from '../journey.ts';
import { toScenario } from '../openings.ts';

/** As an input method commits it. No key goes before it, so Orca reads it, but not the first. */
const write = (text: string): Step => ({ note: 'Write', insert: text, expect: [text] });

/** The same as `practice`, at a Chinese desk with a Chinese customer. */
export const journey: Journey = {
  title: 'A whole practice chat in Chinese, its debrief, and one turn again',
  url: '/',
  language: 'zh-CN',
  before: fixedRandom(7),
  steps: [
    { note: 'The page opens', includes: ['Harebell document web.'] },
    { note: 'To the first link', press: ['h', 'k'], includes: ['马上练习 link.'] },
    { note: 'Practise now', press: 'Return', includes: ['练习 heading level 1.'] },
    toScenario('第 1 级', '第一次接待'),
    { note: 'Its button', press: 'Tab', expect: ['开始：第一次接待 push button.'] },
    {
      note: 'A4: begin: the desk, and the customer comes',
      press: 'Return',
      includes: ['没有打开的会话 heading level 1.', '~ 新客户：朵朵妈妈，营业时间，中文'],
    },
    {
      note: 'Accept: the reply box, then her words',
      press: 'alt+a',
      expect: ['回复 朵朵妈妈 entry.', 'Focus mode', '~ 朵朵妈妈：有人吗'],
      mode: 'focus',
    },
    { note: 'Greet', insert: '您好，这里是清溪游泳馆，请问有什么可以帮您？', expect: [] },
    {
      note: 'She writes twice',
      press: 'ctrl+Return',
      expect: ['~ 周日开到几点呀', '~ 想吃完午饭带娃过来'],
    },
    write('周日 9:00 到 18:00 开放，最晚 17:00 入场。'),
    { note: 'Send', press: 'ctrl+Return', expect: ['~ 那要预约吗 还是直接去就行'] },
    write('不用预约，直接来就可以。按规定 8 岁以下的孩子要有大人陪着下水。'),
    { note: 'Send', press: 'ctrl+Return', expect: ['~ 好滴 知道了'] },
    write('不客气。'),
    {
      note: 'That falls short: she waits for more',
      press: 'ctrl+Return',
      expect: ['~ 嗯嗯'],
      // Heard, before the next is written: what is sent sooner is held back (A19).
      listen: 2500,
    },
    write('请问还有什么可以帮您的吗？'),
    { note: 'Made good', press: 'ctrl+Return', expect: ['~ 没有啦 谢谢～'] },
    write('感谢您的咨询，再见！'),
    { note: 'She goes', press: 'ctrl+Return', expect: ['~ 朵朵妈妈 已离开。'] },
    {
      note: 'A39: the wrap-up, from the reply box and by no other way',
      press: ['alt+j', 'w'],
      expect: ['结果如何？ panel.', '已解决.', 'not selected radio button', 'Browse mode'],
    },
    { note: 'Solved', press: 'space', expect: ['selected'] },
    {
      note: 'A4: save: the debrief',
      press: 'Return',
      includes: ['复盘 heading level 1.', '~ 练习结束。'],
      excludes: ['已完成'],
    },
    {
      note: 'What was practised, and how it ended',
      press: ['Down', 'Down'],
      includes: ['第一次接待.', '朵朵妈妈：问题已解决。'],
    },
    {
      note: 'A3: by headings: the points',
      press: ['h', 'Down'],
      expect: ['得分 heading level 2.', '98 分（满分 100），已达到 70 分的合格线。'],
    },
    {
      note: 'A3: by headings: the rules, and the first of them',
      press: ['h', 'Down'],
      expect: ['本场景的规则 heading level 2.', 'List with 3 items.', '做得好：问候。'],
    },
    {
      note: 'A3: by headings: the turn that fell short',
      press: ['h', 'h', 'h', 'h', 'h'],
      expect: [
        '逐句回顾 heading level 2.',
        '第 1 轮，朵朵妈妈：做得好 heading level 3.',
        '第 2 轮，朵朵妈妈：做得好 heading level 3.',
        '第 3 轮，朵朵妈妈：做得好 heading level 3.',
        '第 4 轮，朵朵妈妈：还要练 heading level 3.',
      ],
    },
    {
      note: 'What was said, and what it came to',
      press: ['Down', 'Down', 'Down', 'Down', 'Down', 'Down'],
      expect: [
        'List with 6 items.',
        '朵朵妈妈：好滴 知道了.',
        '我：不客气。',
        '做到了：让客户知道你看到了 “不客气”',
        '还缺：问问还需要什么帮助.',
        '下次可以试试：道别之前，先问还有没有别的需要。',
        '可以这样回：不客气，请问还有什么可以帮您的吗？',
      ],
    },
    {
      note: 'What can be done with it',
      press: ['b', 'b'],
      expect: ['朗读范例回复，第 4 轮 push button.', '从第 4 轮重来 push button.'],
    },
    {
      note: 'Again: she comes anew',
      press: 'Return',
      includes: ['没有打开的会话 heading level 1.', '~ 新客户：朵朵妈妈，营业时间，中文'],
    },
    {
      note: 'Her words of that turn',
      press: 'alt+a',
      expect: ['回复 朵朵妈妈 entry.', 'Focus mode', '~ 朵朵妈妈：好滴 知道了'],
      mode: 'focus',
    },
    {
      note: 'What I wrote before it is there',
      press: 'alt+2',
      includes: ['~ 我：不用预约，直接来就可以。按规定 8 岁以下的孩子要有大人陪着下水。'],
    },
  ],
};
