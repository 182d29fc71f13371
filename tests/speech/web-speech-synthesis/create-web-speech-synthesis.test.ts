import { describe, expect, test } from 'vitest';
import type { Utterance } from '../../../src/speech/synthesizer.ts';
import { createWebSpeechSynthesis } from '../../../src/speech/web-speech-synthesis/create-web-speech-synthesis.ts';
import { endsWithin } from '../../../src/speech/web-speech-synthesis/speak-piece.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { aVoice, createPlayedSynthesis } from '../../support/played-synthesis.ts';

const english = aVoice('English', 'en-US');
const mandarin = aVoice('Mandarin', 'cmn');
const remote = aVoice('Remote', 'en-US', { localService: false });

const setUp = (voices = [english, mandarin], mayUseCloud = false, chosen?: string) => {
  const clock = createFakeClock();
  const played = createPlayedSynthesis(voices);
  const engine = createWebSpeechSynthesis({
    clock,
    synthesis: played.synthesis,
    createUtterance: played.createUtterance,
    mayUseCloud: () => mayUseCloud,
    chosenVoice: () => chosen,
  });
  const controller = new AbortController();
  const events: string[] = [];
  const say = (text: string, more: Partial<Utterance> = {}) =>
    engine.speak(
      { text, language: 'en', rate: 1, pitch: 1, volume: 1, ...more },
      {
        signal: controller.signal,
        onStart: () => events.push('start'),
        onWord: (at, length) => events.push(text.slice(at, at + length)),
      },
    );
  return { clock, played, engine, controller, say, events };
};
const spoken = { ok: true, value: undefined };
const error = (kind: string) => ({ ok: false, error: { kind } });

describe('speaking', () => {
  test('goes sentence by sentence, with the voice set and the settings handed on', async () => {
    const { played, say, events } = setUp();
    played.speakBySelf();
    const more = { rate: 2, pitch: 0.5, volume: 0.25 };
    expect(await say('One is here. Two is there! Is it?', more)).toEqual(spoken);
    expect(played.given.map(({ text }) => text)).toEqual([
      'One is here.',
      'Two is there!',
      'Is it?',
    ]);
    expect(played.given[0]).toMatchObject({ voice: 'English', lang: 'en-US', ...more });
    expect(events).toEqual(['start']);
  });

  test('A57: Chinese is given to the Mandarin voice, under that voice’s own tag', async () => {
    const { played, say } = setUp([aVoice('Cantonese', 'yue'), english, mandarin]);
    played.speakBySelf();
    await say('你好。', { language: 'zh-CN' });
    expect(played.given[0]).toMatchObject({ voice: 'Mandarin', lang: 'cmn' });
  });

  test('words are told by their place in the whole text', async () => {
    const { clock, played, say, events } = setUp();
    const saying = say('First here. Second there.');
    await clock.advance(0);
    played.given[0]?.start();
    played.given[0]?.word(0, 5);
    played.given[0]?.end();
    await clock.advance(0);
    played.given[1]?.word(7, 5);
    played.given[1]?.end();
    expect(await saying).toEqual(spoken);
    expect(events).toEqual(['start', 'First', 'there']);
  });

  test('an end without a start is an end', async () => {
    const { clock, played, say } = setUp();
    const saying = say('Hello.');
    await clock.advance(0);
    played.given[0]?.end();
    expect(await saying).toEqual(spoken);
    expect(clock.pending).toBe(0);
  });
});

describe('ending', () => {
  test('giving up cancels at once, and what the browser says later changes nothing', async () => {
    const { clock, played, controller, say } = setUp();
    const saying = say('A long one. And another.');
    await clock.advance(0);
    played.given[0]?.start();
    controller.abort();
    expect(await saying).toEqual(error('aborted'));
    played.given[0]?.fail('interrupted');
    played.given[0]?.end();
    await clock.advance(60_000);
    expect([played.given.length, played.cancelled, clock.pending]).toEqual([1, 1, 0]);
  });

  test('never pauses', async () => {
    const { clock, played, controller, engine, say } = setUp();
    const first = say('One.');
    const second = say('Two.');
    await clock.advance(0);
    controller.abort();
    engine.dispose();
    await Promise.all([first, second]);
    expect(played.paused).toBe(0);
  });

  test('an engine that does not begin is given up after six seconds', async () => {
    const { clock, played, say } = setUp();
    const saying = say('Hello.');
    await clock.advance(5999);
    expect(played.cancelled).toBe(0);
    await clock.advance(1);
    expect(await saying).toEqual(error('engine-silent'));
    expect(played.cancelled).toBe(1);
  });

  test('an engine that does not end is given up, later for a longer text', async () => {
    const { clock, played, say } = setUp();
    const text = 'A sentence that goes on for a while.';
    const saying = say(text);
    await clock.advance(0);
    played.given[0]?.start();
    await clock.advance(endsWithin(text, 1) - 1);
    expect(played.cancelled).toBe(0);
    await clock.advance(1);
    expect(await saying).toEqual(error('engine-silent'));
    expect(endsWithin('字'.repeat(20), 1)).toBeGreaterThan(endsWithin('x'.repeat(20), 1));
    expect(endsWithin(text, 0.5)).toBeGreaterThan(endsWithin(text, 2));
  });

  test.each([
    ['not-allowed', 'needs-gesture'],
    ['network', 'network'],
    ['synthesis-unavailable', 'no-voice'],
    ['language-unavailable', 'language-not-supported'],
    ['text-too-long', 'too-long'],
    ['interrupted', 'aborted'],
    ['audio-busy', 'failed'],
    ['synthesis-failed', 'failed'],
  ] as const)('%s is told as %s', async (code, kind) => {
    const { played, say } = setUp();
    played.speakBySelf(() => code);
    expect(await say('Hello.')).toEqual(error(kind));
  });
});

describe('voices', () => {
  test('that come late are waited for, and none for a second and a half only once', async () => {
    const late = setUp([]);
    const state = late.engine.availability('en');
    await late.clock.advance(700);
    late.played.setVoices([english]);
    expect(await state).toEqual({ kind: 'ready' });

    const never = setUp([]);
    const none = never.engine.availability('en');
    await never.clock.advance(1500);
    expect(await none).toEqual({ kind: 'unavailable', reason: 'no-voice' });
    expect(await never.engine.availability('en')).toEqual({
      kind: 'unavailable',
      reason: 'no-voice',
    });
    never.played.setVoices([english]);
    expect(await never.engine.availability('en')).toEqual({ kind: 'ready' });
  });

  test('are read anew when they changed, told or not', async () => {
    const { played, engine } = setUp([english]);
    expect(await engine.availability('zh-CN')).toMatchObject({ reason: 'no-voice' });
    played.setVoices([english, mandarin], false);
    expect(await engine.availability('zh-CN')).toEqual({ kind: 'ready' });
    played.setVoices([aVoice('Other', 'en-US'), mandarin]);
    expect((await engine.voices('en')).map(({ name }) => name)).toEqual(['Other']);
  });

  test('the chosen one speaks, and another where it is gone', async () => {
    const other = aVoice('Other', 'en-US');
    const { played, say } = setUp([english, other]);
    played.speakBySelf();
    await say('Hello.', { voice: 'Other' });
    played.setVoices([english]);
    await say('Hello.', { voice: 'Other' });
    expect(played.given.map(({ voice }) => voice)).toEqual(['Other', 'English']);
  });

  test('one that vanishes while it speaks is followed by the next, from the same sentence', async () => {
    const { played, say } = setUp([english, aVoice('Second', 'en-GB')]);
    played.speakBySelf(({ text, voice }) =>
      voice === 'English' && text === 'Two.' ? 'voice-unavailable' : undefined,
    );
    expect(await say('One. Two. Three.')).toEqual(spoken);
    expect(played.given.map(({ text, voice }) => `${text} ${voice}`)).toEqual([
      'One. English',
      'Two. English',
      'Two. Second',
      'Three. Second',
    ]);
  });

  test('the last one that vanishes is an error', async () => {
    const { played, say } = setUp([english]);
    played.speakBySelf(() => 'voice-unavailable');
    expect(await say('Hello.')).toEqual(error('voice-gone'));
  });

  test('that send the text away want consent, or to have been chosen', async () => {
    const { played, engine, say } = setUp([remote]);
    played.speakBySelf();
    expect(await engine.availability('en')).toEqual({ kind: 'needs-consent' });
    expect(await say('Hello.')).toEqual(error('no-consent'));
    expect(played.given).toEqual([]);
    expect(await say('Hello.', { voice: 'Remote' })).toEqual(spoken);
    expect(await setUp([remote], false, 'Remote').engine.availability('en')).toEqual({
      kind: 'ready',
    });
    const gone = setUp([remote], false, 'A local one');
    gone.played.speakBySelf();
    expect(await gone.engine.availability('en')).toEqual({ kind: 'needs-consent' });
    expect(await gone.say('Hello.', { voice: 'A local one' })).toEqual(error('no-consent'));
    const agreed = setUp([remote], true);
    agreed.played.speakBySelf();
    expect(await agreed.engine.availability('en')).toEqual({ kind: 'ready' });
    expect(await agreed.say('Hello.')).toEqual(spoken);
  });

  test('a browser without any says so, and nothing is left listening after the end', async () => {
    const none = createWebSpeechSynthesis({
      clock: createFakeClock(),
      synthesis: undefined,
      mayUseCloud: () => false,
      chosenVoice: () => undefined,
    });
    expect(await none.availability('en')).toEqual({
      kind: 'unavailable',
      reason: 'not-in-this-browser',
    });
    const utterance = { text: 'Hello.', language: 'en', rate: 1, pitch: 1, volume: 1 };
    const { signal } = new AbortController();
    expect(await none.speak(utterance, { signal })).toEqual(error('not-in-this-browser'));
    const { engine, played } = setUp();
    await engine.voices();
    engine.dispose();
    expect(played.listening).toBe(0);
  });
});
