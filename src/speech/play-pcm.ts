import type { Clock } from '../shared/clock.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { PcmStream } from './pcm-stream.ts';
import type { SpeechError } from './speech-error.ts';
import { whenAborted } from './when-aborted.ts';

/** How a stream is to be heard. */
export interface PlayPcmOptions {
  readonly signal: AbortSignal;
  /** 0 to 1. */
  readonly volume: number;
  /** −1 left, 0 middle, 1 right. */
  readonly pan?: number;
  /** The first sound is heard now. */
  onStart?(): void;
  /** A word is heard now: offset and length in the text. */
  onWord?(at: number, length: number): void;
}

/** Seconds that are handed to the sound card ahead: a page in the background gets one turn a second. */
const ahead = 4;
/** Milliseconds without any progress of the sound card's own clock. */
const patience = 4000;
/** Seconds in which sound fades when it is cut off, so that it does not crack. */
const fade = 0.008;

/**
 * Plays a stream into a node while it is being made. Settles when the last sound is over, with
 * `aborted` at once when the signal fires, with `engine-silent` when the sound card stands still.
 * @param context its sample rate should be the stream's, or each stretch is converted by itself
 */
export async function playPcm(
  stream: PcmStream,
  context: AudioContext,
  target: AudioNode,
  clock: Clock,
  options: PlayPcmOptions,
): Promise<Result<void, SpeechError>> {
  const gain = context.createGain();
  const panner = context.createStereoPanner();
  gain.gain.value = Math.min(1, Math.max(0, options.volume));
  panner.pan.value = Math.min(1, Math.max(-1, options.pan ?? 0));
  // A panner makes one channel two, which costs a call's track bytes for nothing.
  if (options.pan) gain.connect(panner).connect(target);
  else gain.connect(target);

  const sources = new Set<AudioBufferSourceNode>();
  const cancels = new Set<() => void>();
  const { aborted, forget } = whenAborted(options.signal);
  const after = (ms: number, task: () => void) => {
    const cancel = clock.after(ms, () => {
      cancels.delete(cancel);
      task();
    });
    cancels.add(cancel);
  };
  /** What is still to be told, in the order in which it is heard. */
  const untold: (() => void)[] = [];
  /**
   * Tells the caller when the sound of `time` is heard. The sound card's clock moves in steps, so
   * timers of moments close together may ring in another order; what was heard before is told first.
   */
  const tell = (time: number, task: () => void) => {
    untold.push(task);
    const ms = (time - context.currentTime + (context.outputLatency || 0)) * 1000;
    after(Math.max(0, ms), () => {
      const due = untold.indexOf(task) + 1;
      for (const earlier of untold.splice(0, due)) earlier();
    });
  };

  /** Waits until the sound card has come to `time`, as long as it comes on. */
  const reach = async (time: number): Promise<'reached' | 'stuck' | 'aborted'> => {
    while (context.currentTime < time) {
      const before = context.currentTime;
      const wait = Math.min(patience, Math.max(5, (time - before) * 1000));
      const pause = new Promise<'late'>((resolve) => after(wait, () => resolve('late')));
      if ((await Promise.race([pause, aborted])) === 'aborted') return 'aborted';
      if (context.currentTime === before) {
        const last = new Promise<'late'>((resolve) => after(patience, () => resolve('late')));
        if ((await Promise.race([last, aborted])) === 'aborted') return 'aborted';
        if (context.currentTime === before) return 'stuck';
      }
    }
    return 'reached';
  };

  const play = async (): Promise<Result<void, SpeechError>> => {
    let begin: number | undefined;
    let next = 0;
    for (;;) {
      const pulled = await Promise.race([stream.pull(), aborted]);
      if (pulled === 'aborted') return err({ kind: 'aborted' });
      if (!pulled.ok) return pulled;
      const chunk = pulled.value;
      if (!chunk) break;
      if (begin === undefined) {
        begin = context.currentTime + 0.02;
        next = begin;
        tell(begin, () => options.onStart?.());
      }
      if (next < context.currentTime) {
        // The engine was late; what follows moves on by as much.
        begin += context.currentTime + 0.02 - next;
        next = context.currentTime + 0.02;
      }
      for (const word of chunk.words) {
        tell(begin + word.time, () => options.onWord?.(word.at, word.length));
      }
      if (chunk.samples.length > 0) {
        const buffer = context.createBuffer(1, chunk.samples.length, stream.sampleRate);
        buffer.copyToChannel(chunk.samples, 0);
        const source = context.createBufferSource();
        source.buffer = buffer;
        source.connect(gain);
        source.onended = () => sources.delete(source);
        source.start(next);
        sources.add(source);
        next += buffer.duration;
      }
      const reached = await reach(next - ahead);
      if (reached !== 'reached')
        return err({ kind: reached === 'stuck' ? 'engine-silent' : reached });
    }
    if (begin === undefined) return ok(undefined);
    const reached = await reach(next);
    return reached === 'reached'
      ? ok(undefined)
      : err({ kind: reached === 'stuck' ? 'engine-silent' : reached });
  };

  const result = await play();
  forget();
  for (const cancel of cancels) cancel();
  if (!result.ok) gain.gain.linearRampToValueAtTime(0, context.currentTime + fade);
  for (const source of sources) source.stop(context.currentTime + fade);
  clock.after(result.ok ? 200 : fade * 2000, () => {
    gain.disconnect();
    panner.disconnect();
  });
  return result;
}
