import { expect, test } from 'vitest';
import { renderText } from '../../src/session/render-text.ts';
import { err, ok } from '../../src/shared/result.ts';
import type { SpeechError } from '../../src/speech/speech-error.ts';
import type { Synthesizer, Utterance } from '../../src/speech/synthesizer.ts';

/** An engine that gives a sample for each letter; `refuses` a language. */
function letters(said: Utterance[], refuses?: string): Synthesizer {
  return {
    id: 'letters',
    place: 'device',
    can: { pcm: true, wordTiming: false, pan: false, outputDevice: false },
    availability: async () => ({ kind: 'ready' }),
    dispose: () => undefined,
    voices: async () => [],
    speak: async () => ok(undefined),
    render: async (utterance, signal) => {
      if (signal.aborted) return err({ kind: 'aborted' });
      if (utterance.language === refuses) return err({ kind: 'no-voice' });
      said.push(utterance);
      const samples = Float32Array.from(utterance.text, () => said.length);
      return ok({ samples, sampleRate: 22_050, words: [] });
    },
  };
}
const { render: _render, ...mute } = letters([]);
const { signal } = new AbortController();

test('A57: each run is spoken in its own language, one after the other', async () => {
  const said: Utterance[] = [];
  const synthesizers = async () => [letters(said)];
  const result = await renderText('Hi 林 ok', 'en', { synthesizers, signal });
  expect(said.map(({ text, language }) => [text.trim(), language])).toEqual([
    ['Hi', 'en'],
    ['林', 'zh-CN'],
    ['ok', 'en'],
  ]);
  expect(result.ok && [...result.value.samples]).toEqual([1, 1, 1, 2, 2, 3, 3]);
  expect(result.ok && result.value.sampleRate).toBe(22_050);
});

test('what is to be said can be put into other words first', async () => {
  const said: Utterance[] = [];
  const parts = { synthesizers: async () => [letters(said)], signal };
  await renderText('A 12', 'en', { ...parts, sayAs: (text) => text.replace('12', '1 2') });
  expect(said[0]?.text).toBe('A 1 2');
});

test('an engine that fails or gives no sound leaves it to the next one, whole', async () => {
  const said: Utterance[] = [];
  const engines = [mute, letters([], 'zh-CN'), letters(said)];
  const result = await renderText('Hi 林', 'en', { synthesizers: async () => engines, signal });
  expect(result.ok && result.value.samples.length).toBe(4);
  expect(said).toHaveLength(2);
});

test.each<[readonly Synthesizer[], string, SpeechError['kind']]>([
  [[], 'Hi', 'no-voice'],
  [[mute], 'Hi', 'no-voice'],
  [[letters([], 'en')], 'Hi', 'no-voice'],
  [[letters([])], '  ', 'empty-audio'],
])('%#: without a sound it says why', async (engines, text, kind) => {
  const result = await renderText(text, 'en', { synthesizers: async () => engines, signal });
  expect(result).toEqual(err({ kind }));
});

test('it ends when it is given up, and asks no other engine', async () => {
  const given = new AbortController();
  given.abort();
  const parts = { synthesizers: async () => [letters([]), letters([])], signal: given.signal };
  expect(await renderText('Hi', 'en', parts)).toEqual(err({ kind: 'aborted' }));
});
