import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { until, visit } from '../support/desk-screens.ts';
import { openDesk } from '../support/open-desk.tsx';

const focused = () => document.activeElement as HTMLElement;
const isLost = () => focused() === document.body || !focused().isConnected;
const select = async (name: string) => {
  document.querySelector<HTMLElement>(`#c-${name.toLowerCase()}`)?.click();
  await until(() => focused().id === 'reply');
};
/** Ends the conversation that is open, and stands in its wrap-up. */
const endByKeys = async () => {
  await userEvent.keyboard('{Alt>}j{/Alt}e');
  await until(() => document.querySelector('#end-dialog'));
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await until(() => document.querySelector('.wrap-up'));
};
/** Lets everything that was set going come to rest. */
const rest = () => new Promise((resolve) => setTimeout(resolve, 300));

beforeEach(async () => {
  await page.viewport(1280, 800);
});

describe('A39: the focus never falls to the body', () => {
  it('ending a conversation leads to the wrap-up’s first choice', async () => {
    const { connector } = await openDesk();
    connector.open('Lin');
    await select('Lin');
    await endByKeys();
    await expect.poll(() => focused().id).toBe('disposition-solved');
  });

  it('leaving the wrap-up without saving goes back to the reply box or its button', async () => {
    const { connector } = await openDesk();
    connector.open('Lin');
    await select('Lin');
    await endByKeys();
    await until(() => focused().id === 'disposition-solved');
    await userEvent.keyboard('{Escape}');
    await rest();
    expect(isLost()).toBe(false);
    expect(['reply', 'wrap-up-button']).toContain(focused().id);
  });

  it('the last wrap-up leads to the heading of the empty desk', async () => {
    const { connector } = await openDesk();
    connector.open('Lin');
    await select('Lin');
    await endByKeys();
    document.querySelector<HTMLElement>('#disposition-solved')?.click();
    document.querySelector<HTMLElement>('.wrap-up .primary')?.focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => connector.wrapUps.length).toBe(1);
    await rest();
    expect(isLost()).toBe(false);
    expect(focused().textContent).toBe('No conversation is open');
  });

  it('a wrap-up with others still open leads to the list of them', async () => {
    const { connector } = await openDesk();
    connector.open('Lin');
    connector.open('Bo');
    await select('Lin');
    await endByKeys();
    document.querySelector<HTMLElement>('#disposition-solved')?.click();
    document.querySelector<HTMLElement>('.wrap-up .primary')?.focus();
    await userEvent.keyboard('{Enter}');
    await rest();
    expect(focused().id).toBe('c-bo');
  });

  it('declining the only offer from its button leads to the offers’ heading', async () => {
    const { connector } = await openDesk();
    connector.offer('Lin');
    await page.getByRole('button', { name: 'Decline Lin' }).click();
    await rest();
    expect(isLost()).toBe(false);
    expect(focused().textContent).toBe('New customers');
  });

  it('declining one of two offers leads to the next one', async () => {
    const { connector } = await openDesk();
    connector.offer('Lin');
    connector.offer('Bo');
    await page.getByRole('button', { name: 'Decline Lin' }).click();
    await rest();
    expect(focused().textContent).toBe('Accept Bo');
  });

  it('an offer that goes away under the focus leads to the offers’ heading', async () => {
    const { connector } = await openDesk();
    connector.offer('Lin');
    await until(() => document.querySelector('.offer button'));
    document.querySelector<HTMLElement>('.offer button')?.focus();
    connector.emit({ type: 'offer.withdrawn', offerId: 'offer-lin', reason: 'customer-left' });
    await rest();
    expect(focused().textContent).toBe('New customers');
  });

  it('taking notices away leads back to the screen', async () => {
    const { workspace } = await openDesk();
    workspace.notify('Storage is full.');
    await page.getByRole('button', { name: 'Close' }).click();
    await rest();
    expect(isLost()).toBe(false);
    expect(focused().tagName).toBe('H1');
  });

  it('closing a conversation by the desk while the agent writes in it leads on', async () => {
    const { connector } = await openDesk();
    connector.open('Lin');
    await select('Lin');
    connector.emit({ type: 'conversation.closed', conversationId: 'lin' });
    await rest();
    expect(isLost()).toBe(false);
  });

  it('taking a message back with the button goes to the reply box', async () => {
    const { connector } = await openDesk({ settings: { undoSend: 10 } });
    connector.open('Lin');
    await select('Lin');
    await userEvent.keyboard('Wait{Enter}');
    await page.getByRole('button', { name: 'Take back' }).click();
    await expect.poll(() => focused().id).toBe('reply');
  });

  it('retrying a failed message keeps the focus in the transcript', async () => {
    const { connector } = await openDesk();
    connector.answer = { ok: false, error: { kind: 'refused', reason: 'policy' } };
    connector.open('Lin');
    await select('Lin');
    await userEvent.keyboard('Lost{Enter}');
    await page.getByRole('button', { name: 'Send again' }).click();
    connector.answer = { ok: true, value: undefined };
    await rest();
    expect(isLost()).toBe(false);
  });

  it.each(['start', 'settings', 'help', 'announcements', 'canned-responses'] as const)(
    'going to %s leads to its heading, and back to where one was',
    async (screen) => {
      const desk = await openDesk();
      desk.connector.open('Lin');
      await select('Lin');
      await visit(desk, screen);
      await expect.poll(() => focused().tagName).toBe('H1');
      expect(focused().closest('main')).not.toBeNull();
      history.back();
      await expect.poll(() => focused().id).toBe('reply');
    },
  );
});

describe('screens', () => {
  it('A4: each has its own title, heading and address', async () => {
    const desk = await openDesk();
    const seen: string[][] = [];
    for (const screen of [
      'settings',
      'help',
      'announcements',
      'canned-responses',
      'start',
    ] as const) {
      await visit(desk, screen);
      seen.push([document.title, document.querySelector('h1')?.textContent ?? '', location.hash]);
    }
    for (const column of [0, 1, 2])
      expect(new Set(seen.map((row) => row[column])).size).toBe(seen.length);
    expect(seen.every(([title]) => title?.endsWith('Harebell'))).toBe(true);
  });

  it('A2: the keys go round all regions of the desk, and back into each where one was', async () => {
    const { connector } = await openDesk();
    connector.offer('Bo');
    connector.open('Lin');
    await select('Lin');
    const regions: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      await userEvent.keyboard('{Control>}{F6}{/Control}');
      regions.push(focused().closest<HTMLElement>('[data-region]')?.dataset['region'] ?? 'none');
    }
    expect(new Set(regions)).toEqual(new Set(['status', 'offers', 'list', 'main', 'customer']));
    expect(focused().id).toBe('reply');
    await userEvent.keyboard('{Control>}{Shift>}{F6}{/Shift}{/Control}');
    expect(focused().closest<HTMLElement>('[data-region]')?.dataset['region']).toBe('list');
  });

  it('A60: help stands in the same place on every screen and shows the keys as they are now', async () => {
    const desk = await openDesk({ settings: { bindings: { 'accept-offer': ['Alt+B'] } } });
    const places: string[] = [];
    for (const screen of ['desk', 'settings', 'start', 'help'] as const) {
      await visit(desk, screen);
      const help = document.querySelector('#link-help') as HTMLElement;
      places.push(`${Math.round(help.getBoundingClientRect().top)}`);
    }
    expect(new Set(places).size).toBe(1);
    await expect
      .element(page.getByRole('row', { name: /^Accept the customer/ }))
      .toHaveTextContent('Alt+B');
    expect(document.body.textContent).not.toContain('Alt+A');
  });
});

it('A39: a change of language leaves the focus on what has it', async () => {
  const desk = await openDesk();
  for (const id of ['link-help', 'link-settings', 'palette-button', 'language']) {
    const element = document.getElementById(id) as HTMLElement;
    element.focus();
    const language = desk.workspace.language() === 'en' ? 'zh-CN' : 'en';
    desk.workspace.changeSettings({ language });
    await until(() => document.documentElement.lang === language);
    await rest();
    expect(focused()).toBe(element);
  }
});
