import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
// Fetched by the desk when it is needed; here the server has to make it first.
import '../../src/phrases/phrases.tsx';
import '../../src/phrases/review.tsx';
import '../../src/session/create-speech.ts';
import { loadPhraseBook } from '../../src/english/phrase-book.ts';
import { gradeCard } from '../../src/english/review.ts';
import { newAtOnce } from '../../src/english/review-session.ts';
import { keepCard, readCards } from '../../src/session/kept-phrases.ts';
import { checkAxe } from '../support/check-axe.ts';
import { until, visit } from '../support/desk-screens.ts';
import { openDesk } from '../support/open-desk.tsx';

const phrases = await loadPhraseBook();
const day = 86_400_000;
const box = () => document.querySelector<HTMLInputElement>('#review-answer');
const start = () => document.querySelector<HTMLButtonElement>('#phrases-review');
const meaning = () => document.querySelector('#review-meaning')?.textContent;

beforeEach(async () => {
  await page.viewport(1280, 800);
});

/** The phrase book with two phrases that are due and all others known; what the voice says is kept. */
async function openReview(settings: Parameters<typeof openDesk>[0] = {}) {
  const desk = await openDesk(settings);
  const read: string[] = [];
  const built = await desk.workspace.speech();
  Object.assign(desk.workspace, {
    speech: async () => ({
      ...built,
      reader: {
        ...built.reader,
        read: async ({ text }: { text: string }) => {
          read.push(text);
          return { ok: true, value: undefined };
        },
      },
    }),
  });
  const now = Date.now();
  const due = phrases.slice(3, 5);
  for (const { id } of phrases) {
    const card = gradeCard(id, undefined, 3, now - 9 * day);
    const at = due.findIndex((one) => one.id === id);
    await keepCard(desk.workspace.storage, {
      ...card,
      due: at < 0 ? now + 30 * day : now - (2 - at) * day,
    });
  }
  await visit(desk, 'phrases');
  await until(() => document.querySelector('#phrases-due')?.textContent?.includes('2'));
  return { ...desk, read, due };
}

const begin = async () => {
  start()?.focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => document.activeElement?.id).toBe('review-answer');
};

test('by keyboard: hear the Chinese, type the English, Enter shows it, 1 to 4 tell how it went', async () => {
  const { spoken, read, due, workspace } = await openReview();
  expect(document.querySelector('#phrases-due')?.textContent).toBe('Due: 2. New: 0.');
  await begin();
  const [first, second] = due;
  expect(meaning()).toBe(first?.chinese);
  await expect.poll(() => spoken.at(-1)).toBe(first?.chinese);
  await checkAxe();
  await userEvent.keyboard(first?.english.toLowerCase().replace(/[.?!]/g, '') ?? '');
  expect(document.querySelector('.answer'), 'not before Enter').toBeNull();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => document.querySelector('.answer')?.textContent).toBe(first?.english);
  await expect.poll(() => spoken.at(-1)).toMatch(/^The same as yours\. 1 to 4/);
  expect(read).toEqual([first?.english]);
  expect(document.activeElement).toBe(box());
  await checkAxe();
  await userEvent.keyboard('3');
  await expect.poll(meaning).toBe(second?.chinese);
  expect([box()?.value, document.activeElement?.id]).toEqual(['', 'review-answer']);
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => spoken.at(-1)).toMatch(/^Here it is\./);
  await userEvent.keyboard('4');
  await expect.poll(() => document.activeElement?.textContent).toBe('Done for now');
  await expect.poll(() => spoken.at(-1)).toBe('Done for now. 2 phrases reviewed.');
  await checkAxe();
  await userEvent.keyboard('{Tab}{Enter}');
  await expect.poll(() => document.activeElement).toBe(start());
  await expect
    .poll(() => document.querySelector('#phrases-due')?.textContent)
    .toBe('Due: 0. New: 0.');
  expect(start()?.ariaDisabled).toBe('true');
  const cards = await readCards(workspace.storage);
  const kept = due.map((phrase) => cards.find(({ id }) => id === phrase.id));
  for (const card of kept) expect(card?.due).toBeGreaterThan(Date.now());
  expect(kept.map((card) => card?.reps)).toEqual([2, 2]);
});

test('what did not come to mind comes again, and counts once', async () => {
  const { due, workspace } = await openReview();
  const offered = () =>
    [...document.querySelectorAll('.grades .meta')].map(({ textContent }) => textContent);
  await begin();
  await userEvent.keyboard('{Enter}');
  const [soon, ...days] = offered();
  expect(days.map((one) => /\d/.test(one ?? ''))).toEqual([true, true, true]);
  await userEvent.keyboard('1');
  await expect.poll(meaning).toBe(due[1]?.chinese);
  await userEvent.keyboard('{Enter}3');
  await expect.poll(meaning).toBe(due[0]?.chinese);
  await userEvent.keyboard('{Enter}');
  // When it comes again is settled: no other day is promised.
  expect(offered()).toEqual([soon, '', '', '']);
  await userEvent.keyboard('3');
  await expect.poll(() => document.activeElement?.textContent).toBe('Done for now');
  const card = (await readCards(workspace.storage)).find(({ id }) => id === due[0]?.id);
  expect([card?.reps, card?.lapses]).toEqual([2, 1]);
});

test('a digit that is typed before the phrase is shown is typed', async () => {
  const { due } = await openReview();
  await begin();
  await userEvent.keyboard('24');
  expect(box()?.value).toBe('24');
  expect(meaning()).toBe(due[0]?.chinese);
});

test('misspelt words are named, another wording is met kindly', async () => {
  const { due, spoken } = await openReview();
  await begin();
  const text = due[0]?.english ?? '';
  const long = text.split(/\W+/).reduce((a, b) => (b.length > a.length ? b : a), '');
  await userEvent.keyboard(`${text.replace(long, `${long}x`)}{Enter}`);
  await expect.poll(() => spoken.at(-1)).toContain(`with this spelling: ${long.toLowerCase()}`);
  await userEvent.keyboard('2');
  await expect.poll(meaning).toBe(due[1]?.chinese);
  await userEvent.keyboard('something else{Enter}');
  await expect.poll(() => spoken.at(-1)).toMatch(/^Here is how it is usually said\./);
});

test('Escape ends it, and what was reviewed is kept; in Chinese too', async () => {
  const { due, workspace, spoken } = await openReview({ settings: { language: 'zh-CN' } });
  await begin();
  await checkAxe();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => spoken.at(-1)).toMatch(/^答案在这里。/);
  await checkAxe();
  await userEvent.keyboard('3{Escape}');
  await expect.poll(() => document.activeElement).toBe(start());
  const card = (await readCards(workspace.storage)).find(({ id }) => id === due[0]?.id);
  expect(card?.reps).toBe(2);
});

test('a new agent begins with a few new phrases', async () => {
  const desk = await openDesk();
  await visit(desk, 'phrases');
  await expect
    .poll(() => document.querySelector('#phrases-due')?.textContent)
    .toBe(`Due: 0. New: ${newAtOnce}.`);
});
