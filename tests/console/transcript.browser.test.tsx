import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openDesk } from '../support/open-desk.tsx';
import { aMessage } from '../support/samples.ts';

const many = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    aMessage({ id: `old-${index}`, conversationId: 'lin', text: `Message ${index}` }),
  );
const frame = () => new Promise((resolve) => requestAnimationFrame(() => resolve(undefined)));
const log = () => document.querySelector<HTMLElement>('[role=log]') as HTMLElement;
const articles = () => [...log().querySelectorAll<HTMLElement>('article')];
const distance = () => log().scrollHeight - log().scrollTop - log().clientHeight;

/** A desk with Lin's conversation open, read to its end. */
async function openLin(count: number) {
  const desk = await openDesk();
  desk.connector.open('Lin', { messages: many(count) });
  await userEvent.click(document.querySelector('#c-lin') as HTMLElement);
  await expect.poll(() => articles().length).toBe(Math.min(count, 200));
  await expect.poll(distance).toBeLessThan(1);
  return desk;
}

beforeEach(async () => {
  await page.viewport(1280, 800);
});

it('A12: lets the oldest go while the agent writes, so that 200 stay mounted', async () => {
  const { connector } = await openLin(250);
  for (let index = 0; index < 30; index += 1) connector.say('Lin', `New ${index}`, `new-${index}`);
  expect(articles()).toHaveLength(200);
  expect(articles()[0]?.id).toBe('m-old-80');
  expect(articles().at(-1)?.id).toBe('m-new-29');
});

it('A12: shows the newest at once and mounts the others above them without moving them', async () => {
  const { connector } = await openDesk();
  connector.open('Lin', { messages: many(250) });
  (document.querySelector('#c-lin') as HTMLElement).click();
  expect(articles()).toHaveLength(20);
  await frame();
  // The others do not keep the first ones from being painted.
  expect(articles()).toHaveLength(20);
  const newest = articles().at(-1);
  const place = newest?.getBoundingClientRect().top;
  expect(distance()).toBeLessThan(1);
  await expect.poll(() => articles().length).toBe(200);
  expect(articles().at(-1)).toBe(newest);
  expect(newest?.getBoundingClientRect().top).toBe(place);
});

it('A15: takes nothing away above someone who has scrolled up', async () => {
  const { connector } = await openLin(250);
  log().scrollTop = 300;
  await frame();
  await frame();
  const before = articles();
  const place = before[10]?.getBoundingClientRect().top;
  for (let index = 0; index < 30; index += 1) connector.say('Lin', `New ${index}`);
  await frame();
  expect(articles()).toHaveLength(230);
  expect(articles().slice(0, 200)).toEqual(before);
  expect(before[10]?.getBoundingClientRect().top).toBe(place);
});

it('A15: follows a flood to the end, unless the agent scrolls up meanwhile', async () => {
  const { connector } = await openLin(250);
  const flood = async () => {
    for (let index = 0; index < 12; index += 1) {
      connector.say('Lin', 'a long message '.repeat(index % 2 ? 40 : 1));
      await new Promise((resolve) => setTimeout(resolve, 11));
    }
    await frame();
  };
  await flood();
  expect(distance()).toBeLessThan(1);
  expect(document.querySelector('.below')).toBeNull();
  log().scrollTop -= 400;
  const place = log().scrollTop;
  await flood();
  expect(log().scrollTop).toBe(place);
  await expect
    .element(page.getByRole('button', { name: /^\d+ new messages below$/ }))
    .toBeVisible();
});

it('keeps the element of a message while its delivery changes', async () => {
  const { connector } = await openLin(3);
  connector.answer = { ok: false, error: { kind: 'not-connected' } };
  await userEvent.click(page.getByRole('textbox', { name: 'Reply to Lin' }));
  await userEvent.keyboard('On its way{Enter}');
  await expect.poll(() => articles().length).toBe(4);
  const sent = articles().at(-1);
  await expect.poll(() => sent?.querySelector('.delivery')?.className).toContain('waiting');
  expect(articles().at(-1)).toBe(sent);
});
