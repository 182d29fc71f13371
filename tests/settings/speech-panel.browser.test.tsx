import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { SpeechSettings } from '../../src/domain/speech-settings.ts';
import { playVoices, replace } from '../support/play-voices.ts';
import { aVoice } from '../support/played-synthesis.ts';
import { openSettings, tabStops } from './open-settings.ts';

const voices = [
  aVoice('Cantonese', 'yue', { default: true }),
  aVoice('Mandarin', 'cmn'),
  aVoice('Mandarin+f1', 'cmn'),
  aVoice('English', 'en-US'),
  aVoice('Cloudy', 'en-US', { localService: false }),
];
const open = async (
  tab: 'speech' | 'engines',
  speech: Partial<SpeechSettings> = {},
  given: typeof voices = voices,
) => {
  const played = playVoices(given);
  const desk = await openSettings(tab, { speech });
  await desk.workspace.speech();
  return { ...desk, played, kept: () => desk.workspace.settings().speech };
};
const field = (id: string) => document.getElementById(id) as HTMLInputElement;
const options = (id: string) =>
  [...document.querySelectorAll<HTMLOptionElement>(`#${id} option`)].map(({ text }) => text);
const slide = (id: string, value: string) => {
  field(id).value = value;
  field(id).dispatchEvent(new Event('input', { bubbles: true }));
};

describe('reading aloud', () => {
  test('each setting is kept, and only what was changed', async () => {
    const { kept } = await open('speech');
    await userEvent.selectOptions(field('setting-readAloud'), 'All chats');
    slide('setting-rate', '2.5');
    slide('setting-volume', '0.5');
    slide('setting-pitch', '1.2');
    await userEvent.selectOptions(field('setting-apart'), 'By pitch');
    await userEvent.click(field('setting-sayPrivate'));
    expect(kept()).toEqual({
      readAloud: 'all',
      rate: 2.5,
      volume: 0.5,
      pitch: 1.2,
      apart: 'pitch',
      sayPrivate: true,
    });
    expect(field('setting-rate').getAttribute('aria-valuetext')).toBe('250%');
    expect(field('setting-volume').getAttribute('aria-valuetext')).toBe('50%');
  });

  test('A57: offers Mandarin for Chinese, no Cantonese and no variant, and says whose voice it is', async () => {
    const { kept } = await open('speech');
    await expect.poll(() => options('setting-voice-zh').join()).toContain('Mandarin');
    const chinese = options('setting-voice-zh').join();
    expect(chinese).not.toMatch(/Cantonese|\+f1/);
    expect(chinese).toContain('Mandarin – Voices of this system');
    expect(options('setting-voice-en').join()).toContain(
      'Cloudy – Voices of this system, sends the words to servers on the internet',
    );
    await userEvent.selectOptions(field('setting-voice-zh'), 'Mandarin');
    expect(kept()).toEqual({ voices: { zh: 'Mandarin' } });
    await userEvent.selectOptions(field('setting-voice-zh'), 'Whatever suits best');
    expect(kept()).toEqual({ voices: {} });
  });

  test('a voice that is gone stays chosen, and is named as gone', async () => {
    await open('speech', { voices: { en: 'Uninstalled' } });
    await expect.poll(() => options('setting-voice-en')).toContain('No longer here: Uninstalled');
    expect(field('setting-voice-en').value).toBe('Uninstalled');
  });

  test('the voice is tried as it is set, though reading aloud is off', async () => {
    const { played } = await open('speech', { rate: 3, pitch: 0.5 });
    played.speakBySelf();
    await userEvent.click(page.getByRole('button', { name: 'Try the voice' }));
    await expect.poll(() => played.given.length).toBeGreaterThan(1);
    expect(played.given[0]).toMatchObject({ voice: 'English', rate: 3, pitch: 0.5 });
    expect(played.given.map(({ text }) => text).join(' ')).toContain('2 0 4, 1 7');
  });

  test('without any voice it says what can be done, in sight and aloud', async () => {
    replace(navigator, 'onLine', false);
    const { spoken } = await open('speech', {}, []);
    await userEvent.click(page.getByRole('button', { name: 'Try the voice' }));
    const why = 'This computer has no voice for this language. Install one';
    await expect.element(page.getByText(why), { timeout: 5000 }).toBeVisible();
    await expect.poll(() => spoken.join()).toContain(why);
  });

  test('A50: the whole screen keeps to 25 tab stops', async () => {
    await open('speech');
    expect(tabStops().length).toBeLessThanOrEqual(25);
  });
});

describe('the engines', () => {
  const row = (id: string) => document.getElementById(`engine-${id}`)?.textContent ?? '';

  test('stand with their state and where the sound goes, for the language that is looked at', async () => {
    await open('engines', {}, [aVoice('English', 'en-US'), aVoice('Cantonese', 'yue')]);
    await expect.poll(() => row('web-speech')).toContain('Ready');
    expect(row('web-speech')).toContain('Stays on this computer');
    expect(row('espeak')).toContain('Stays on this computer');
    await userEvent.selectOptions(field('engines-language'), 'zh-CN');
    await expect
      .poll(() => row('web-speech'))
      .toContain('Not available. This computer has no voice');
    expect(document.getElementById('try-web-speech')).toBeNull();
    expect(row('espeak')).toContain('Ready');
  });

  test('a voice that only a server has wants consent', async () => {
    await open('engines', {}, [aVoice('Cloudy', 'en-US', { localService: false })]);
    await expect.poll(() => row('web-speech')).toContain('Needs your consent');
  });

  test('each is tested by itself, in the language that is looked at', async () => {
    const { played } = await open('engines');
    await userEvent.selectOptions(field('engines-language'), 'zh-CN');
    await expect.poll(() => document.getElementById('try-web-speech')).not.toBeNull();
    await userEvent.click(field('try-web-speech'));
    await expect.poll(() => row('web-speech')).toContain('It is speaking');
    expect(played.given.map(({ voice }) => voice)).toEqual(['Mandarin']);
    played.given[0]?.fail('synthesis-failed');
    await expect.poll(() => row('web-speech')).toContain('That did not work.');
    played.speakBySelf();
    await userEvent.click(field('try-web-speech'));
    await expect.poll(() => row('web-speech')).toContain('It has spoken.');
  });

  test('A50: the whole screen keeps to 25 tab stops', async () => {
    await open('engines');
    await expect.poll(() => row('web-speech')).toContain('Ready');
    expect(tabStops().length).toBeLessThanOrEqual(25);
  });
});
