import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { countUnsent } from '../../src/app/count-unsent.ts';
import type { Settings } from '../../src/domain/settings.ts';
import { receiptPatience } from '../../src/outbox/watch-receipts.ts';
import { createId } from '../../src/shared/id.ts';
import { checkAxe } from '../support/check-axe.ts';
import { until } from '../support/desk-screens.ts';
import { createFakeClock, type FakeClock } from '../support/fake-clock.ts';
import { type OpenDesk, openDesk } from '../support/open-desk.tsx';
import { aMessage } from '../support/samples.ts';

const box = () => document.querySelector<HTMLTextAreaElement>('#reply');
const articles = () => [...document.querySelectorAll('.message.agent')];
const states = () =>
  articles().map((each) => each.querySelector('.delivery')?.textContent ?? 'no state');
const brokeDown = /The chat server broke down/;
const told = ({ workspace }: OpenDesk, text = brokeDown) =>
  workspace.queue.log().filter((each) => text.test(each.text));
const idOf = ({ connector }: OpenDesk, text: string) =>
  connector.sent.find((each) => each.text === text)?.id ?? '';
const comes = (desk: OpenDesk, text: string) =>
  desk.connector.emit({
    type: 'message.delivered',
    conversationId: 'lin',
    messageId: idOf(desk, text),
  });
const link = ({ connector }: OpenDesk, state: 'online' | 'reconnecting') =>
  connector.emit({ type: 'connection.changed', state });
/** Moves the clock on until something is so; the disk takes its own time. */
const pass = (clock: FakeClock, isSo: () => unknown) =>
  expect
    .poll(
      async () => {
        await clock.advance(receiptPatience / 20);
        return Boolean(isSo());
      },
      { timeout: 10_000, interval: 20 },
    )
    .toBe(true);

/** A desk with Lin, whose program has said that "One" came, and not that "Two" and "Three" did. */
const serve = async (settings: Partial<Settings> = {}) => {
  const clock = createFakeClock();
  const place = { database: `test-${createId()}`, desk: createId() };
  const desk = await openDesk({ clock, settings, ...place });
  const { connector, workspace } = desk;
  const server = { began: clock.now() };
  Object.assign(connector, { startedAt: async () => server.began });
  await clock.advance(1000);
  connector.open('Lin');
  workspace.session()?.select('lin');
  await until(box);
  box()?.focus();
  for (const text of ['One', 'Two', 'Three']) await userEvent.keyboard(`${text}{Enter}`);
  await expect.poll(() => connector.sent.length).toBe(3);
  comes(desk, 'One');
  await expect.poll(() => states().length).toBe(3);
  /** The server dies, and the link comes back with another one. */
  const restart = async () => {
    link(desk, 'reconnecting');
    await clock.advance(1000);
    server.began = clock.now();
    await clock.advance(1000);
    link(desk, 'online');
  };
  return { ...desk, clock, desk, place, restart, server };
};
const lose = async (settings: Partial<Settings> = {}) => {
  const served = await serve(settings);
  await served.restart();
  const doubted = () => articles().filter((each) => each.querySelector('.failed')).length;
  await pass(served.clock, doubted);
  // Both at once, by the desk's clock, however long the disk takes for the other.
  await expect.poll(doubted).toBe(2);
  return served;
};

beforeEach(async () => {
  await page.viewport(1280, 800);
});

describe('messages that a server took and may have lost', () => {
  it('A26: say so in words, and are told once, together and by name', async () => {
    const { clock, desk, spoken } = await lose();
    expect(states()).toEqual(['delivered', 'may not have come', 'may not have come']);
    const name = articles()[1]?.getAttribute('aria-label');
    expect(name).toContain('may not have come');
    expect(name).not.toContain('not sent');
    expect(articles()[1]?.textContent).toMatch(brokeDown);
    await pass(clock, () => told(desk).length);
    await expect.poll(() => spoken.filter((each) => brokeDown.test(each))).toHaveLength(1);
    expect(told(desk)[0]?.text).toMatch(/^2 messages to Lin\. /);
    await clock.advance(2 * receiptPatience);
    expect(told(desk)).toHaveLength(1);
    // The server has them: nobody is asked about them when signing out.
    expect(countUnsent(desk.workspace.session()?.desk())).toBe(0);
  });

  it('stand at any width, and give axe nothing to find', async () => {
    await lose();
    await checkAxe();
    await page.viewport(320, 640);
    await checkAxe();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  });

  it('go once more by keyboard, in order and under the ids that they had; then all is quiet', async () => {
    const { clock, connector, desk } = await lose();
    await pass(clock, () => told(desk).length);
    expect(document.activeElement).toBe(box());
    await userEvent.keyboard('/retry{Enter}');
    await expect
      .poll(() => connector.sent.slice(3))
      .toMatchObject([
        { id: idOf(desk, 'Two'), text: 'Two', again: true },
        { id: idOf(desk, 'Three'), text: 'Three', again: true },
      ]);
    await expect.poll(states).toEqual(['delivered', 'sent', 'sent']);
    expect(document.activeElement).toBe(box());
    for (const text of ['Two', 'Three']) comes(desk, text);
    expect(states()).toEqual(['delivered', 'delivered', 'delivered']);
    await clock.advance(2 * receiptPatience);
    expect(told(desk)).toHaveLength(1);
  });

  it('go once more by their button, and keep the focus in the transcript', async () => {
    const { connector, desk } = await lose();
    const button = articles()[1]?.querySelector('button');
    expect(button?.textContent).toBe('Send again');
    button?.focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => connector.sent.at(-1)).toMatchObject({ id: idOf(desk, 'Two') });
    await expect.poll(states).toEqual(['delivered', 'sent', 'may not have come']);
    expect(document.activeElement?.closest('.log')).not.toBeNull();
  });

  it('are told again when they are lost again', async () => {
    const { clock, desk, restart } = await lose();
    await pass(clock, () => told(desk).length);
    await userEvent.keyboard('/retry{Enter}');
    await expect.poll(states).toEqual(['delivered', 'sent', 'sent']);
    comes(desk, 'Three');
    await restart();
    await pass(clock, () => told(desk).length === 2);
    expect(told(desk).at(-1)?.text).toMatch(/^To Lin: Two /);
  });

  it('become delivered without a word when the receipt comes late', async () => {
    const { clock, desk } = await lose();
    await pass(clock, () => told(desk).length);
    const before = desk.workspace.queue.log().length;
    for (const text of ['Two', 'Three']) comes(desk, text);
    expect(states()).toEqual(['delivered', 'delivered', 'delivered']);
    await clock.advance(receiptPatience);
    expect(desk.workspace.queue.log()).toHaveLength(before);
  });

  it('are told once more after a reload, and go under their ids from there', async () => {
    const before = await lose();
    const sent = before.connector.sent.map(({ id, text }) =>
      aMessage({ id, text, conversationId: 'lin', author: 'agent', delivery: 'sent' }),
    );
    await before.close();
    const clock = createFakeClock(before.clock.now());
    const desk = await openDesk({ clock, ...before.place });
    Object.assign(desk.connector, { startedAt: async () => before.server.began });
    desk.connector.open('Lin', { messages: sent });
    desk.workspace.session()?.select('lin');
    await until(box);
    await expect.poll(states).toEqual(['sent', 'may not have come', 'may not have come']);
    await pass(clock, () => told(desk).length);
    expect(told(desk)).toHaveLength(1);
    box()?.focus();
    await userEvent.keyboard('/retry{Enter}');
    await expect
      .poll(() => desk.connector.sent.map(({ id, again }) => [id, again]))
      .toEqual(sent.slice(1).map(({ id }) => [id, true]));
  });

  it('are told in Chinese, by number or with the words', async () => {
    const { clock, desk, restart } = await lose({ language: 'zh-CN' });
    expect(states()[1]).toBe('不确定是否送达');
    await pass(clock, () => told(desk, /^发给 Lin 的 2 条消息，刚发出去，聊天服务器/).length);
    expect(articles()[1]?.textContent).toContain('还没有收到客户那边的送达确认');
    await userEvent.keyboard('/retry{Enter}');
    await expect.poll(states).toEqual(['已送达', '已发送', '已发送']);
    comes(desk, 'Three');
    await restart();
    await pass(clock, () => told(desk, /^发给 Lin 的消息：Two 刚发出去，/).length);
  });
});

it('nothing is said where the customer’s program confirms what came, before or after', async () => {
  const { clock, desk, restart } = await serve();
  comes(desk, 'Two');
  await restart();
  comes(desk, 'Three');
  await clock.advance(2 * receiptPatience);
  await expect.poll(states).toEqual(['delivered', 'delivered', 'delivered']);
  expect(told(desk)).toEqual([]);
});
