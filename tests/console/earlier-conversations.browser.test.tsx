import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { PastPage, PastWrapUp } from '../../src/domain/past.ts';
import type { Settings } from '../../src/domain/settings.ts';
import { err, ok } from '../../src/shared/result.ts';
import { openDesk } from '../support/open-desk.tsx';
import { aMessage, noon } from '../support/samples.ts';

const day = 86_400_000;

const said = (id: string, at: number, text = id, agent = false) =>
  aMessage({
    ...{ id, conversationId: 'lin', text, at },
    ...(agent && { author: 'agent' as const, delivery: 'sent' as const }),
  });

const closed = (at: number, lastMessageId: string): PastWrapUp => ({
  ...{ at, lastMessageId, disposition: 'solved', note: 'Sent a new one.', tags: ['late', 'gift'] },
});

const two: PastPage = {
  messages: [
    said('a', noon - 3 * day, 'Where is my parcel?'),
    said('b', noon - 3 * day + 60_000, 'On its way.', true),
    said('c', noon - day, '包裹到了，谢谢！'),
  ],
  wrapUps: [closed(noon - 3 * day + 90_000, 'b')],
  older: undefined,
};

const nothing: PastPage = { messages: [], wrapUps: [], older: undefined };

/** A desk on which Lin's conversation is open, and her panel is there. */
const withLin = async (past: PastPage = nothing, settings: Partial<Settings> = {}) => {
  await page.viewport(1280, 800);
  const desk = await openDesk({ settings });
  desk.connector.past = ok(past);
  desk.connector.open('Lin');
  desk.connector.open('Tom');
  await userEvent.click(document.querySelector('#c-lin') as HTMLElement);
  await expect.poll(() => document.querySelector('.earlier-conversations')).not.toBeNull();
  return desk;
};

const list = () => document.querySelector('.earlier-conversations') as HTMLDetailsElement;
const open = async () => {
  (list().querySelector('summary') as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
};
const summaries = () =>
  [...list().querySelectorAll<HTMLElement>('li > details > summary')].map((each) =>
    (each.textContent ?? '').replace(/\s+/g, ' ').trim(),
  );
const paragraphs = () =>
  [...list().querySelectorAll<HTMLElement>(':scope > p')].map((each) => each.textContent);
const buttons = () => [...list().querySelectorAll('button')].map((each) => each.textContent);

describe('earlier conversations', () => {
  it('are not asked for until they are opened, and then once', async () => {
    const { connector, spoken } = await withLin(two);
    expect(connector.pastAsked).toEqual([]);
    await open();
    await expect.poll(summaries).toHaveLength(2);
    await open();
    await open();
    expect(list().open).toBe(true);
    expect(connector.pastAsked).toEqual([undefined]);
    await expect.poll(() => spoken).toContain('2 earlier conversations.');
    expect(document.activeElement).toBe(list().querySelector('summary'));
  });

  it('are told newest first: when, how it ended, the last words in their own language', async () => {
    await withLin(two);
    await open();
    await expect.poll(summaries).toHaveLength(2);
    expect(summaries()[0]).toMatch(/^Nov 21, 2026, .*: 包裹到了，谢谢！$/);
    expect(summaries()[1]).toMatch(/^Nov 19, 2026, .*, Solved: On its way\.$/);
    expect(list().querySelector('.last-words')?.getAttribute('lang')).toBe('en');
    const second = list().querySelectorAll<HTMLDetailsElement>('li > details')[1];
    second?.querySelector('summary')?.focus();
    await userEvent.keyboard('{Enter}');
    expect(second?.open).toBe(true);
    await userEvent.keyboard('{Tab}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Messages with Lin');
    expect([...(second?.querySelectorAll('p') ?? [])].map((each) => each.textContent)).toEqual([
      'Messages with Lin',
      'Note: Sent a new one.',
      'Tags: late, gift',
      'Lin: Where is my parcel?',
      'You: On its way.',
    ]);
  });

  it('are told in Chinese to who works in Chinese', async () => {
    const { spoken } = await withLin(two, { language: 'zh-CN' });
    await open();
    await expect.poll(() => spoken).toContain('有 2 次以往会话。');
    expect(summaries()[1]).toMatch(/^2026年11月19日 .*，已解决： On its way\.$/);
  });

  it('say so where there are none', async () => {
    const { spoken } = await withLin();
    await open();
    await expect.poll(paragraphs).toEqual(['No earlier conversations are known.']);
    await expect.poll(() => spoken).toContain('No earlier conversations are known.');
    expect(buttons()).toEqual([]);
  });

  it('tell how one ended whose words are no longer kept', async () => {
    await withLin({ ...nothing, wrapUps: [closed(noon - 9 * day, 'gone')] });
    await open();
    await expect.poll(summaries).toHaveLength(1);
    expect(summaries()[0]).toMatch(/^Nov 13, 2026, .*, Solved$/);
    expect(list().textContent).toContain('What was said is no longer kept.');
  });

  it('show markup of a customer as text, and only the beginning of long last words', async () => {
    const text = `<img src=x onerror="window.hacked=1"> ${'很长'.repeat(60)}`;
    await withLin({ ...nothing, messages: [said('a', noon - day, text)] });
    await open();
    await expect.poll(summaries).toHaveLength(1);
    const words = list().querySelector('.last-words')?.textContent ?? '';
    expect([...words]).toHaveLength(60);
    expect(words.endsWith('…')).toBe(true);
    expect(list().querySelector('.text')?.textContent).toBe(`Lin: ${text}`);
    expect(list().querySelector('img')).toBeNull();
  });

  it('say that they are on their way, and what went wrong; A39: another try keeps the focus', async () => {
    const { connector, spoken } = await withLin(two);
    let answer = (_: Awaited<typeof connector.past>) => {};
    const wait = () => {
      connector.past = new Promise((resolve) => {
        answer = resolve;
      });
    };
    wait();
    await open();
    await expect.poll(paragraphs).toEqual(['One moment …']);
    answer(err({ kind: 'timeout' }));
    const why = 'The server took too long to answer. Check your connection and try again.';
    await expect.poll(paragraphs).toEqual([why]);
    await expect.poll(() => spoken).toContain(why);
    wait();
    await userEvent.keyboard('{Tab}');
    expect(document.activeElement?.textContent).toBe('Try again');
    await userEvent.keyboard('{Enter}');
    await expect.poll(buttons).toEqual(['One moment …']);
    await userEvent.keyboard('{Enter}');
    expect(connector.pastAsked).toHaveLength(2);
    answer(ok(two));
    await expect.poll(summaries).toHaveLength(2);
    expect(paragraphs()).toEqual([]);
    expect(document.activeElement).toBe(list().querySelector('li summary'));
  });

  it('A39: another try that finds nothing leaves the focus on the sentence that says so', async () => {
    const { connector } = await withLin();
    connector.past = err({ kind: 'not-connected' });
    await open();
    await expect.poll(buttons).toEqual(['Try again']);
    connector.past = ok(nothing);
    await userEvent.keyboard('{Tab}{Enter}');
    await expect.poll(() => document.activeElement?.textContent).toMatch(/^No earlier/);
  });

  it('go further back page by page; one that grows at its beginning stays open', async () => {
    const { connector, spoken } = await withLin({ ...two, older: 'page 2' });
    await open();
    await expect.poll(buttons).toEqual(['Load older conversations']);
    const oldest = list().querySelectorAll<HTMLDetailsElement>('li > details')[1];
    oldest?.querySelector('summary')?.focus();
    await userEvent.keyboard('{Enter}');
    expect(oldest?.textContent).toContain('This one began earlier than what is loaded.');
    const earlier = [
      said('x', noon - 9 * day, 'Do you open on Sundays?'),
      said('y', noon - 3 * day - 60_000, 'Hello?'),
    ];
    connector.past = ok({ ...two, messages: earlier, older: undefined });
    const more = list().querySelector('button') as HTMLElement;
    more.focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(summaries).toHaveLength(3);
    expect(connector.pastAsked).toEqual([undefined, 'page 2']);
    expect(oldest?.isConnected && oldest.open).toBe(true);
    expect(oldest?.textContent).toContain('Lin: Hello?');
    expect(oldest?.textContent).not.toContain('began earlier');
    expect(buttons()).toEqual([]);
    expect(document.activeElement?.textContent).toContain('Do you open on Sundays?');
    await expect.poll(() => spoken).toContain('2 earlier messages.');
  });

  it('are each customer’s own, and closed again with the next one', async () => {
    const { connector } = await withLin(two);
    await open();
    await expect.poll(summaries).toHaveLength(2);
    await userEvent.click(document.querySelector('#c-tom') as HTMLElement);
    await expect.poll(() => list().open).toBe(false);
    expect(summaries()).toEqual([]);
    expect(connector.pastAsked).toHaveLength(1);
    await open();
    await expect.poll(() => connector.pastAsked.length).toBe(2);
  });

  it('that come after the agent went on are not spoken', async () => {
    const { connector, spoken } = await withLin(two);
    let answer = (_: Awaited<typeof connector.past>) => {};
    connector.past = new Promise((resolve) => {
      answer = resolve;
    });
    await open();
    await userEvent.click(document.querySelector('#c-tom') as HTMLElement);
    await expect.poll(() => list().open).toBe(false);
    answer(ok(two));
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(spoken.filter((text) => text.includes('earlier'))).toEqual([]);
  });
});
