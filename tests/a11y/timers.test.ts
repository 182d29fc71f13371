import { describe, expect, test } from 'vitest';
import en from '../../locales/en.json';
import { createComposition } from '../../src/a11y/is-composing.ts';
import { timerDefaults } from '../../src/a11y/timer-defaults.ts';
import { createTimer } from '../../src/a11y/timers.ts';
import { passedThreshold } from '../../src/a11y/waiting.ts';
import { collapseEmoji } from '../../src/domain/collapse-emoji.ts';
import type { TimerFactor } from '../../src/domain/settings.ts';
import { createTranslator } from '../../src/i18n/create-translator.ts';
import { createFakeClock } from '../support/fake-clock.ts';

const english = createTranslator('en', en);

const rig = (ms: number, warnBefore = 20_000) => {
  const fake = createFakeClock();
  let leap = 0;
  const clock = { ...fake, now: () => fake.now() + leap };
  const start = clock.now();
  const events: string[] = [];
  const state: { factor: TimerFactor } = { factor: 1 };
  const timer = createTimer({
    clock,
    ms,
    factor: () => state.factor,
    warnBefore,
    onWarn: (left) => events.push(`warn ${left} at ${clock.now() - start}`),
    onEnd: () => events.push(`end at ${clock.now() - start}`),
  });
  const leapBy = (by: number) => {
    leap += by;
  };
  return { clock: fake, events, timer, state, leapBy };
};

describe('timers', () => {
  test('A42: it warns at least 20 s before the end, whatever is asked for', async () => {
    const { clock, events, timer } = rig(timerDefaults.accept, 1);
    timer.start();
    await clock.advance(100_000);
    expect(events).toEqual(['warn 20000 at 40000', 'end at 60000']);
    expect(timer.left()).toBeUndefined();
  });

  test.each([24 * 60 * 60 * 1000, -24 * 60 * 60 * 1000])(
    'A42: a clock that leaps by %d ms takes neither the warning nor the end away',
    async (by) => {
      const { clock, events, timer, leapBy } = rig(60_000);
      timer.start();
      leapBy(by);
      await clock.advance(40_000);
      expect(events).toEqual([`warn 20000 at ${by + 40_000}`]);
      expect(timer.left()).toBe(20_000);
      leapBy(-by);
      await clock.advance(19_999);
      expect(events).toHaveLength(1);
      await clock.advance(1);
      expect(events[1]).toBe('end at 60000');
    },
  );

  test('A42: it can be switched off', async () => {
    const { clock, events, timer, state } = rig(60_000);
    state.factor = 0;
    timer.start();
    expect(clock.pending).toBe(0);
    state.factor = 1;
    timer.start();
    state.factor = 0;
    await clock.advance(100_000);
    expect(events).toEqual([]);
  });

  test('A42: it can be made ten times as long', async () => {
    const { clock, events, timer, state } = rig(60_000);
    state.factor = 10;
    timer.start();
    expect(timer.left()).toBe(600_000);
    await clock.advance(599_999);
    expect(events).toEqual(['warn 20000 at 580000']);
    await clock.advance(1);
    expect(events).toHaveLength(2);
  });

  test('A42: it can be extended ten times, and not an eleventh', async () => {
    const { clock, events, timer } = rig(60_000);
    timer.start();
    for (let n = 0; n < 10; n += 1) {
      await clock.advance(45_000);
      expect(timer.extend()).toBe(true);
    }
    expect(timer.extend()).toBe(false);
    expect(events.filter((event) => event.startsWith('end'))).toEqual([]);
    expect(events.filter((event) => event.startsWith('warn'))).toHaveLength(10);
    await clock.advance(60_000);
    expect(events.at(-1)).toBe('end at 510000');
  });

  test('A42: activity begins again without using up an extension', async () => {
    const { clock, events, timer } = rig(60_000);
    timer.activity();
    expect(timer.left()).toBeUndefined();
    timer.start();
    for (let n = 0; n < 30; n += 1) {
      await clock.advance(30_000);
      timer.activity();
    }
    expect(events).toEqual([]);
    expect(timer.extend()).toBe(true);
    timer.stop();
    await clock.advance(100_000);
    expect(events).toEqual([]);
    expect(timer.extend()).toBe(false);
  });
});

describe('waiting', () => {
  test('A41: it is spoken only when 2, 5 and 10 minutes are passed', () => {
    const spoken: (number | undefined)[] = [];
    for (let at = 1000; at <= 1_200_000; at += 1000) {
      const passed = passedThreshold(0, at - 1000, at);
      if (passed) spoken.push(passed);
    }
    expect(spoken).toEqual([2, 5, 10]);
    expect(passedThreshold(0, 0, 700_000)).toBe(10);
  });
});

describe('composition', () => {
  const key = (given: { isComposing?: boolean; keyCode?: number } = {}) => ({
    isComposing: false,
    keyCode: 13,
    ...given,
  });

  test('A17: a key belongs to the input method while it composes, by any of its signs', () => {
    const composition = createComposition(createFakeClock());
    expect(composition.owns(key())).toBe(false);
    expect(composition.owns(key({ isComposing: true }))).toBe(true);
    expect(composition.owns(key({ keyCode: 229 }))).toBe(true);
    composition.start();
    expect(composition.owns(key())).toBe(true);
  });

  test('A17: the Enter that ends a composition does not send, the next one does', async () => {
    const clock = createFakeClock();
    const composition = createComposition(clock);
    composition.start();
    composition.end();
    expect(composition.owns(key())).toBe(true);
    await clock.advance(99);
    expect(composition.owns(key())).toBe(true);
    await clock.advance(1);
    expect(composition.owns(key())).toBe(false);
  });
});

describe('emoji', () => {
  test.each([
    ['😀😀😀', '😀, times 3'],
    ['ok 👍🏽👍🏽 thanks', 'ok 👍🏽, times 2 thanks'],
    ['👨‍👩‍👧👨‍👩‍👧', '👨‍👩‍👧, times 2'],
    ['🇩🇪🇩🇪', '🇩🇪, times 2'],
    ['❤️ ❤️ ❤️', '❤️, times 3'],
    ['😀😡', '😀😡'],
    ['1111 aaa', '1111 aaa'],
    ['😀', '😀'],
  ])('A58: %s is spoken as %s', (text, spoken) => {
    expect(collapseEmoji(text, english)).toBe(spoken);
  });
});
