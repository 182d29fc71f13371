import { expect, test } from 'vitest';
import { defaultSettings } from '../../src/domain/settings.ts';
import { defaultSpeech, speechOf } from '../../src/domain/speech-settings.ts';
import { parseSettings } from '../../src/outbox/parse-settings.ts';
import { parseSpeech } from '../../src/outbox/parse-speech.ts';

test('every speech setting comes back as it was', () => {
  const all = {
    ...defaultSpeech,
    rate: 6,
    voices: { en: 'a', zh: 'b' },
    boxAddress: 'ws://10.0.0.2:2700/',
  };
  expect(parseSpeech(JSON.parse(JSON.stringify(all)))).toEqual(all);
});

test('what is out of range or of another kind is left out, and the rest is kept', () => {
  expect(
    parseSpeech({
      rate: 7,
      pitch: '1',
      readAloud: 'always',
      voices: { 'en-GB': 'a' },
      boxAddress: 'javascript:alert(1)',
      apart: 'side',
      boxKey: 'secret',
    }),
  ).toEqual({ apart: 'side' });
});

test('with nothing sound there are no speech settings, so that the defaults hold', () => {
  for (const input of [undefined, null, 'loud', [], {}, { rate: Number.NaN }])
    expect(parseSpeech(input)).toBeUndefined();
  const parsed = parseSettings({ version: 1, speech: { rate: 99 } });
  expect(parsed.ok && speechOf(parsed.value)).toEqual(defaultSpeech);
});

test('a settings file carries what was changed of speech, and only that', () => {
  const parsed = parseSettings({ ...defaultSettings, speech: { rate: 3 } });
  expect(parsed.ok && parsed.value.speech).toEqual({ rate: 3 });
  expect(parsed.ok && speechOf(parsed.value)).toEqual({ ...defaultSpeech, rate: 3 });
});
