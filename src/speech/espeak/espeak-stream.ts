import { err, ok } from '../../shared/result.ts';
import type { PcmChunk, PcmStream } from '../pcm-stream.ts';
import type { SpeechError } from '../speech-error.ts';
import type { Utterance } from '../synthesizer.ts';
import type { EspeakHost } from './create-espeak-host.ts';
import { cutPieces } from './cut-pieces.ts';
import { espeakSampleRate } from './espeak-protocol.ts';
import type { EspeakVoice } from './espeak-voices.ts';

/**
 * An utterance as a stream of sound, a sentence ahead of whoever pulls. An aborted signal makes the
 * next pull, and one that waits, `aborted`.
 */
export function createEspeakStream(
  host: EspeakHost,
  utterance: Utterance,
  voice: EspeakVoice,
  signal: AbortSignal,
): PcmStream {
  const pieces = cutPieces(utterance.text, voice.language);
  const ready: PcmChunk[] = [];
  let error: SpeechError | undefined;
  let isSaying = false;
  let samplesSoFar = 0;
  let wake = () => {};

  const sayNext = async () => {
    if (isSaying) return;
    const piece = pieces.shift();
    if (!piece) return;
    isSaying = true;
    const begins = samplesSoFar / espeakSampleRate;
    const order = {
      text: piece.text,
      end: piece.end,
      voice: voice.id,
      needs: voice.needs,
      rate: utterance.rate,
      pitch: utterance.pitch,
    };
    const result = await host.say(order, signal, ({ samples, words }) => {
      samplesSoFar += samples.length;
      const moved = words.map(({ time, at, length }) => ({
        time: begins + time,
        at: piece.at + at,
        length,
      }));
      ready.push({ samples, words: moved });
      wake();
    });
    isSaying = false;
    if (!result.ok) error = result.error;
    wake();
  };

  return {
    sampleRate: espeakSampleRate,
    async pull() {
      for (;;) {
        if (signal.aborted) return err({ kind: 'aborted' });
        const chunk = ready.shift();
        if (chunk) return ok(chunk);
        if (error) return err(error);
        if (!isSaying && pieces.length === 0) return ok(undefined);
        const woken = new Promise<void>((resolve) => {
          wake = resolve;
        });
        void sayNext();
        await woken;
      }
    },
  };
}
