import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CommandId } from '../../src/a11y/command-table.ts';
import { aPracticeStart } from '../support/a-practice-start.ts';
import { until, visit } from '../support/desk-screens.ts';
import { type OpenDesk, openDesk } from '../support/open-desk.tsx';
import { createScriptedConnector } from '../support/scripted-connector.ts';

const run = ({ workspace }: OpenDesk, id: CommandId) => workspace.commands.run(id);
const can = ({ workspace }: OpenDesk, id: CommandId) => workspace.commands.available(id);
const focused = () => document.activeElement as HTMLElement;
/** A desk at which somebody practises; `finished` tells how often that was ended. */
const openPractice = async () => {
  const desk = await openDesk({ signedOut: true });
  let finished = 0;
  const session = desk.workspace.startSession(createScriptedConnector(), {
    title: 'Late parcel',
    policy: [],
    language: 'en',
    start: aPracticeStart,
    finish: () => {
      finished += 1;
    },
  });
  await session.connect();
  desk.workspace.router.go('desk');
  await until(() => document.querySelector('.list'));
  return { ...desk, finished: () => finished };
};

beforeEach(async () => {
  await page.viewport(1280, 800);
});

describe('A34: going somewhere', () => {
  it.each([
    ['help', 'Help and keys'],
    ['settings', 'Settings'],
    ['canned-library', 'Canned responses'],
    ['announcement-log', 'Announcement log'],
  ] as const)('%s leads to the heading of its screen', async (id, name) => {
    const desk = await openDesk();
    run(desk, id);
    await expect.element(page.getByRole('heading', { level: 1, name })).toHaveFocus();
  });

  it.each(['practise', 'sign-in'] as const)('%s is there only without a shift', async (id) => {
    const desk = await openDesk();
    expect(can(desk, id)).toBe(false);
    desk.workspace.endSession();
    expect(can(desk, id)).toBe(true);
    run(desk, id);
    expect(desk.workspace.router.route()).toBe(id);
  });

  it('A2: regions are stepped through both ways', async () => {
    const desk = await openDesk();
    desk.connector.open('Lin');
    const regions: (string | undefined)[] = [];
    const at = () => focused().closest<HTMLElement>('[data-region]')?.dataset['region'];
    document.getElementById('availability')?.focus();
    const start = at();
    for (let step = 0; step < 8; step += 1) {
      run(desk, 'next-region');
      regions.push(at());
    }
    const round = new Set(regions);
    expect(round.size).toBeGreaterThanOrEqual(4);
    expect(regions).toContain(start);
    const before = regions.at(-2);
    run(desk, 'previous-region');
    expect(at()).toBe(before);
  });
});

describe('A34: availability', () => {
  it.each([
    ['available', 'You are available.'],
    ['busy', 'You are busy. No new customers.'],
    ['away', 'You are away. No new customers.'],
    ['offline', 'You are offline. No new customers.'],
  ] as const)('%s is set, keeps the number of chats, and is said', async (id, sentence) => {
    const desk = await openDesk({ settings: { capacity: 2 } });
    run(desk, id);
    expect(desk.connector.availability).toEqual({ status: id, capacity: 2 });
    await expect.poll(() => desk.spoken.at(-1)).toBe(sentence);
  });

  it('is nothing that can be set without a shift', async () => {
    const desk = await openDesk({ signedOut: true });
    for (const id of ['available', 'busy', 'away', 'offline'] as const)
      expect(run(desk, id)).toBe(false);
  });
});

describe('offers in speech', () => {
  it('says how many there are and each of them, first come first', async () => {
    const desk = await openDesk();
    desk.connector.offer('Lin', { topic: 'Late parcel' });
    desk.connector.offer('Bo', { topic: 'A refund', since: Date.now() - 125_000 });
    run(desk, 'speak-offers');
    await expect
      .poll(() => desk.spoken.at(-1))
      .toBe('2 new customers. Lin, Late parcel, English. Bo, A refund, English, waiting 2 minutes');
  });

  it('says that there are none', async () => {
    const desk = await openDesk();
    run(desk, 'speak-offers');
    await expect.poll(() => desk.spoken.at(-1)).toBe('No new customer is waiting.');
  });

  it('taking and giving back are there only while somebody waits', async () => {
    const desk = await openDesk();
    const offers = ['accept-offer', 'decline-offer', 'extend-timer'] as const;
    expect(offers.map((id) => can(desk, id))).toEqual([false, false, false]);
    desk.connector.offer('Lin');
    expect(offers.map((id) => can(desk, id))).toEqual([true, true, true]);
  });

  it('A42: more time is given, and said', async () => {
    const desk = await openDesk();
    desk.connector.offer('Lin');
    await until(() => document.querySelector('[data-region=offers] button'));
    run(desk, 'extend-timer');
    await expect.poll(() => desk.spoken).toContain('You have more time.');
  });

  it('A42: where no timer runs, that is said', async () => {
    const timeless = await openDesk({
      settings: { timers: { accept: 0, wrapUp: 1, idle: 1, practice: 1 } },
    });
    timeless.connector.offer('Lin');
    run(timeless, 'extend-timer');
    await expect
      .poll(() => timeless.spoken)
      .toContain('There is no timer that can be made longer.');
  });
});

it('the interface’s language is switched in place, there and back', async () => {
  const desk = await openDesk();
  await visit(desk, 'help');
  run(desk, 'switch-language');
  await expect.poll(() => document.documentElement.lang).toBe('zh-CN');
  expect(desk.workspace.router.route()).toBe('help');
  run(desk, 'switch-language');
  await expect.poll(() => document.documentElement.lang).toBe('en');
});

describe('leaving', () => {
  it('a real shift ends at once and leads to the start page', async () => {
    const desk = await openDesk();
    run(desk, 'sign-out');
    expect(desk.workspace.session()).toBeUndefined();
    expect(desk.workspace.router.route()).toBe('start');
    expect(can(desk, 'sign-out')).toBe(false);
  });

  it('A18: a practice asks first, with the focus on the safe answer; Escape goes on', async () => {
    const desk = await openPractice();
    document.getElementById('availability')?.focus();
    run(desk, 'sign-out');
    await expect.element(page.getByRole('dialog', { name: 'End this practice?' })).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Go on' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => document.querySelector('#stop-dialog')).toBeNull();
    expect(focused().id).toBe('availability');
    expect(desk.finished()).toBe(0);
  });

  it('a practice that is ended is ended once, and its question is gone', async () => {
    const desk = await openPractice();
    run(desk, 'sign-out');
    await userEvent.click(page.getByRole('dialog').getByRole('button', { name: 'End practice' }));
    expect(desk.finished()).toBe(1);
    expect(document.querySelector('#stop-dialog')).toBeNull();
    expect(desk.workspace.session()).toBeDefined();
  });
});
