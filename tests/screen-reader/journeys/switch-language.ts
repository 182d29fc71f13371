import { fixedClock } from '../fixed-clock.ts';
import type { Journey } from '../journey.ts';
import { takeCustomer, theDesk } from '../openings.ts';

/** The language of the desk changes in the middle of a reply. */
export const journey: Journey = {
  title: 'Switching the language with a draft in the reply box',
  url: 'desk',
  before: fixedClock,
  steps: [
    theDesk,
    ...takeCustomer('Lina'),
    { note: 'A draft', type: 'I am looking', expect: [] },
    { note: 'Find the command', press: 'ctrl+k', until: "document.querySelector('[role=dialog]')" },
    { note: 'By its name', press: ['s', 'w', 'i', 't'], includes: ['Switch language.'] },
    {
      note: 'Do it: back in the reply box',
      press: 'Return',
      until: "document.documentElement.lang === 'zh-CN'",
      expect: ['Reply to Lina entry I am looking.'],
    },
    {
      note: 'A56: the draft is still there',
      press: 'alt+g',
      expect: ['~ 正在和 Lina 聊。 待回复：Hello, Lina here. 草稿：I am looking'],
    },
    { note: 'The words are Chinese', press: 'alt+k', expect: ['~ 正在回复 Lina。'] },
    { note: 'Write on where I was', type: ' into it.', expect: [] },
    { note: 'Send', press: 'ctrl+Return', listen: 2000, expect: [] },
    {
      note: 'What was sent',
      ready: "desk.sent[0]?.text === 'I am looking into it.'",
      press: 'alt+1',
      expect: ['~ 我：I am looking into it. 12:00'],
    },
    { note: 'The customer', press: 'alt+2', expect: ['~ Lina：Hello, Lina here. 12:00'] },
    {
      note: 'A2: to the next region',
      press: 'ctrl+F6',
      expect: [
        'leaving main content.',
        'complementary content 客户',
        '私人备注 entry.',
        '只有你能看到，保存在这台电脑上。',
      ],
    },
    {
      note: 'And back',
      press: 'ctrl+shift+F6',
      expect: ['leaving complementary content.', 'main content', '回复 Lina entry.'],
    },
  ],
};
