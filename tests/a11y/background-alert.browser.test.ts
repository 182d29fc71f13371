import { afterEach, beforeEach, expect, test } from 'vitest';
import en from '../../locales/en.json';
import { createBackgroundAlert } from '../../src/a11y/background-alert.ts';
import { createEarcons, earconNotes } from '../../src/a11y/earcons.ts';
import type { Announcement } from '../../src/domain/announcement.ts';
import { earconNames } from '../../src/domain/announcement.ts';
import { createTranslator } from '../../src/i18n/create-translator.ts';
import { createFakeClock } from '../support/fake-clock.ts';

let hidden = true;
beforeEach(() => {
  hidden = true;
  document.title = 'Harebell';
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
});
afterEach(() => {
  Reflect.deleteProperty(document, 'hidden');
});

const message: Announcement = {
  class: 'message-other',
  priority: 2,
  text: 'Ann: hi',
  language: 'en',
};

const setUp = (notifications = true) => {
  const log: string[] = [];
  const t = createTranslator('en', en);
  const alert = createBackgroundAlert({
    page: document,
    t: () => t,
    preferences: () => ({ notifications }),
    sound: (name) => log.push(name),
    notify: (title, body, language) => log.push(`${title}: ${body} (${language})`),
  });
  return { alert, log };
};

test('A31: in a background tab the title counts, a sound plays and the system tells', () => {
  const { alert, log } = setUp();
  alert.alert(message);
  alert.alert({ class: 'failure', priority: 0, text: 'Not sent' });
  expect(document.title).toBe('(2) Harebell');
  alert.setTitle('Help – Harebell');
  expect(document.title).toBe('(2) Help – Harebell');
  expect(log).toEqual([
    'message',
    'Harebell: Ann: hi (en)',
    'failure',
    'Harebell: Not sent (undefined)',
  ]);
  hidden = false;
  document.dispatchEvent(new Event('visibilitychange'));
  expect(document.title).toBe('Help – Harebell');
  alert.dispose();
});

test('A31: nothing of it happens in front, for replies, or for typing', () => {
  const { alert, log } = setUp();
  alert.alert({ ...message, class: 'reply' });
  alert.alert({ ...message, class: 'typing' });
  hidden = false;
  alert.alert(message);
  expect([document.title, log]).toEqual(['Harebell', []]);
  alert.dispose();
});

test('A31: the system is left alone if the agent has not asked for it', () => {
  const { alert, log } = setUp(false);
  alert.alert(message);
  expect(log).toEqual(['message']);
  alert.dispose();
});

/** A real, silent audio graph that writes down what starts and how loud it may get. */
const setUpSounds = (preferences: { earcons: boolean; earconVolume: number }) => {
  const clock = createFakeClock();
  const start = clock.now();
  const context = new AudioContext();
  const tones: { at: number; hertz: number; channels: number }[] = [];
  const create = context.createOscillator.bind(context);
  context.createOscillator = () => {
    const tone = create();
    const begin = tone.start.bind(tone);
    tone.start = (when) => {
      tones.push({
        at: clock.now() - start,
        hertz: tone.frequency.value,
        channels: tone.channelCount,
      });
      begin(when);
    };
    return tone;
  };
  const earcons = createEarcons({ clock, context: () => context, preferences: () => preferences });
  return { earcons, clock, tones };
};

test('A32: sounds are two seconds apart and the more urgent one wins', async () => {
  const { earcons, clock, tones } = setUpSounds({ earcons: true, earconVolume: 0.5 });
  earcons.play('message-other');
  await clock.advance(500);
  earcons.play('failure');
  earcons.play('message');
  await clock.advance(5000);
  expect(tones.map(({ at, hertz }) => [at, hertz])).toEqual([
    [0, 520],
    [2000, 220],
    [2000, 208],
    [2000, 220],
  ]);
  earcons.dispose();
});

test('A32: silent when switched off or turned down to nothing', () => {
  for (const preferences of [
    { earcons: false, earconVolume: 1 },
    { earcons: true, earconVolume: 0 },
  ]) {
    const { earcons, tones } = setUpSounds(preferences);
    earcons.play('offer');
    expect(tones).toEqual([]);
    earcons.dispose();
  }
});

test('A32: each sound is distinct by its notes alone', () => {
  const shapes = earconNames.map((name) => earconNotes[name].notes.join());
  expect(new Set(shapes).size).toBe(earconNames.length);
});
