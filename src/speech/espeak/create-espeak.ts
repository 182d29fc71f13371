import type { Clock } from '../../shared/clock.ts';
import { err, ok } from '../../shared/result.ts';
import { canChooseOutput, type PcmPlayer } from '../create-pcm-player.ts';
import type { PcmChunk, PcmStream } from '../pcm-stream.ts';
import type { Synthesizer, Utterance } from '../synthesizer.ts';
import { createEspeakHost, type EspeakWorker } from './create-espeak-host.ts';
import { espeakSampleRate } from './espeak-protocol.ts';
import { createEspeakStream } from './espeak-stream.ts';
import { findVoices } from './espeak-voices.ts';

/** What the engine needs from around it. */
export interface EspeakOptions {
  readonly clock: Clock;
  readonly player: PcmPlayer;
  /** `createEspeakWorker`, except in tests. */
  readonly createWorker: () => EspeakWorker;
  /** Whether there is a network to fetch the engine from; nothing is fetched to find out. */
  readonly isOnline: () => boolean;
}

/** eSpeak NG: everything that a synthesizer can do, and its sound as a stream. */
export interface Espeak extends Synthesizer {
  readonly prepare: NonNullable<Synthesizer['prepare']>;
  readonly render: NonNullable<Synthesizer['render']>;
  /** The sound while it is made, to be played into a track (`create-pcm-track.ts`). */
  stream(utterance: Utterance, signal: AbortSignal): PcmStream;
}

/** eSpeak NG in a worker. Nothing is fetched before it is first asked to speak. */
export function createEspeak({ clock, player, createWorker, isOnline }: EspeakOptions): Espeak {
  const host = createEspeakHost(createWorker, clock);
  let current: AbortController | undefined;

  const stream = (utterance: Utterance, signal: AbortSignal): PcmStream => {
    const voices = findVoices(utterance.language);
    const voice = voices.find(({ id }) => id === utterance.voice) ?? voices[0];
    if (voice) return createEspeakStream(host, utterance, voice, signal);
    return {
      sampleRate: espeakSampleRate,
      pull: async () => err({ kind: signal.aborted ? 'aborted' : 'no-voice' }),
    };
  };

  return {
    id: 'espeak',
    place: 'device',
    can: { pcm: true, wordTiming: true, pan: true, outputDevice: canChooseOutput() },
    stream,
    async availability(language) {
      const [voice] = findVoices(language);
      if (!voice) return { kind: 'unavailable', reason: 'no-voice' };
      if (typeof Worker !== 'function')
        return { kind: 'unavailable', reason: 'not-in-this-browser' };
      return host.has(voice.needs) || isOnline()
        ? { kind: 'ready' }
        : { kind: 'unavailable', reason: 'network' };
    },
    voices: async (language) => findVoices(language),
    prepare: async (language, signal) => {
      const [voice] = findVoices(language);
      return voice ? host.prepare(voice.needs, signal) : err({ kind: 'no-voice' });
    },
    async speak(utterance, { signal, onStart, onWord }) {
      current?.abort();
      const own = new AbortController();
      current = own;
      const either = AbortSignal.any([signal, own.signal]);
      const { volume, pan, outputDevice } = utterance;
      const result = await player.play(stream(utterance, either), {
        signal: either,
        volume,
        ...(pan !== undefined && { pan }),
        ...(outputDevice !== undefined && { outputDevice }),
        ...(onStart && { onStart }),
        ...(onWord && { onWord }),
      });
      if (current === own) current = undefined;
      return result;
    },
    async render(utterance, signal) {
      const source = stream(utterance, signal);
      const chunks: PcmChunk[] = [];
      for (;;) {
        const pulled = await source.pull();
        if (!pulled.ok) return pulled;
        if (!pulled.value) break;
        chunks.push(pulled.value);
      }
      const samples = new Float32Array(chunks.reduce((sum, each) => sum + each.samples.length, 0));
      let at = 0;
      for (const each of chunks) {
        samples.set(each.samples, at);
        at += each.samples.length;
      }
      const words = chunks.flatMap((each) => each.words);
      return ok({ samples, sampleRate: source.sampleRate, words });
    },
    dispose() {
      current?.abort();
      host.dispose();
      player.dispose();
    },
  };
}
