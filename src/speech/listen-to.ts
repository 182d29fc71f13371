import type { Clock } from '../shared/clock.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { capturePcm } from './capture-pcm.ts';
import { openMicrophone } from './open-microphone.ts';
import { speechRate } from './pcm.ts';
import type { SpeechError } from './speech-error.ts';

/** Milliseconds in which an open microphone has to give a first sample. */
const patience = 5000;

/** As loud as nothing is; a microphone that is switched off gives zeros. */
const nothing = 1e-4;

/** Sound that is coming in. */
export interface Source {
  /** Whether there was a second of sound at least, and nothing in it. */
  wasSilent(): boolean;
  /** Resolves when nothing comes any more although it should (`no-speech`, `needs-gesture`). */
  readonly lost: Promise<Result<void, SpeechError>>;
  /** Hands over the last samples, then closes what was opened. Idempotent. */
  stop(): Promise<void>;
}

interface SourceOptions {
  readonly clock: Clock;
  readonly devices: Pick<MediaDevices, 'getUserMedia'> | undefined;
  readonly signal: AbortSignal;
  /** Listens to this instead of the microphone, and leaves it open. */
  readonly track?: MediaStreamTrack | undefined;
  onSamples(samples: Float32Array): void;
}

/**
 * Opens the microphone, unless there is a track, and captures it.
 * @returns as {@link openMicrophone} and {@link capturePcm}
 */
export async function listenTo({
  clock,
  devices,
  signal,
  track: given,
  onSamples,
}: SourceOptions): Promise<Result<Source, SpeechError>> {
  const opened = given
    ? ok({ track: given, close: () => {} })
    : await openMicrophone({ devices, signal });
  if (!opened.ok) return opened;
  const { track, close } = opened.value;
  let lose: (result: Result<void, SpeechError>) => void = () => {};
  const lost = new Promise<Result<void, SpeechError>>((resolve) => {
    lose = resolve;
  });
  let needsGesture = () => false;
  const giveUp = () => lose(err({ kind: needsGesture() ? 'needs-gesture' : 'no-speech' }));
  let cancel = clock.after(patience, giveUp);
  let length = 0;
  let hasSound = false;
  const capture = await capturePcm(track, clock, (samples) => {
    length += samples.length;
    hasSound ||= samples.some((sample) => Math.abs(sample) > nothing);
    cancel();
    cancel = clock.after(patience, giveUp);
    onSamples(samples);
  });
  // Pulled out, or taken away in the browser's own menu.
  const onEnded = () => lose(given ? ok(undefined) : err({ kind: 'no-microphone' }));
  track.addEventListener('ended', onEnded);
  const letGo = () => {
    cancel();
    track.removeEventListener('ended', onEnded);
    close();
  };
  if (!capture.ok) {
    letGo();
    return capture;
  }
  needsGesture = capture.value.needsGesture;
  return ok({
    lost,
    wasSilent: () => length >= speechRate && !hasSound,
    stop: async () => {
      await capture.value.stop();
      letGo();
    },
  });
}
