import { describe, expect, it } from 'vitest';
import { captionVoice, surenessOf } from '../../src/session/caption-voice.ts';
import type { Result } from '../../src/shared/result.ts';
import type { Heard, Recognizer } from '../../src/speech/recognizer.ts';
import type { SpeechError } from '../../src/speech/speech-error.ts';

const recording = new Blob(['sound']);
const heard = (patch: Partial<Heard> = {}): Result<Heard, SpeechError> => ({
  ok: true,
  value: { text: 'my parcel is gone', words: [], alternatives: [], ...patch },
});
const failed = (kind: SpeechError['kind']): Result<Heard, SpeechError> => ({
  ok: false,
  error: { kind },
});

/** An engine that gives one answer and keeps what it was asked. */
function engine(id: string, answer?: Result<Heard, SpeechError>) {
  const asked: [Blob, string][] = [];
  const made: Recognizer = {
    id,
    place: 'network',
    can: { streaming: false, track: false, recording: true, phrases: false, closed: false },
    availability: async () => ({ kind: 'ready' }),
    dispose: () => undefined,
    ...(answer && {
      transcribe: async (sound, { language }) => {
        asked.push([sound, language]);
        return answer;
      },
    }),
  };
  return { made, asked };
}
const caption = (...engines: readonly Recognizer[]) =>
  captionVoice(recording, 'en', engines, new AbortController().signal);

describe('writing a recording down', () => {
  it('asks the first engine that takes recordings, and no other', async () => {
    const deaf = engine('deaf');
    const first = engine('first', heard({ confidence: 0.9 }));
    const second = engine('second', heard());
    expect(await caption(deaf.made, first.made, second.made)).toEqual({
      ok: true,
      value: {
        text: 'my parcel is gone',
        caption: { by: 'machine', engine: 'first', confidence: 0.9 },
      },
    });
    expect(first.asked).toEqual([[recording, 'en']]);
    expect(second.asked).toEqual([]);
  });

  it('asks the next one when the first fails', async () => {
    const written = await caption(
      engine('first', failed('slow-server')).made,
      engine('second', heard()).made,
    );
    expect(written).toMatchObject({ ok: true, value: { caption: { engine: 'second' } } });
  });

  it.each([
    ['nobody takes recordings', [engine('deaf')], 'no-server'],
    ['there is nobody', [], 'no-server'],
    [
      'all fail: the last one tells',
      [engine('a', failed('network')), engine('b', failed('key-refused'))],
      'key-refused',
    ],
    ['nothing is said in it', [engine('a', heard({ text: ' \n ' }))], 'no-speech'],
  ])('says why not: %s', async (_, engines, kind) => {
    expect(await caption(...engines.map(({ made }) => made))).toEqual({
      ok: false,
      error: { kind },
    });
  });

  it('is over when it is called off, whatever came', async () => {
    const stop = new AbortController();
    stop.abort();
    const { made } = engine('a', heard());
    expect(await captionVoice(recording, 'en', [made], stop.signal)).toEqual({
      ok: false,
      error: { kind: 'aborted' },
    });
  });

  it('takes the mean of its words where the engine tells nothing of the whole, and names the doubtful', async () => {
    const words = [
      { text: 'my', confidence: 0.9 },
      { text: 'parcel', confidence: 0.3 },
      { text: 'is' },
    ];
    const written = await caption(engine('a', heard({ words })).made);
    if (!written.ok) throw new Error(written.error.kind);
    expect(written.value.caption.confidence).toBeCloseTo(0.6);
    expect(written.value.caption.doubtful).toEqual(['parcel']);
  });
});

it.each([
  [undefined, 'untold'],
  [0, 'unsure'],
  [0.59, 'unsure'],
  [0.6, 'fairly'],
  [0.85, 'sure'],
  [1, 'sure'],
] as const)('puts a confidence of %s into the word “%s”', (confidence, word) => {
  expect(surenessOf({ by: 'machine', ...(confidence !== undefined && { confidence }) })).toBe(word);
});
