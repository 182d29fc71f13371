import { fixedRandom } from '../fixed-random.ts';
import type { Journey } from '../journey.ts';
import { toScenario } from '../openings.ts';

/** A Chinese browser: the desk is Chinese from the first word, and so are the customers. */
export const journey: Journey = {
  title: 'First start in Chinese',
  url: '/',
  language: 'zh-CN',
  before: fixedRandom(7),
  steps: [
    { note: 'The page opens', includes: ['Harebell document web.'] },
    { note: 'The heading', press: 'h', expect: ['Harebell heading level 1.'] },
    {
      note: 'The next link',
      press: 'k',
      expect: ['马上练习 link.', '练习用的模拟客户。不用账号，内容不会离开这台电脑。'],
    },
    {
      note: 'A4: practise now',
      press: 'Return',
      includes: ['练习 heading level 1.'],
    },
    toScenario('第 1 级', '第一次接待', '包裹三天没动'),
    { note: 'Its button', press: 'Tab', expect: ['开始：包裹三天没动 push button.'] },
    {
      note: 'The desk, and the customer comes',
      press: 'Return',
      includes: ['没有打开的会话 heading level 1.', '~ 新客户：林女士，快递没动，中文'],
    },
    {
      note: 'Accept',
      press: 'alt+a',
      expect: [
        '回复 林女士 entry.',
        'Focus mode',
        '~ 林女士：快递停在郑州中转站三天了，怎么回事啊',
      ],
    },
    {
      note: 'Answer, as an input method commits it',
      insert: '您好，很抱歉让您久等了。麻烦告诉我一下订单号。',
      expect: [],
    },
    { note: 'She answers; my own words are silent', press: 'ctrl+Return', includes: ['~ 30021'] },
  ],
};
