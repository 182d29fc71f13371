import { expect, test } from 'vitest';
import { runTrial, trialLasts } from '../../src/settings/run-trial.ts';
import type { ListenOptions, Recognizer } from '../../src/speech/recognizer.ts';
import type { SpeechErrorKind } from '../../src/speech/speech-error.ts';
import { createFakeClock } from '../support/fake-clock.ts';

function setUp(hear?: (options: ListenOptions) => Promise<SpeechErrorKind | undefined>) {
  const clock = createFakeClock();
  const told: string[] = [];
  const listen = hear && {
    listen: async (options: ListenOptions) => {
      const kind = await hear(options);
      return kind ? { ok: false, error: { kind } } : { ok: true, value: undefined };
    },
  };
  const recognizer = { id: 'played', ...listen } as unknown as Recognizer;
  const { signal } = new AbortController();
  const trial = runTrial(recognizer, 'en', clock, signal, () => told.push('speak now'));
  return { clock, told, trial };
}
const heard = (text: string) => ({ text, words: [], alternatives: [] });

test('listens for three seconds from when the microphone is open', async () => {
  let open = () => {};
  const { clock, told, trial } = setUp(async ({ onOpen, onHeard, until }) => {
    open = () => onOpen?.();
    await until;
    onHeard(heard('where is'));
    onHeard(heard('my parcel '));
    return undefined;
  });
  await clock.advance(60_000);
  expect(told, 'the browser may be asking').toEqual([]);
  open();
  expect(told).toEqual(['speak now']);
  await clock.advance(trialLasts - 1);
  expect(clock.pending).toBe(1);
  await clock.advance(1);
  expect(await trial).toEqual({ kind: 'heard', text: 'where is my parcel' });
});

test('tells nothing from an error, and an engine that cannot listen', async () => {
  expect(await setUp(async () => undefined).trial).toEqual({ kind: 'nothing' });
  expect(await setUp(async () => 'network').trial).toEqual({ kind: 'error', error: 'network' });
  expect(await setUp().trial).toEqual({ kind: 'error', error: 'not-in-this-browser' });
});
