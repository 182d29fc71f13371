import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
// Fetched by the desk when it is needed; here the server has to make it first.
import '../../src/console/advice.tsx';
import '../../src/console/show-gloss.tsx';
import type { Settings } from '../../src/domain/settings.ts';
import { checkAxe } from '../support/check-axe.ts';
import { until } from '../support/desk-screens.ts';
import { openDesk } from '../support/open-desk.tsx';

const box = () => document.querySelector('#reply') as HTMLTextAreaElement;
const list = () => document.querySelector('.advice');
const button = (name: string | RegExp) => page.getByRole('button', { name });
const draft = 'Please wait. We discuss about the informations.';

beforeEach(async () => {
  await page.viewport(1280, 800);
});

/** A chat with Lin, who writes in this language; the focus is in the reply box. */
async function openChat(settings: Partial<Settings> = {}, language = 'en') {
  const desk = await openDesk({ settings });
  desk.connector.open('Lin', { language });
  await until(() => document.querySelector('#c-lin'));
  document.querySelector<HTMLElement>('#c-lin')?.click();
  await until(() => document.querySelector('.dictation'));
  box().focus();
  return desk;
}

describe('advice on the own English', () => {
  test('is off at first, and one typed word tells it; the list is there until the reply is sent', async () => {
    const { connector, spoken, workspace } = await openChat();
    await userEvent.keyboard(draft);
    expect(list()).toBeNull();
    workspace.commands.run('advice');
    await expect
      .poll(() => spoken.at(-1))
      .toMatch(
        /^2 suggestions\. “discuss about”, better: “discuss”\. .* “informations”, better: “information”\./,
      );
    expect(document.activeElement).toBe(box());
    await expect.poll(() => list()?.querySelectorAll('button').length).toBe(2);
    await checkAxe();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => connector.sent.map(({ text }) => text)).toEqual([draft]);
    await expect.poll(list).toBeNull();
  });

  test.each([
    ['Shift+F8', '{Shift>}{F8}{/Shift}'],
    ['Alt+J and F8', '{Alt>}j{/Alt}{F8}'],
  ])('%s tells it, without moving from the reply box', async (_, keys) => {
    const { spoken } = await openChat();
    await userEvent.keyboard(`We discuss about it.${keys}`);
    await expect.poll(() => spoken.at(-1)).toMatch(/^1 suggestion\. “discuss about”/);
    expect(document.activeElement).toBe(box());
    expect(box().value).toBe('We discuss about it.');
  });

  test('switched on, the list follows the draft and says nothing by itself', async () => {
    const { spoken } = await openChat({ englishAdvice: true });
    const before = spoken.length;
    await userEvent.keyboard(draft);
    await expect.poll(() => list()?.querySelectorAll('button').length).toBe(2);
    await userEvent.keyboard('{Control>}a{/Control}We discuss it.');
    await expect.poll(list).toBeNull();
    expect(spoken.slice(before)).toEqual([]);
  });

  test('by keyboard: a button puts a slip right in one step of undo, and leads to the next', async () => {
    const { spoken } = await openChat({ englishAdvice: true });
    await userEvent.keyboard(draft);
    await expect.element(button('Write “discuss”')).toHaveAccessibleDescription(/without “about”/);
    (button('Write “discuss”').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => spoken.at(-1)).toBe('Changed to “discuss”. 1 more.');
    expect(box().value).toBe('Please wait. We discuss the informations.');
    expect(document.activeElement?.textContent).toBe('Write “information”');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => spoken.at(-1)).toBe('Changed to “information”.');
    expect(box().value).toBe('Please wait. We discuss the information.');
    expect(document.activeElement).toBe(box());
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(box().value).toBe('Please wait. We discuss the informations.');
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(box().value).toBe(draft);
  });

  test('a slip that was changed meanwhile is not touched', async () => {
    const { spoken } = await openChat({ englishAdvice: true });
    await userEvent.keyboard('We discuss about it.');
    await expect.element(button('Write “discuss”')).toBeVisible();
    const shown = button('Write “discuss”').element() as HTMLElement;
    box().value = 'All is well.';
    shown.click();
    await expect.poll(() => spoken.at(-1)).toBe('It no longer stands there.');
    expect([box().value, document.activeElement]).toEqual(['All is well.', box()]);
  });

  test('a long sentence is hinted at, and never keeps a reply back', async () => {
    const { connector, spoken } = await openChat({ englishAdvice: true });
    const long = `${Array.from({ length: 34 }, () => 'we').join(' ')}.`;
    await userEvent.fill(box(), long);
    await expect.poll(() => list()?.textContent).toContain('34 words');
    box().focus();
    await userEvent.fill(box(), '/advice');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => spoken.at(-1)).toBe('No suggestions.');
    await userEvent.fill(box(), long);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => connector.sent.map(({ text }) => text)).toEqual([long]);
  });

  test('in Chinese, it is told and explained in Chinese', async () => {
    const { spoken, workspace } = await openChat({ language: 'zh-CN', englishAdvice: true });
    await userEvent.keyboard('We discuss about it.');
    await expect.element(button('改成“discuss”')).toBeVisible();
    await checkAxe();
    workspace.commands.run('advice');
    await expect
      .poll(() => spoken.at(-1))
      .toBe(
        '1 条建议。“discuss about”，建议写“discuss”。discuss、mention 后面直接跟宾语，不用 about。',
      );
    await userEvent.fill(box(), '/建议');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => spoken.at(-1)).toBe('没有建议。');
  });

  test('there is none in a chat in Chinese', async () => {
    const { spoken, workspace } = await openChat({ englishAdvice: true }, 'zh-CN');
    await userEvent.keyboard('We discuss about it.');
    workspace.commands.run('advice');
    await expect
      .poll(() => spoken.at(-1))
      .toBe('Suggestions are there for conversations in English.');
    expect(list()).toBeNull();
  });
});

describe('a gloss beside a customer’s words', () => {
  const glosses = () => [...document.querySelectorAll('.gloss')];

  test('of the newest message is said once and stands under it', async () => {
    const { connector, spoken } = await openChat();
    connector.say('Lin', 'I was ripped off! I want a chargeback.', 'one');
    await until(() => document.querySelector('#m-one'));
    await userEvent.fill(box(), '/gloss');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => spoken.at(-1)).toMatch(/^ripped off: 被坑了.*; chargeback: 拒付/);
    await expect.poll(() => document.querySelector('#m-one .gloss')?.textContent).toContain('拒付');
    expect(spoken.filter((text) => text.startsWith('ripped off'))).toHaveLength(1);
    expect(document.activeElement).toBe(box());
    await checkAxe();
  });

  test('is of the message that has the focus, and the one before goes', async () => {
    const { connector, spoken, workspace } = await openChat({ language: 'zh-CN' });
    connector.say('Lin', 'What is the ETA?', 'one');
    connector.say('Lin', 'No worries.', 'two');
    await until(() => document.querySelector('#m-two'));
    workspace.commands.run('gloss');
    await expect.poll(() => spoken.at(-1)).toBe('no worries：没关系');
    document.getElementById('m-one')?.focus();
    workspace.commands.run('gloss');
    await expect.poll(() => spoken.at(-1)).toBe('ETA：预计到达时间');
    await expect
      .poll(() => glosses().map((one) => one.parentElement?.parentElement?.id))
      .toEqual(['m-one']);
    await checkAxe();
  });

  test('asked for twice while it is on its way, it is said and shown once', async () => {
    const { connector, spoken, workspace } = await openChat();
    connector.say('Lin', 'I want a chargeback.', 'one');
    await until(() => document.querySelector('#m-one'));
    workspace.commands.run('gloss');
    workspace.commands.run('gloss');
    await expect.poll(() => glosses().length).toBe(1);
    // A third one takes it away, and leaves no other.
    workspace.commands.run('gloss');
    expect(glosses()).toEqual([]);
    await expect.poll(() => glosses().length).toBe(1);
    await expect.poll(() => spoken.filter((text) => text.startsWith('chargeback'))).toHaveLength(2);
  });

  test('where there is nothing to explain, it says so', async () => {
    const { connector, spoken, workspace } = await openChat();
    workspace.commands.run('gloss');
    await expect.poll(() => spoken.at(-1)).toBe('The customer has not written yet.');
    connector.say('Lin', 'Hello there', 'one');
    await until(() => document.querySelector('#m-one'));
    workspace.commands.run('gloss');
    await expect
      .poll(() => spoken.at(-1))
      .toBe('The glossary has none of this message’s words.'.replace('’', "'"));
    expect(glosses()).toEqual([]);
  });
});

test('the phrase book is one command away', async () => {
  const { workspace } = await openChat();
  workspace.commands.run('phrases');
  await expect.poll(() => document.activeElement?.textContent).toBe('Phrase book');
});

test('the setting switches the advice on', async () => {
  const { workspace } = await openChat();
  workspace.router.go('settings');
  const field = page.getByLabelText('Suggestions for your English');
  await expect.element(field).toBeVisible();
  await expect.element(field).not.toBeChecked();
  (field.element() as HTMLElement).focus();
  await userEvent.keyboard(' ');
  expect(workspace.settings().englishAdvice).toBe(true);
});
