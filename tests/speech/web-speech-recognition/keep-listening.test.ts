import { describe, expect, test } from 'vitest';
import type { Heard } from '../../../src/speech/recognizer.ts';
import type { PlayedStep } from '../../support/played-recognition.ts';
import { end, setUp, start } from './set-up.ts';

const texts = (heard: readonly Heard[]) => heard.map(({ text }) => text);

describe('listening', () => {
  const sentence: PlayedStep[] = [
    start,
    { speech: 'start' },
    { partial: 'where' },
    { partial: 'where is my' },
    { final: 'where is my parcel', confidence: 0.75, others: ['were is my parcel'] },
  ];

  test('words are told as they come, and the session is set up for dictation', async () => {
    const { listen, stop, log, clock, heard, partials, told } = setUp({ sessions: [sentence] });
    const listening = listen();
    await clock.advance(10);
    expect(told).toEqual(['open']);
    expect(partials).toEqual(['where', 'where is my', '']);
    expect(heard).toEqual([
      {
        text: 'where is my parcel',
        confidence: 0.75,
        words: [],
        alternatives: ['were is my parcel'],
      },
    ]);
    expect(log.sessions[0]).toMatchObject({
      lang: 'en-US',
      continuous: true,
      interimResults: true,
      processLocally: true,
    });
    stop();
    expect(await listening).toEqual({ ok: true, value: undefined });
    expect(clock.pending, 'no watchdog is left').toBe(0);
  });

  test('what comes between stopping and the end is still heard', async () => {
    const onStop: PlayedStep[] = [{ final: 'thank you' }, end];
    const { listen, stop, clock, heard } = setUp({ sessions: [sentence], onStop });
    const listening = listen();
    await clock.advance(10);
    stop();
    await listening;
    expect(texts(heard)).toEqual(['where is my parcel', 'thank you']);
  });

  test('a guess that is never settled counts as heard when the browser does not end', async () => {
    const { listen, stop, clock, heard } = setUp({
      sessions: [[start, { partial: 'see you' }]],
      onStop: [],
    });
    const listening = listen();
    await clock.advance(10);
    stop();
    await clock.advance(5000);
    expect(await listening).toEqual({ ok: true, value: undefined });
    expect(texts(heard)).toEqual(['see you']);
  });

  test.each([
    ['language-not-supported', 'language-not-supported'],
    ['network', 'network'],
    ['audio-capture', 'no-microphone'],
    ['not-allowed', 'microphone-denied'],
    ['service-not-allowed', 'not-in-this-browser'],
    ['constructor', 'failed'],
  ])('"%s" without an end is %s, said once', async (error, kind) => {
    const { listen, told, clock, log } = setUp({ sessions: [[{ error }, { error }]] });
    expect(await listen()).toEqual({ ok: false, error: { kind } });
    await clock.advance(120_000);
    expect(told).toEqual([kind]);
    expect(log.calls, 'what gave an error is let go of').toEqual(['start', 'abort']);
    expect(clock.pending).toBe(0);
  });

  test('the network gone while dictating leaves what was understood, guesses too', async () => {
    const { listen, heard } = setUp({
      sessions: [[...sentence, { partial: 'and the' }, { error: 'network' }, end]],
    });
    expect(await listen()).toEqual({ ok: false, error: { kind: 'network' } });
    expect(texts(heard)).toEqual(['where is my parcel', 'and the']);
  });

  test('refused where there is no microphone at all means that there is none', async () => {
    const { listen } = setUp(
      { sessions: [[{ error: 'not-allowed' }]] },
      { kinds: ['audiooutput'] },
    );
    expect(await listen()).toEqual({ ok: false, error: { kind: 'no-microphone' } });
  });

  test('a session that ends by itself is followed by the next, opened once for the agent', async () => {
    const { listen, stop, clock, heard, told, log } = setUp({
      sessions: [sentence, [start, { final: 'it is late' }]],
    });
    const listening = listen();
    await clock.advance(5000);
    log.sessions[0]?.onend?.();
    await clock.advance(10);
    stop();
    await listening;
    expect(texts(heard)).toEqual(['where is my parcel', 'it is late']);
    expect(told).toEqual(['open', 'ok']);
  });

  test('after a minute without a word nobody is taken to be there', async () => {
    const { listen, clock, log } = setUp({ sessions: [[start]] });
    const listening = listen();
    for (let round = 0; round < 7; round += 1) {
      await clock.advance(10_000);
      log.sessions.at(-1)?.onerror?.({ error: 'no-speech' });
    }
    expect(await listening).toEqual({ ok: false, error: { kind: 'no-speech' } });
  });

  test('a browser that ends each session at once is not asked for ever', async () => {
    const { listen, log } = setUp({ sessions: [[start, end]] });
    expect(await listen()).toEqual({ ok: false, error: { kind: 'engine-silent' } });
    expect(log.sessions.length).toBe(3);
  });

  test('a browser that never begins is ended by the watchdog, but not while it may be asking', async () => {
    const { listen, clock, told } = setUp({ sessions: [[]] });
    const listening = listen();
    await clock.advance(30_000);
    expect(told).toEqual([]);
    await clock.advance(30_000);
    expect(await listening).toEqual({ ok: false, error: { kind: 'engine-silent' } });
  });

  test('speech that nothing comes of is ended by the watchdog', async () => {
    const { listen, clock } = setUp({ sessions: [[start, { speech: 'start' }]] });
    const listening = listen();
    await clock.advance(20_000);
    expect(await listening).toEqual({ ok: false, error: { kind: 'engine-silent' } });
  });

  test('noise that ends again is none of that', async () => {
    const { listen, clock, told, stop } = setUp({
      sessions: [[start, { speech: 'start' }, { speech: 'end' }]],
    });
    const listening = listen();
    await clock.advance(40_000);
    expect(told).toEqual(['open']);
    stop();
    await listening;
  });

  test('phrases go along, and are left out by a browser that does not take them', async () => {
    const { listen, stop, clock, log, told } = setUp({
      sessions: [[{ error: 'phrases-not-supported' }], [start]],
    });
    const listening = listen(['Harebell', 'late parcel']);
    await clock.advance(10);
    const [first, second] = log.sessions;
    expect(first?.phrases).toEqual([
      { phrase: 'Harebell', boost: 3 },
      { phrase: 'late parcel', boost: 3 },
    ]);
    expect(second?.phrases).not.toEqual(first?.phrases);
    stop();
    await listening;
    expect(told).toEqual(['open', 'ok']);
  });

  test('stopping before the browser has begun ends it at once', async () => {
    const { listen, stop, clock } = setUp({ sessions: [[]] });
    const listening = listen();
    stop();
    await clock.advance(0);
    expect(await listening).toEqual({ ok: true, value: undefined });
  });

  test.each(['before', 'while'])('given up %s it listens, it says so and no more', async (when) => {
    const { listen, controller, clock, heard, recognizer } = setUp({
      sessions: [[start, { partial: 'where is' }]],
    });
    if (when === 'before') controller.abort();
    const listening = listen();
    await clock.advance(10);
    if (when === 'while') recognizer.dispose();
    expect(await listening).toEqual({ ok: false, error: { kind: 'aborted' } });
    expect(heard).toEqual([]);
    expect(clock.pending).toBe(0);
  });

  test('Chinese without a region is Mandarin, other tags stay as they are', async () => {
    const { listen, stop, clock, log } = setUp({ sessions: [[start]] });
    for (const language of ['zh', 'zh-HK']) {
      const listening = listen(undefined, language);
      await clock.advance(1);
      stop();
      await listening;
    }
    expect(log.sessions.map(({ lang }) => lang)).toEqual(['zh-CN', 'zh-HK']);
  });
});
