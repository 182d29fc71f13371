import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { checkAxe } from '../support/check-axe.ts';
import { until } from '../support/desk-screens.ts';
import { texts } from '../support/on-page.ts';
import { openDebrief } from '../support/open-debrief.ts';
import { openDesk } from '../support/open-desk.tsx';
import { aChineseReport, aReport, aTurn } from './a-report.ts';

/** All text of the debrief that stands in a language other than the page's, by language. */
const foreign = (language: string) =>
  texts(`[lang="${language}"]`).filter((text, index, all) => all.indexOf(text) === index);

beforeEach(async () => {
  await page.viewport(1280, 800);
});

describe('structure', () => {
  it('A4: the end of a practice leads to the debrief’s heading', async () => {
    await openDebrief(aReport());
    await expect.element(page.getByRole('heading', { level: 1, name: 'Debrief' })).toHaveFocus();
    expect(document.title).toBe('Debrief – Harebell');
  });

  it('A3: headings lead through it in order: h1, its parts h2, each turn h3', async () => {
    await openDebrief(aReport());
    const outline = [...document.querySelectorAll('main :is(h1, h2, h3, h4)')].map(
      ({ tagName, textContent }) => `${tagName} ${textContent}`,
    );
    expect(outline).toEqual([
      'H1 Debrief',
      'H2 Points',
      'H2 Rules of this scenario',
      'H2 Turn by turn',
      'H3 Turn 1, Lin: To practise',
      'H3 Turn 2, Lin: Well done',
    ]);
  });

  it('A3: a part with nothing in it has no heading', async () => {
    await openDebrief(aReport({ rules: [], turns: [] }));
    expect(texts('h2, h3')).toEqual([]);
    expect(texts('.row button')).toEqual(['Practise again', 'Leave practice']);
  });

  it('A1: a long practice adds no landmarks: its turns are found by their headings', async () => {
    await openDebrief(aReport({ turns: Array.from({ length: 12 }, () => aTurn()) }));
    expect(texts('h3')).toHaveLength(12);
    const named = '[aria-label], [aria-labelledby], [role=region]';
    const landmarks = document.querySelectorAll(`header, main, nav, footer, section:is(${named})`);
    expect(landmarks.length).toBeGreaterThan(1);
    expect(landmarks.length).toBeLessThanOrEqual(6);
  });

  it.each(['en', 'zh-CN'] as const)('A48: satisfies axe in %s', async (language) => {
    await openDebrief(aReport(), language);
    await checkAxe();
  });
});

describe('what it says', () => {
  it('of each customer: how they left, the first reply, the time in all', async () => {
    const [lin] = aReport().conversations;
    if (!lin) throw new Error('The report is empty.');
    await openDebrief(
      aReport({
        conversations: [
          lin,
          { ...lin, customerName: 'Bo', outcome: 'left', firstReplyAfter: undefined },
          { ...lin, customerName: 'Cai', outcome: 'closed', handlingTime: 5000 },
        ],
      }),
    );
    expect(texts('#page > ul:first-of-type > li')).toEqual([
      'Lin: solved. First reply after 9 seconds. In all 2 minutes.',
      'Bo: left without help. No reply. In all 2 minutes.',
      'Cai: you ended the conversation before it was solved. First reply after 9 seconds. In all less than a minute.',
    ]);
  });

  it('of a turn to practise: words, what was found, what is missing, a hint, a model', async () => {
    await openDebrief(aReport());
    expect(texts('section:first-of-type li')).toEqual([
      'Lin: Where is my parcel?',
      'You: Hello Lin.',
      'Found: greet Hello',
      'Missing: ask for the order number',
      'One thing to try: Ask for the number.',
      'A reply that works: Hello! May I have your order number?',
    ]);
  });

  it('of a turn that was met: no hint', async () => {
    await openDebrief(aReport());
    expect(texts('section:last-of-type li').join()).not.toContain('Not needed');
  });

  it('of a customer who waited in vain: that nobody answered', async () => {
    await openDebrief(aReport({ turns: [aTurn({ reply: '', found: [] })] }));
    expect(texts('section li')[1]).toBe('You did not answer in time.');
  });

  it('of a rule: whether it was kept, and the words that broke it', async () => {
    await openDebrief(aReport());
    expect(texts('.finding')).toEqual([
      'Well done: First verify who it is, then offer a solution.',
      'To practise: Never say: not our problem. You wrote “Not our problem” in turn 2.',
    ]);
  });

  it.each([
    ['en', 'en', 'To practise: Keep to yourself: Card ending. You wrote “6222” in turn 2.'],
    ['zh-CN', 'zh', '还要练：不能透露：卡号尾数。 你在第 2 轮写了“6222”。'],
  ] as const)(
    'of a private fact, in %s: to keep it to oneself, and in which turn it was told',
    async (language, spoken, expected) => {
      const rule = spoken === 'zh' ? '卡号尾数' : 'Card ending';
      const told = { kind: 'private', rule, verdict: 'not-met', words: '6222', turn: 1 } as const;
      await openDebrief(aReport({ language: spoken, rules: [told] }), language);
      expect(texts('.finding')).toEqual([expected]);
      expect(texts('h3')[1]).toMatch(/^(Turn 2|第 2 轮)/);
    },
  );

  it('of a private fact that was kept: well done', async () => {
    const kept = { kind: 'private', rule: 'Card ending', verdict: 'met', words: '' } as const;
    await openDebrief(aReport({ rules: [kept] }));
    expect(texts('.finding')).toEqual(['Well done: Keep to yourself: Card ending.']);
  });

  it('of words that were written after the customer had gone: no turn', async () => {
    const late = {
      kind: 'never',
      rule: 'calm down',
      verdict: 'not-met',
      words: 'calm down',
    } as const;
    await openDebrief(aReport({ rules: [late] }));
    expect(texts('.finding')).toEqual([
      'To practise: Never say: calm down. You wrote “calm down”.',
    ]);
  });

  it('the verdict in words, not in colour alone', async () => {
    await openDebrief(aReport({ turns: [aTurn({ verdict: 'needs-review' })] }));
    expect(texts('h3')).toEqual(['Turn 1, Lin: For a mentor to judge']);
  });
});

describe('A57: languages', () => {
  it('in an English desk, what is Chinese says so, and nothing else does', async () => {
    await openDebrief(aChineseReport());
    // The report's tag is a primary one; runs of Chinese characters carry it too.
    expect(foreign('zh')).toEqual([
      '包裹三天没动',
      '不归我管、都得排队',
      '不归我管',
      '我的包裹呢',
      '您好',
      '先问订单号。',
      '您好，请提供订单号。',
    ]);
    expect(document.querySelector('.debrief li[lang]')).toBeNull();
    const rule = texts('.finding')[0];
    expect(rule).toBe('To practise: Never say: 不归我管、都得排队. You wrote “不归我管”.');
  });

  it('in a Chinese desk, what is English says so', async () => {
    await openDebrief(aReport(), 'zh-CN');
    expect(texts('.finding')[1]).toBe(
      '还要练：不能说：not our problem。 你在第 2 轮写了“Not our problem”。',
    );
    expect(foreign('en')).toContain('not our problem');
    expect(foreign('en')).toContain('Where is my parcel?');
    expect(foreign('en').filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
  });

  it('in a Chinese desk, Chinese words are marked as the page is: no sentence is cut by them', async () => {
    await openDebrief(aChineseReport(), 'zh-CN');
    expect(texts('.finding')[0]).toContain('不能说：不归我管、都得排队');
    expect(foreign('zh-CN')).toContain('不归我管');
    expect(texts(':is(li, section) [lang="zh"]')).toEqual([]);
  });

  it('Chinese inside an English reply has its own voice', async () => {
    await openDebrief(aReport({ turns: [aTurn({ reply: 'Hello 林悦, one moment' })] }));
    expect(foreign('zh-CN')).toEqual(['林悦']);
  });

  it('follows a change of the interface’s language', async () => {
    const { workspace } = await openDebrief(aReport());
    workspace.changeSettings({ language: 'zh-CN' });
    await expect.poll(() => texts('h1')).toEqual(['复盘']);
    expect(texts('h2')).toEqual(['得分', '本场景的规则', '逐句回顾']);
    expect(foreign('en')).toContain('Hello Lin.');
  });
});

describe('afterwards', () => {
  it('“practise again” ends the shift and leads to the heading of the choice', async () => {
    const { workspace } = await openDebrief(aReport());
    document.getElementById('practise-again')?.focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('heading', { level: 1, name: 'Practise' })).toHaveFocus();
    expect(workspace.session()).toBeUndefined();
    expect(workspace.router.route()).toBe('practise');
  });

  it('“leave practice” ends the shift and leads to the start page', async () => {
    const { workspace } = await openDebrief(aReport());
    await userEvent.click(page.getByRole('button', { name: 'Leave practice' }));
    await expect.poll(() => workspace.router.route()).toBe('start');
    await expect.poll(() => document.activeElement?.tagName).toBe('H1');
    expect(workspace.session()).toBeUndefined();
  });

  it('without a practice it says that there is none', async () => {
    const { workspace } = await openDesk();
    workspace.router.go('debrief');
    await until(() => document.querySelector('.debrief'));
    expect(texts('p')).toEqual(['There is no practice to look back on.']);
  });
});

describe('points', () => {
  const rows = () =>
    [...document.querySelectorAll('.points tbody tr')].map((row) =>
      [...row.children].map(({ textContent }) => textContent),
    );

  it('says in a sentence how many and what a pass takes, and in a table where they come from', async () => {
    const turn = aTurn({ expected: ['apologise'], missing: [], verdict: 'met' });
    await openDebrief(aReport({ rules: [], turns: [turn] }));
    expect(texts('p')).toContain('100 of 100 points. That is a pass; 70 are needed.');
    expect(rows()).toEqual([
      ['Solved for the customer', '55', '55'],
      ['Empathy and tone', '27', '27'],
      ['Clarity', '18', '18'],
    ]);
    await checkAxe();
  });

  it('tells what fails a run at once', async () => {
    await openDebrief(aReport());
    expect(texts('p').join(' ')).toContain('Something happened that no points make up for:');
    expect(texts('.critical')).toEqual(['A phrase was used that this desk forbids.']);
  });

  it('quotes an insult', async () => {
    await openDebrief(aReport({ rules: [], turns: [aTurn({ reply: 'Shut up, Lin.' })] }));
    expect(texts('.critical')).toEqual(['The customer was insulted. Shut up']);
  });

  it('leaves open what a mentor has to judge, in Chinese too', async () => {
    const turn = aTurn({
      expected: ['apologise'],
      missing: ['apologise'],
      verdict: 'needs-review',
    });
    const [conversation] = aReport().conversations;
    if (!conversation) throw new Error('No conversation.');
    const conversations = [conversation, { ...conversation, outcome: 'left' as const }];
    await openDebrief(aReport({ rules: [], turns: [turn], conversations }), 'zh-CN');
    expect(texts('p')).toContain('已确定 45 分（满分 100），导师还可能加 27 分，合格线是 70 分。');
    expect(rows()[1]).toEqual(['共情和语气', '0，另有 27 分待导师评定', '27']);
  });
});
