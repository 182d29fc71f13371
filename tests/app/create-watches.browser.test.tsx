import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Settings } from '../../src/domain/settings.ts';
import { aPracticeStart } from '../support/a-practice-start.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { openDesk } from '../support/open-desk.tsx';
import { createScriptedConnector } from '../support/scripted-connector.ts';

const minute = 60_000;
/** A desk whose hours pass when the test says so. */
const open = async (settings: Partial<Settings> = {}) => {
  const clock = createFakeClock();
  const desk = await openDesk({ clock, settings });
  const log = () => desk.workspace.queue.log().map(({ text }) => text);
  const status = () => desk.workspace.session()?.desk().availability.status;
  return { ...desk, clock, log, status };
};

beforeEach(async () => {
  await page.viewport(1280, 800);
});

describe('A41: a customer’s waiting', () => {
  it('is said at two, five and ten minutes, and not in between', async () => {
    const { connector, clock, log } = await open({
      timers: { accept: 1, wrapUp: 1, idle: 0, practice: 1 },
    });
    connector.open('Lin');
    connector.say('Lin', 'Hello?');
    const waited = () => log().filter((text) => text.startsWith('Lin has waited'));
    await clock.advance(2 * minute - 11_000);
    expect(waited()).toEqual([]);
    await clock.advance(21_000);
    expect(waited()).toEqual(['Lin has waited 2 minutes.']);
    await clock.advance(10 * minute);
    expect(waited()).toEqual([
      'Lin has waited 2 minutes.',
      'Lin has waited 5 minutes.',
      'Lin has waited 10 minutes.',
    ]);
    await clock.advance(30 * minute);
    expect(waited()).toHaveLength(3);
  });

  it('is said of each who waits, and of nobody who has an answer', async () => {
    const { connector, clock, log } = await open();
    for (const name of ['Lin', 'Bo', 'Cai']) connector.open(name);
    connector.say('Lin', 'Hello?');
    connector.say('Bo', 'Anybody?');
    await clock.advance(3 * minute);
    const waited = log().filter((text) => text.includes('has waited'));
    expect(waited.toSorted()).toEqual(['Bo has waited 2 minutes.', 'Lin has waited 2 minutes.']);
  });
});

describe('A42: an agent who does nothing', () => {
  it('is warned twenty seconds ahead, and then away, and hears of it', async () => {
    const { clock, log, status } = await open();
    await clock.advance(15 * minute - 20_001);
    expect(log().join()).not.toContain('set to away');
    await clock.advance(1);
    expect(log().at(-1)).toBe(
      'You are set to away in 20 seconds. Press any key to stay available.',
    );
    expect(status()).toBe('available');
    await clock.advance(20_000);
    expect(status()).toBe('away');
    expect(log().at(-1)).toBe('You are away. No new customers.');
  });

  it.each<[string, () => unknown]>([
    ['a key', () => userEvent.keyboard('{Shift}')],
    ['a pointer', () => userEvent.click(document.body)],
    ['the focus', () => document.getElementById('availability')?.focus()],
    [
      'input without a key, as from a switch',
      () => void document.body.dispatchEvent(new InputEvent('input', { bubbles: true })),
    ],
  ])('is not one of whom there is a sign: %s', async (_, sign) => {
    const { clock, status } = await open();
    (document.activeElement as HTMLElement).blur();
    await clock.advance(15 * minute - 5000);
    await sign();
    await clock.advance(10_000);
    expect(status()).toBe('available');
    await clock.advance(15 * minute);
    expect(status()).toBe('away');
  });

  it('may take as long as they like when they have switched it off', async () => {
    const timers = { accept: 1, wrapUp: 1, idle: 0, practice: 1 } as const;
    const { clock, status, workspace } = await open({ timers });
    await clock.advance(100 * minute);
    expect(status()).toBe('available');
    workspace.changeSettings({ timers: { ...timers, idle: 2 } });
    await clock.advance(30 * minute - 1);
    expect(status()).toBe('available');
    await clock.advance(1);
    expect(status()).toBe('away');
  });

  it('who is busy already stays so, and hears nothing of it', async () => {
    const { clock, status, log, workspace } = await open();
    workspace.session()?.setAvailability({ status: 'busy', capacity: 3 });
    await clock.advance(15 * minute);
    expect(status()).toBe('busy');
    expect(log()).not.toContain('You are away. No new customers.');
  });

  it('is not watched after the shift', async () => {
    const { clock, workspace, log } = await open();
    workspace.endSession();
    await clock.advance(30 * minute);
    expect(log().join()).not.toContain('away');
  });

  it('is not watched in a practice', async () => {
    const clock = createFakeClock();
    const { workspace } = await openDesk({ clock });
    const session = workspace.startSession(createScriptedConnector(clock.now), {
      title: 'Late parcel',
      policy: [],
      language: 'en',
      start: aPracticeStart,
      finish: () => undefined,
    });
    await session.connect();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await clock.advance(30 * minute);
    expect(session.desk().availability.status).toBe('available');
  });
});
