import { describe, expect, test } from 'vitest';
import { createWebSpeechRecognition } from '../../../src/speech/web-speech-recognition/create-web-speech-recognition.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { setUp, start } from './set-up.ts';

describe('what it can', () => {
  test.each([
    ['available', { kind: 'ready' }],
    ['downloadable', { kind: 'installable' }],
    ['downloading', { kind: 'installable' }],
    ['unavailable', { kind: 'unavailable', reason: 'language-not-supported' }],
  ] as const)('on the device, "%s" is %o', async (available, state) => {
    const { recognizer } = setUp({ sessions: [], available: () => Promise.resolve(available) });
    expect(await recognizer.availability('en')).toEqual(state);
  });

  test('a browser that never says is not waited for', async () => {
    const { recognizer, clock } = setUp({ sessions: [], available: () => new Promise(() => {}) });
    const asked = recognizer.availability('en');
    await clock.advance(2000);
    expect(await asked).toEqual({ kind: 'unavailable', reason: 'engine-silent' });
  });

  test('one that throws is not ready', async () => {
    const available = () => Promise.reject(new Error('No.'));
    const { recognizer } = setUp({ sessions: [], available });
    expect(await recognizer.availability('en')).toMatchObject({ kind: 'unavailable' });
  });

  test('the cloud is ready once the agent has agreed, and is not used before', async () => {
    const before = setUp({ sessions: [[start]] }, { place: 'cloud' });
    expect(await before.recognizer.availability('en')).toEqual({ kind: 'needs-consent' });
    expect(await before.listen()).toEqual({ ok: false, error: { kind: 'no-consent' } });
    expect(before.log.calls, 'no voice has gone anywhere').toEqual([]);
    const after = setUp({ sessions: [[start]] }, { place: 'cloud', agreed: true });
    expect(await after.recognizer.availability('en')).toEqual({ kind: 'ready' });
    expect(after.recognizer.place).toBe('cloud');
    expect(after.recognizer.install).toBeUndefined();
  });

  test.each(['device', 'cloud'] as const)(
    'without the API there is nothing (%s)',
    async (place) => {
      const recognizer = createWebSpeechRecognition({
        place,
        agreed: () => true,
        clock: createFakeClock(),
        browser: {},
        devices: undefined,
      });
      const missing = { kind: 'not-in-this-browser' };
      const { signal } = new AbortController();
      expect(await recognizer.availability('en')).toEqual({
        kind: 'unavailable',
        reason: 'not-in-this-browser',
      });
      const listening = recognizer.listen?.({ language: 'en', signal, onHeard: () => {} });
      expect(await listening).toEqual({ ok: false, error: missing });
      expect(recognizer.can).toMatchObject({ track: false, phrases: false, recording: false });
    },
  );
});

describe('installing', () => {
  const { signal } = new AbortController();
  test('is believed when it is there afterwards', async () => {
    let isThere = false;
    const { recognizer } = setUp({
      sessions: [],
      available: () => Promise.resolve(isThere ? 'available' : 'downloadable'),
      install: () => {
        isThere = true;
        return Promise.resolve(true);
      },
    });
    expect(await recognizer.install?.('en', signal)).toEqual({ ok: true, value: undefined });
  });

  test.each([
    ['says no', () => Promise.resolve(false)],
    ['says yes and has nothing', () => Promise.resolve(true)],
    ['throws', () => Promise.reject(new Error('No.'))],
  ])('fails where the browser %s', async (_, install) => {
    const available = () => Promise.resolve('downloadable' as const);
    const { recognizer } = setUp({ sessions: [], available, install });
    const result = await recognizer.install?.('en', signal);
    expect(result).toEqual({ ok: false, error: { kind: 'install-failed' } });
  });

  test('is given up within a minute, or when the agent does', async () => {
    const { recognizer, clock } = setUp({ sessions: [], install: () => new Promise(() => {}) });
    const late = recognizer.install?.('en', signal);
    await clock.advance(60_000);
    expect(await late).toEqual({ ok: false, error: { kind: 'install-failed' } });
    const controller = new AbortController();
    const given = recognizer.install?.('en', controller.signal);
    controller.abort();
    expect(await given).toEqual({ ok: false, error: { kind: 'aborted' } });
  });
});
