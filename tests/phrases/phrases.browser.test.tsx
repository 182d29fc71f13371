import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
// Fetched by the desk when it is needed; here the server has to make it first.
import '../../src/phrases/phrases.tsx';
import '../../src/session/create-speech.ts';
import { loadPhraseBook, situations } from '../../src/english/phrase-book.ts';
import { checkAxe } from '../support/check-axe.ts';
import { until, visit } from '../support/desk-screens.ts';
import { openDesk } from '../support/open-desk.tsx';
import { chinese, english } from '../support/samples.ts';

const phrases = await loadPhraseBook();
const focused = () => document.activeElement as HTMLElement;
const button = (name: string) => page.getByRole('button', { name, exact: true });
const options = () => [...document.querySelectorAll<HTMLElement>('[role=option]')];
const summary = (situation: string) =>
  document.getElementById(`situation-${situation}`) as HTMLElement;

beforeEach(async () => {
  await page.viewport(1280, 800);
});

/** The phrase book, with a reader that keeps what it is to say; a chat with Lin if wanted. */
async function openBook(settings: Parameters<typeof openDesk>[0] = {}, withChat = false) {
  const desk = await openDesk(settings);
  const read: [string, string, number | undefined][] = [];
  const built = await desk.workspace.speech();
  Object.assign(desk.workspace, {
    speech: async () => ({
      ...built,
      reader: {
        ...built.reader,
        read: async ({
          text,
          language,
          pace,
        }: {
          text: string;
          language: string;
          pace?: number;
        }) => {
          read.push([text, language, pace]);
          return { ok: true, value: undefined };
        },
      },
    }),
  });
  if (withChat) {
    desk.connector.open('Lin');
    await until(() => document.querySelector('#c-lin'));
    document.querySelector<HTMLElement>('#c-lin')?.click();
    await until(() => document.querySelector('#reply'));
  }
  await visit(desk, 'phrases');
  await until(() =>
    document.querySelector('#phrases-found')?.textContent?.includes(`${phrases.length}`),
  );
  return { ...desk, read };
}

test.each([
  ['en', english],
  ['zh-CN', chinese],
] as const)('in %s, ten situations, each with a name and a number', async (language, t) => {
  await openBook({ settings: { language } });
  for (const situation of situations) {
    const count = phrases.filter((phrase) => phrase.situation === situation).length;
    expect(summary(situation).textContent).toBe(`${t(`phrases.situation.${situation}`)} ${count}`);
  }
  await checkAxe();
  summary('waiting').click();
  await until(() => options().length);
  await checkAxe();
});

test('by keyboard: a situation opens, arrows go through its phrases, Enter says one', async () => {
  const { read } = await openBook();
  summary('waiting').focus();
  await userEvent.keyboard('{Enter}');
  await until(() => options().length);
  await userEvent.keyboard('{Tab}');
  const [first, second] = phrases.filter(({ situation }) => situation === 'waiting');
  expect(focused().textContent).toContain(first?.english);
  expect(focused().textContent).toContain(first?.chinese);
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(focused().textContent).toContain(second?.english);
  await expect.poll(() => read).toEqual([[second?.english, 'en', 1]]);
  await userEvent.keyboard('{End}{ArrowDown}{Home}');
  expect(focused()).toBe(options()[0]);
  await userEvent.click(button('Say it slowly'));
  await expect.poll(() => read.at(-1)?.slice(0, 2)).toEqual([first?.english, 'en']);
  expect(read.at(-1)?.[2]).toBeLessThan(1);
  summary('asking').focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => document.querySelectorAll('details[open]').length).toBe(1);
  await expect.poll(() => document.querySelectorAll('[role=listbox]').length).toBe(1);
});

test('a search finds phrases by English, Chinese and pinyin initials, and says how many', async () => {
  await openBook();
  const field = page.getByRole('searchbox');
  for (const query of ['full refund', '全额退款', 'qetk']) {
    await userEvent.fill(field, query);
    await expect.poll(() => options().map((one) => one.textContent)).toHaveLength(1);
    expect(options()[0]?.textContent).toContain('I can give you a full refund.');
    await expect.element(field).toHaveAccessibleDescription('1 phrase');
  }
  await checkAxe();
  await userEvent.fill(field, 'vvv');
  await expect.element(page.getByText('No phrase with these words.')).toBeVisible();
  await userEvent.fill(field, '');
  await expect.poll(() => document.querySelectorAll('details').length).toBe(situations.length);
});

test('a phrase is copied, and it is said', async () => {
  const { spoken } = await openBook();
  const real = navigator.clipboard.writeText;
  const copied: string[] = [];
  Object.assign(navigator.clipboard, {
    writeText: async (text: string) => {
      copied.push(text);
    },
  });
  onTestFinished(() => void Object.assign(navigator.clipboard, { writeText: real }));
  summary('closing').click();
  await userEvent.click(button('Copy'));
  await expect.poll(() => spoken.at(-1)).toBe('Copied.');
  expect(copied).toEqual([phrases.find(({ situation }) => situation === 'closing')?.english]);
  expect(focused().textContent).toBe('Copy');
});

describe('with a chat open', () => {
  test('a phrase goes to the end of the reply, which is there on the way back', async () => {
    const { spoken, workspace } = await openBook({}, true);
    workspace.drafts.set('lin', { text: 'Hello Lin. ', selectionStart: 0, selectionEnd: 0 });
    summary('waiting').click();
    await userEvent.click(button('Put it into my reply'));
    await expect.poll(() => spoken.at(-1)).toBe('It is in your reply to Lin.');
    expect(focused().textContent).toBe('Put it into my reply');
    await userEvent.click(page.getByRole('link', { name: 'Back to the desk' }));
    await expect
      .poll(() => document.querySelector<HTMLTextAreaElement>('#reply')?.value)
      .toBe('Hello Lin. Let me check that for you.');
  });

  test('without one, there is no such button', async () => {
    await openBook();
    summary('waiting').click();
    await expect.element(button('Copy')).toBeVisible();
    expect(document.body.textContent).not.toContain('Put it into my reply');
  });
});

test('at 320 px nothing is cut off', async () => {
  await page.viewport(320, 700);
  await openBook();
  summary('information').click();
  await until(() => options().length);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
});
