import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { lintScenario } from '../../src/simulator/lint-scenario.ts';
import { checkAxe } from '../support/check-axe.ts';
import { find, focused, press, upload } from '../support/on-page.ts';
import { button, field, openEditor } from './editor-page.ts';

const chat = `[10:02] Lina Moss: Hi, where is my parcel?
[10:03] Agent Kim: Hello Lina, could you give me your order number, please?
[10:04] Lina Moss: 30021. My number is 13812345678.
[10:05] Agent Kim: Thank you, Lina. It will be with you by tomorrow. Goodbye!
`;
const bring = (content: string, name = 'Late parcel.txt') =>
  upload('#transcript-file', content, name);
const rows = () =>
  [...document.querySelectorAll('.masked tbody tr')].map((row) =>
    [...row.querySelectorAll('th, td')].slice(0, 2).map((cell) => cell.textContent),
  );

beforeEach(async () => {
  await page.viewport(1280, 800);
});

test('a transcript becomes a scenario, after a look at what is masked, by keyboard', async () => {
  const { spoken, workspace } = await openEditor();
  await bring(chat);
  await expect.poll(() => focused().textContent).toBe('Make a scenario of “Late parcel”?');
  await expect
    .element(page.elementLocator(focused()))
    .toHaveAccessibleDescription('4 messages by 2 people.');
  expect(rows()).toEqual([
    ['Lina', '{name}, 2 times'],
    ['30021', '{order}, once'],
    ['13812345678', '{phone}, once'],
  ]);
  await checkAxe();
  await userEvent.keyboard('{Tab}');
  expect(focused().closest('label')?.textContent).toBe('Agent Kim, 2 messages');
  await userEvent.keyboard('{Tab}{Tab}');
  expect(focused().ariaLabel).toBe('Leave “30021” as it is');
  await userEvent.keyboard(' ');
  expect(rows()[1]).toEqual(['30021', 'left as it is, once']);
  expect(focused().ariaLabel).toBe('Leave “30021” as it is');
  await press(find('#transcript-make'));
  await expect
    .poll(() => spoken.at(-1))
    .toBe('Scenario made: 2 steps. No problems found. It can be played.');
  expect(focused()).toBe(field());
  expect(field().value).toContain('says: 30021. My number is {phone}.');
  expect(field().value).toContain('title: Late parcel');
  expect(field().value).not.toMatch(/Lina|Moss|Kim|138/);
  await press(find('#editor-play'));
  await expect.poll(() => workspace.run()?.title).toBe('Late parcel');
});

test('who is the agent can be put right; what is masked then changes, which is said', async () => {
  const { spoken } = await openEditor();
  await bring('Sam: Hi, I am Sam. Call 13812345678.\nJo: Yes?\nSam: Hm.\nJo: Bye');
  await expect.poll(() => focused().tagName).toBe('H3');
  expect(rows()[0]).toEqual(['Sam', '{name}, once']);
  find('#speaker-1').focus();
  await userEvent.keyboard('{ArrowUp}');
  await expect.poll(() => rows()[0]).toEqual(['Sam', '{agent}, once']);
  await expect.poll(() => spoken.at(-1)).toMatch(/^\d+ things are masked\.$/);
  expect(focused().id).toBe('speaker-0');
});

test('of several speakers each has a role; without a customer there is nothing to make', async () => {
  const { spoken } = await openEditor();
  await bring('System: Welcome\nLin: Hi\nAgent Kim: Hello\nLin: Hm\nAgent Kim: Bye');
  await expect.poll(() => focused().tagName).toBe('H3');
  const chosen = [...document.querySelectorAll<HTMLSelectElement>('.transcript-preview select')];
  expect(chosen.map(({ value }) => value)).toEqual(['other', 'customer', 'agent']);
  await checkAxe();
  await userEvent.selectOptions(find('#speaker-1'), 'other');
  await press(find('#transcript-make'));
  await expect.poll(() => spoken.at(-1)).toMatch(/the customer says nothing/);
  expect(focused().id).toBe('speaker-0');
  await userEvent.selectOptions(find('#speaker-1'), 'customer');
  await press(find('#transcript-make'));
  expect(field().value).toContain('says: Hi');
  expect(lintScenario(field().value).problems).toEqual([]);
});

test.each([
  ['prose', 'Dear all, this is a letter.', 'a.txt', 'No line begins with who wrote it'],
  ['a table of one column', 'a\nb', 'a.csv', 'Name them “speaker” and “text”'],
  ['open quotes', 'speaker,text\nLin,"a', 'a.csv', 'The quotation marks at line 2, column 5'],
  ['one voice', 'Lin: a\nLin: b', 'a.txt', 'Only “Lin” speaks here.'],
])('%s is refused: why has the focus', async (_name, content, name, why) => {
  await openEditor();
  await bring(content, name);
  await expect.poll(() => focused().textContent).toContain(why);
});

test('Escape calls it off, and the focus is where it began', async () => {
  await openEditor();
  await bring(chat);
  await expect.poll(() => focused().tagName).toBe('H3');
  await userEvent.keyboard('{Escape}');
  expect(document.querySelector('.transcript-preview')).toBeNull();
  expect(focused().id).toBe('transcript-file');
});

test('in Chinese, with Chinese keywords', async () => {
  const { spoken } = await openEditor({ language: 'zh-CN' });
  await bring(
    '客服小王 10:02:15\n林女士您好，请问订单号是多少？\n林女士 10:03:40\n30021\n客服小王 10:04:01\n好的，再见\n林女士 10:05:00\n谢谢',
    '快递.txt',
  );
  await expect.poll(() => focused().textContent).toBe('用“快递”生成场景？');
  expect(rows()).toEqual([
    ['林女士', '{姓名}，1 次'],
    ['30021', '{订单}，1 次'],
  ]);
  await checkAxe();
  await press(button('生成场景'));
  await expect.poll(() => spoken.at(-1)).toBe('场景已生成，共 2 个环节。没有发现问题，可以试玩。');
  expect(field().value).toContain('说: {订单}');
});
