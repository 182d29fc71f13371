import type { Clock } from '../shared/clock.ts';
import { err, type Result } from '../shared/result.ts';
import type { PcmStream } from './pcm-stream.ts';
import { type PlayPcmOptions, playPcm } from './play-pcm.ts';
import type { SpeechError } from './speech-error.ts';
import { wakeContext } from './wake-context.ts';

/** Plays streams on this device. */
export interface PcmPlayer {
  /**
   * Plays a stream; `needs-gesture` where the browser wants a key or a click first.
   * @param options `outputDevice`: the default one where it is gone or cannot be chosen
   */
  play(
    stream: PcmStream,
    options: PlayPcmOptions & { readonly outputDevice?: string },
  ): Promise<Result<void, SpeechError>>;
  dispose(): void;
}

/** Whether this browser lets a page choose where the sound of Web Audio comes out. */
export const canChooseOutput = (): boolean =>
  typeof AudioContext === 'function' && 'setSinkId' in AudioContext.prototype;

type Sinkable = AudioContext & {
  readonly sinkId?: unknown;
  setSinkId?(device: string): Promise<void>;
};

/** After so long without sound the sound card is let go of (ms). */
const idle = 20_000;

/** @param createContext makes the way to the sound card, when it is first needed */
export function createPcmPlayer(
  clock: Clock,
  createContext = (sampleRate: number) => new AudioContext({ sampleRate }),
): PcmPlayer {
  const contexts = new Map<number, Sinkable>();
  let playing = 0;
  let cancelIdle = () => {};

  const open = (sampleRate: number): Sinkable => {
    const context = contexts.get(sampleRate) ?? createContext(sampleRate);
    contexts.set(sampleRate, context);
    return context;
  };
  const forget = (context: Sinkable) => {
    for (const [sampleRate, known] of contexts) if (known === context) contexts.delete(sampleRate);
    void context.close().catch(() => undefined);
  };
  const openOn = async (sampleRate: number, device: string) => {
    const context = open(sampleRate);
    if (!context.setSinkId || (context.sinkId ?? '') === device) return context;
    try {
      await context.setSinkId(device);
      return context;
    } catch {
      // Chromium's clock stands still after a refusal, so that this one is of no more use.
      forget(context);
      return open(sampleRate);
    }
  };
  const rest = () => {
    for (const context of contexts.values()) void context.suspend();
  };

  return {
    async play(stream, options) {
      cancelIdle();
      playing += 1;
      try {
        const context = await openOn(stream.sampleRate, options.outputDevice ?? '');
        if (!(await wakeContext(context, clock, options.signal))) {
          return err({ kind: options.signal.aborted ? 'aborted' : 'needs-gesture' });
        }
        const result = await playPcm(stream, context, context.destination, clock, options);
        if (!result.ok && result.error.kind === 'engine-silent') forget(context);
        return result;
      } finally {
        playing -= 1;
        if (playing === 0) cancelIdle = clock.after(idle, rest);
      }
    },
    dispose() {
      cancelIdle();
      for (const context of contexts.values()) void context.close().catch(() => undefined);
      contexts.clear();
    },
  };
}
