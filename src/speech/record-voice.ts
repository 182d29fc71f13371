import type { Clock } from '../shared/clock.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { listenTo } from './listen-to.ts';
import { speechRate } from './pcm.ts';
import type { SpeechError } from './speech-error.ts';

/** A recording that is being made. */
export interface VoiceRecorder {
  /**
   * Ends it and closes the microphone. Idempotent.
   * @returns one channel at `speechRate`; `no-speech` if the microphone gave nothing
   */
  stop(): Promise<Result<Float32Array<ArrayBuffer>, SpeechError>>;
}

interface RecordOptions {
  readonly clock: Clock;
  /** `navigator.mediaDevices` */
  readonly devices: Pick<MediaDevices, 'getUserMedia'> | undefined;
  /** Ends the wait for the microphone, not the recording. */
  readonly signal: AbortSignal;
  /** Seconds that it may last; what comes after them is left out. */
  readonly longest: number;
  /** It has lasted as long as it may, or nothing more comes: stop it now. */
  onFull(): void;
}

/**
 * Opens the microphone and records the agent's own voice until it is stopped.
 * @returns as `listenTo`
 */
export async function recordVoice(
  options: RecordOptions,
): Promise<Result<VoiceRecorder, SpeechError>> {
  const pieces: Float32Array[] = [];
  let length = 0;
  const source = await listenTo({
    ...options,
    onSamples: (samples) => {
      pieces.push(samples);
      length += samples.length;
    },
  });
  if (!source.ok) return source;
  const cancel = options.clock.after(options.longest * 1000, options.onFull);
  let isStopped = false;
  void source.value.lost.then(() => isStopped || options.onFull());
  const stop = async (): Promise<Result<Float32Array<ArrayBuffer>, SpeechError>> => {
    isStopped = true;
    cancel();
    await source.value.stop();
    if (length === 0 || source.value.wasSilent()) return err({ kind: 'no-speech' });
    const samples = new Float32Array(length);
    let at = 0;
    for (const piece of pieces) {
      samples.set(piece, at);
      at += piece.length;
    }
    // The clock of a hidden page is late.
    return ok(samples.subarray(0, options.longest * speechRate));
  };
  let stopped: ReturnType<typeof stop> | undefined;
  return ok({
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  });
}
