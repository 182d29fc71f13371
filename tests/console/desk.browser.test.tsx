import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openDesk } from '../support/open-desk.tsx';
import { noon } from '../support/samples.ts';

const reply = () => page.getByRole('textbox', { name: /^Reply to/ });
const row = (name: string) =>
  page.elementLocator(document.querySelector(`#c-${name.toLowerCase()}`) ?? document.body);
const focused = () => document.activeElement as HTMLElement;
const options = () =>
  [...document.querySelectorAll<HTMLElement>('#conversation-list [role=option]')].map(
    (option) => option.querySelector('.who')?.textContent,
  );

beforeEach(async () => {
  await page.viewport(1280, 800);
});

describe('offers', () => {
  it('A39: an accepted customer is opened, with the focus in the reply box', async () => {
    const { connector, spoken } = await openDesk();
    connector.offer('Lin');
    await userEvent.keyboard('{Alt>}a{/Alt}');
    await expect.element(reply()).toHaveFocus();
    expect(document.title).toBe('Conversations – Harebell');
    await expect.poll(() => spoken.at(-1)).toBe('Lin: Hello, Lin here.');
  });

  it('A39: an arriving customer moves nothing', async () => {
    const { connector } = await openDesk();
    connector.open('Lin');
    await userEvent.click(row('Lin'));
    await userEvent.keyboard('Half a sen');
    connector.offer('Bo');
    connector.say('Lin', 'Hello?');
    await userEvent.keyboard('tence');
    await expect.element(reply()).toHaveValue('Half a sentence');
    await expect.element(reply()).toHaveFocus();
  });

  it('A40: an offer can be taken while a dialog is open', async () => {
    const { connector } = await openDesk();
    await userEvent.keyboard('{Control>}k{/Control}');
    await expect.element(page.getByRole('combobox', { name: 'Find a command' })).toHaveFocus();
    connector.offer('Lin');
    await userEvent.keyboard('{Alt>}a{/Alt}');
    await expect.poll(() => options()).toEqual(['Lin']);
  });

  it('says why a customer cannot be taken when the desk is full', async () => {
    const { connector, workspace, spoken } = await openDesk();
    workspace.session()?.setAvailability({ status: 'available', capacity: 1 });
    connector.open('Lin');
    connector.offer('Bo');
    await userEvent.keyboard('{Alt>}a{/Alt}');
    await expect
      .poll(() => spoken.at(-1))
      .toBe('You have 1 of 1 chat open. Finish it, or raise “Chats at once”.');
  });

  it('A42: an auto-accepted customer does not take the focus', async () => {
    const { connector } = await openDesk({ settings: { autoAccept: true } });
    document.querySelector<HTMLElement>('#availability')?.focus();
    connector.offer('Lin');
    await expect.poll(() => options()).toEqual(['Lin']);
    expect(focused().id).toBe('availability');
  });
});

describe('conversation list', () => {
  it('A5: has one tab stop; arrows, Home, End and letters move; Enter opens', async () => {
    const { connector } = await openDesk();
    for (const name of ['Ada', 'Bo', 'Cai']) connector.open(name, { openedAt: noon });
    const stops = document.querySelectorAll('#conversation-list [tabindex="0"]');
    expect(stops).toHaveLength(1);
    (stops[0] as HTMLElement).focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(focused().id).toBe('c-bo');
    await userEvent.keyboard('{End}');
    expect(focused().id).toBe('c-cai');
    await userEvent.keyboard('{Home}');
    expect(focused().id).toBe('c-ada');
    await userEvent.keyboard('c');
    expect(focused().id).toBe('c-cai');
    await userEvent.keyboard('{Enter}');
    await expect.element(reply()).toHaveFocus();
    await expect
      .element(page.getByRole('heading', { name: 'Conversation with Cai' }))
      .toBeVisible();
  });

  it('A5: the ends of a long list come into view, whole, with the focus', async () => {
    const { connector } = await openDesk();
    for (let index = 0; index < 120; index += 1) {
      connector.open(`C${index}`, { openedAt: noon + index });
    }
    await expect.poll(() => options().length).toBe(50);
    const isInView = () => {
      const list = document.querySelector('.list')?.getBoundingClientRect();
      const { top, bottom, height } = focused().getBoundingClientRect();
      return list && height > 60 && top >= list.top && bottom <= list.bottom;
    };
    document.querySelector<HTMLElement>('#c-c0')?.focus();
    await userEvent.keyboard('{End}');
    expect(focused().id).toBe('c-c49');
    await expect.poll(isInView).toBe(true);
    expect(focused().ariaLabel).toMatch(/^C49, /);
    await userEvent.keyboard('{Home}');
    expect(focused().id).toBe('c-c0');
    await expect.poll(isInView).toBe(true);
  });

  it('A7: stands still while it has the focus, and says that the order has changed', async () => {
    const { connector } = await openDesk();
    connector.open('Ada', { openedAt: noon });
    connector.open('Bo', { openedAt: noon + 1 });
    document.querySelector<HTMLElement>('#c-ada')?.focus();
    connector.say('Bo', 'Anybody?');
    await expect.element(page.getByText('The order has changed.')).toBeVisible();
    expect(options()).toEqual(['Ada', 'Bo']);
    await userEvent.click(page.getByRole('button', { name: 'Sort again' }));
    expect(options()).toEqual(['Bo', 'Ada']);
  });

  it('A8: one key opens the next unread, another the longest waiting; drafts and caret stay', async () => {
    const { connector } = await openDesk();
    connector.open('Ada');
    connector.open('Bo');
    await userEvent.click(row('Ada'));
    await expect.element(page.getByRole('textbox', { name: 'Reply to Ada' })).toHaveFocus();
    await userEvent.keyboard('One moment');
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}');
    connector.say('Bo', 'Hello?');
    await userEvent.keyboard('{Alt>}n{/Alt}');
    await expect.element(page.getByRole('textbox', { name: 'Reply to Bo' })).toHaveFocus();
    connector.say('Ada', 'Are you there?');
    await userEvent.keyboard('Yes{Enter}');
    await userEvent.keyboard('{Alt>}l{/Alt}');
    await expect
      .element(page.getByRole('textbox', { name: 'Reply to Ada' }))
      .toHaveValue('One moment');
    expect((focused() as HTMLTextAreaElement).selectionStart).toBe(7);
  });

  it('A9: one key speaks the longest waiting without moving the focus', async () => {
    const { connector, spoken } = await openDesk();
    connector.open('Ada', {
      waitingSince: Date.now() - 125_000,
      messages: [],
    });
    connector.say('Ada', 'Still there?');
    document.querySelector<HTMLElement>('#availability')?.focus();
    await userEvent.keyboard('{Alt>}o{/Alt}');
    await expect.poll(() => spoken).toContain('Ada, 2 minutes: Still there?');
    expect(focused().id).toBe('availability');
  });
});

describe('transcript', () => {
  const many = (count: number, from = 0) =>
    Array.from({ length: count }, (_, index) => ({
      id: `old-${from + index}`,
      conversationId: 'lin',
      author: 'customer' as const,
      text: `Message ${from + index}`,
      at: noon + index,
      language: 'en',
    }));

  it('A10: is a silent log of articles with one tab stop, arrows, Home and End', async () => {
    const { connector } = await openDesk();
    connector.open('Lin', { messages: many(5) });
    await userEvent.click(row('Lin'));
    const log = document.querySelector('[role=log]');
    expect(log?.getAttribute('aria-live')).toBe('off');
    expect(log?.querySelectorAll('article')).toHaveLength(5);
    expect(log?.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
    document.querySelector<HTMLElement>('#m-old-4')?.focus();
    await userEvent.keyboard('{ArrowUp}');
    expect(focused().id).toBe('m-old-3');
    await userEvent.keyboard('{Home}');
    expect(focused().id).toBe('m-old-0');
    await userEvent.keyboard('{End}');
    expect(focused().id).toBe('m-old-4');
    expect(focused().getAttribute('aria-label')).toMatch(/^Lin: Message 4, \d/);
  });

  it('A12: keeps 200 mounted, brings older ones on request, and leaves the one that is read', async () => {
    const { connector } = await openDesk();
    connector.open('Lin', { messages: many(450), hasEarlier: true });
    await userEvent.click(row('Lin'));
    const count = () => document.querySelectorAll('[role=log] article').length;
    await expect.poll(count).toBe(200);
    await userEvent.click(page.getByRole('button', { name: 'Load earlier messages' }));
    expect(count()).toBe(300);
    const read = document.querySelector<HTMLElement>('#m-old-150');
    read?.focus();
    for (let index = 0; index < 120; index += 1) connector.say('Lin', `New ${index}`);
    expect(document.activeElement).toBe(read);
    expect(read?.isConnected).toBe(true);
  });

  it('asks the desk for what is older than all that is here', async () => {
    const { connector } = await openDesk();
    connector.open('Lin', { messages: many(3, 10), hasEarlier: true });
    await userEvent.click(row('Lin'));
    await userEvent.click(page.getByRole('button', { name: 'Load earlier messages' }));
    expect(connector.earlierAsked).toBe(1);
    connector.emit({
      type: 'history.loaded',
      conversationId: 'lin',
      messages: many(10),
      hasEarlier: false,
    });
    await expect.poll(() => document.querySelectorAll('[role=log] article').length).toBe(13);
  });

  it('A13: Alt and a digit speak the n-th newest message; twice, the focus goes there', async () => {
    const { connector, spoken } = await openDesk();
    connector.open('Lin', { messages: many(3) });
    await userEvent.click(row('Lin'));
    await userEvent.keyboard('{Alt>}2{/Alt}');
    await expect.poll(() => spoken.at(-1)).toMatch(/^Lin: Message 1, /);
    await expect.element(reply()).toHaveFocus();
    await userEvent.keyboard('{Alt>}2{/Alt}');
    expect(focused().id).toBe('m-old-1');
  });

  it('A14: shows the conversation as plain text and gives the focus back', async () => {
    const { connector } = await openDesk();
    connector.open('Lin', { messages: many(2) });
    await userEvent.click(row('Lin'));
    await userEvent.keyboard('{Alt>}p{/Alt}');
    const text = page.getByRole('textbox', { name: 'Conversation with Lin as plain text' });
    await expect.element(text).toHaveFocus();
    expect((text.element() as HTMLTextAreaElement).value).toMatch(
      /^Lin: Message 0, .*\nLin: Message 1, .*$/,
    );
    await userEvent.keyboard('{Escape}');
    await expect.element(reply()).toHaveFocus();
  });

  it('A15: does not scroll someone who reads, and says how many are below', async () => {
    const { connector } = await openDesk();
    connector.open('Lin', { messages: many(60) });
    await userEvent.click(row('Lin'));
    const log = document.querySelector<HTMLElement>('[role=log]') as HTMLElement;
    await expect.poll(() => log.scrollTop).toBeGreaterThan(100);
    log.scrollTop = 100;
    await expect.poll(() => log.scrollTop).toBe(100);
    await new Promise((resolve) => requestAnimationFrame(() => resolve(undefined)));
    connector.say('Lin', 'One more');
    connector.say('Lin', 'And another');
    await expect.element(page.getByRole('button', { name: '2 new messages below' })).toBeVisible();
    expect(log.scrollTop).toBe(100);
    await userEvent.click(page.getByRole('button', { name: '2 new messages below' }));
    expect(log.scrollHeight - log.scrollTop - log.clientHeight).toBeLessThan(48);
  });

  it('finds words in the conversation', async () => {
    const { connector, spoken } = await openDesk();
    connector.open('Lin', { messages: many(12) });
    await userEvent.click(row('Lin'));
    await userEvent.keyboard('{Alt>}j{/Alt}f');
    await expect.element(page.getByRole('searchbox')).toHaveFocus();
    await userEvent.keyboard('message 1{Enter}');
    await expect.poll(() => spoken.at(-1)).toBe('3 messages found. Newest: Message 11');
    expect(focused().id).toBe('m-old-11');
  });
});
