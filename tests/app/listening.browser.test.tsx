import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { until } from '../support/desk-screens.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { openDesk } from '../support/open-desk.tsx';

const select = async (name: string) => {
  document.querySelector<HTMLElement>(`#c-${name.toLowerCase()}`)?.click();
  await until(() => document.activeElement?.id === 'reply');
};

beforeEach(async () => {
  await page.viewport(1280, 800);
});

describe('announcements', () => {
  it('A29: all of them can be read again, newest first, and one key repeats the last', async () => {
    const { connector, spoken, workspace } = await openDesk();
    connector.open('Lin');
    await select('Lin');
    connector.say('Lin', 'First');
    await expect.poll(() => spoken.at(-1), { timeout: 4000 }).toBe('First');
    connector.say('Lin', 'Second');
    await expect.poll(() => spoken.at(-1), { timeout: 4000 }).toBe('Second');
    const before = spoken.length;
    await userEvent.keyboard('{Alt>}r{/Alt}');
    await expect.poll(() => spoken.slice(before), { timeout: 4000 }).toEqual(['Second']);
    workspace.router.go('announcements');
    await expect.element(page.getByRole('heading', { name: 'Announcement log' })).toHaveFocus();
    const entries = [...document.querySelectorAll('.announcements li > span')];
    expect(entries.slice(0, 2).map((entry) => entry.textContent)).toEqual(['Second', 'First']);
  });

  it('A29: do not disturb is one key; what came meanwhile is counted and in the log', async () => {
    const { connector, spoken, workspace } = await openDesk();
    connector.open('Lin');
    await select('Lin');
    await userEvent.keyboard('{Alt>}q{/Alt}');
    await expect.poll(() => spoken.at(-1)).toBe('Do not disturb is on');
    const before = spoken.length;
    connector.say('Lin', 'Unheard');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(spoken.slice(before)).toEqual([]);
    await userEvent.keyboard('{Alt>}q{/Alt}');
    await expect
      .poll(() => spoken.at(-1), { timeout: 4000 })
      .toBe('Do not disturb is off. 1 announcement meanwhile');
    expect(workspace.queue.log().map(({ text }) => text)).toContain('Unheard');
  });

  it.each([
    ['the palette', '{Control>}k{/Control}', '#palette'],
    ['plain text', '{Alt>}p{/Alt}', '#plain-text'],
    ['the question before ending', '{Alt>}j{/Alt}e', '#end-dialog'],
  ])(
    'A30: while %s is open, nothing hides the announcer, and it speaks',
    async (_, keys, dialog) => {
      const { connector, spoken } = await openDesk();
      connector.open('Lin');
      await select('Lin');
      await userEvent.keyboard(keys);
      await until(() => document.querySelector(dialog));
      connector.say('Lin', 'Can you hear this?');
      await expect.poll(() => spoken.at(-1), { timeout: 4000 }).toBe('Can you hear this?');
      for (const id of ['polite', 'assertive']) {
        const node = document.getElementById(id) as HTMLElement;
        expect(node.closest('[aria-hidden=true], [inert], [hidden], [aria-busy]')).toBeNull();
        expect(getComputedStyle(node).display).not.toBe('none');
      }
      expect(document.querySelectorAll('dialog, [inert]')).toHaveLength(0);
    },
  );

  it('A31: in a background tab the title counts, until the agent comes back', async () => {
    const { connector } = await openDesk();
    connector.open('Lin');
    await select('Lin');
    let hidden = true;
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
    try {
      connector.say('Lin', 'One');
      connector.say('Lin', 'Two');
      await expect.poll(() => document.title).toBe('(2) Conversations – Harebell');
      hidden = false;
      document.dispatchEvent(new Event('visibilitychange'));
      expect(document.title).toBe('Conversations – Harebell');
    } finally {
      Reflect.deleteProperty(document, 'hidden');
    }
  });

  it('A11, A58: a message’s name is author, words, state, time; emoji are counted', async () => {
    const { connector } = await openDesk();
    connector.open('Lin');
    await select('Lin');
    connector.say('Lin', 'Thanks 🎉🎉🎉', 'party');
    await until(() => document.querySelector('#m-party'));
    expect(document.querySelector('#m-party')?.getAttribute('aria-label')).toMatch(
      /^Lin: Thanks 🎉, times 3, \d\d?:\d\d/,
    );
    connector.answer = { ok: false, error: { kind: 'refused', reason: 'policy' } };
    // Once to hear what has just come, once to send (A19).
    await userEvent.keyboard('Bye{Enter}{Enter}');
    await expect
      .poll(() => document.querySelector('.message.agent')?.getAttribute('aria-label'))
      .toMatch(/^You: Bye, not sent, \d\d?:\d\d/);
  });

  it('A57: each message, and each run of another script in it, has its language', async () => {
    const { connector } = await openDesk();
    connector.open('Lin', { language: 'zh-CN' });
    await select('Lin');
    expect(document.querySelector('#reply')?.getAttribute('lang')).toBe('zh-CN');
    connector.emit({
      type: 'message.received',
      message: {
        id: 'mixed',
        conversationId: 'lin',
        author: 'customer',
        text: '订单 thank you so much 到了吗',
        at: Date.now(),
        language: 'zh-CN',
      },
    });
    await until(() => document.querySelector('#m-mixed'));
    const article = document.querySelector('#m-mixed');
    expect(article?.getAttribute('lang')).toBe('zh-CN');
    expect(article?.querySelector('.text [lang=en]')?.textContent).toBe('thank you so much');
    expect(article?.querySelector('.meta')?.getAttribute('lang')).toBe('en');
  });

  it('A44, A32: the visual pulse is there once and then gone, and off if switched off', async () => {
    const clock = createFakeClock(Date.now());
    const { connector, workspace } = await openDesk({ clock });
    connector.open('Lin');
    /** For how many of the next forty tenths of a second the edge is lit. */
    const lit = async () => {
      let count = 0;
      for (let tenth = 0; tenth < 40; tenth += 1) {
        await clock.advance(100);
        if (document.documentElement.classList.contains('pulse')) count += 1;
      }
      return count;
    };
    connector.say('Lin', 'Hello');
    const once = await lit();
    expect(once).toBeGreaterThan(3);
    expect(once).toBeLessThan(10);
    expect(await lit()).toBe(0);
    workspace.changeSettings({ visualAlerts: false });
    connector.say('Lin', 'Again');
    expect(await lit()).toBe(0);
  });
});

describe('time', () => {
  it('A41: waiting times change once a minute at most, and thresholds are spoken', async () => {
    const clock = createFakeClock(Date.now());
    const { connector, spoken } = await openDesk({ clock });
    connector.open('Lin', { waitingSince: clock.now() });
    await until(() => document.querySelector('#c-lin'));
    const row = document.querySelector('#c-lin') as Element;
    let changes = 0;
    const observer = new MutationObserver((records) => {
      changes += records.filter(({ attributeName }) => attributeName === 'aria-label').length;
    });
    observer.observe(row, { attributes: true });
    await clock.advance(300_000);
    await new Promise((resolve) => setTimeout(resolve, 50));
    observer.disconnect();
    expect(changes).toBeGreaterThan(1);
    expect(changes).toBeLessThanOrEqual(5);
    expect(spoken.some((text) => /^Lin has waited \d+ minutes?\.$/.test(text))).toBe(true);
  });

  it('A42: an offer’s time runs out after a warning of 20 seconds at least', async () => {
    const clock = createFakeClock(Date.now());
    const { connector, spoken } = await openDesk({ clock });
    connector.offer('Lin');
    await until(() => document.querySelector('.offer'));
    let waited = 0;
    while (!spoken.some((text) => /seconds left to accept Lin/.test(text)) && waited < 600) {
      await clock.advance(1000);
      waited += 1;
    }
    const [warning = ''] = spoken.filter((text) => /seconds left/.test(text));
    expect(Number(/^(\d+)/.exec(warning)?.[1])).toBeGreaterThanOrEqual(20);
    expect(document.querySelector('.offer')).not.toBeNull();
    await clock.advance(25_000);
    expect(document.querySelector('.offer')).toBeNull();
  });

  it('A42: Alt+X gives more time, ten times over', async () => {
    const clock = createFakeClock(Date.now());
    const { connector, spoken } = await openDesk({ clock });
    connector.offer('Lin');
    await until(() => document.querySelector('.offer'));
    for (let extension = 0; extension < 10; extension += 1) {
      await clock.advance(15_000);
      await userEvent.keyboard('{Alt>}x{/Alt}');
      await clock.advance(2000);
      expect(document.querySelector('.offer')).not.toBeNull();
    }
    expect(spoken).toContain('You have more time.');
  });

  it('A42: a timer that is off never runs out', async () => {
    const clock = createFakeClock(Date.now());
    const timers = { accept: 0, wrapUp: 0, idle: 0, practice: 0 } as const;
    const { connector, workspace } = await openDesk({ clock, settings: { timers } });
    connector.offer('Lin');
    await clock.advance(3_600_000);
    expect(document.querySelector('.offer')).not.toBeNull();
    expect(workspace.session()?.desk().availability.status).toBe('available');
  });
});
