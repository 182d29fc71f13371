import { err, ok, type Result } from '../shared/result.ts';
import type { SpeechError } from './speech-error.ts';

/** What opening a microphone needs. */
export interface MicrophoneOptions {
  /** `navigator.mediaDevices`; undefined where the page may not have one (not on https). */
  readonly devices: Pick<MediaDevices, 'getUserMedia'> | undefined;
  readonly signal: AbortSignal;
}

/** A microphone that is open. */
export interface Microphone {
  readonly track: MediaStreamTrack;
  /** Closes it; idempotent. */
  close(): void;
}

const kindOf = (error: unknown): SpeechError['kind'] => {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'microphone-denied';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'no-microphone';
  // Another program holds it, or it was pulled out meanwhile.
  if (name === 'NotReadableError' || name === 'AbortError') return 'no-microphone';
  return 'failed';
};

/**
 * Opens the microphone. The browser may ask the agent first, for as long as they take to answer:
 * there is no time-box, only the signal. What opens after that is closed again.
 * @returns `no-microphone`, `microphone-denied`, `not-in-this-browser`, `aborted` or `failed`
 */
export function openMicrophone({
  devices,
  signal,
}: MicrophoneOptions): Promise<Result<Microphone, SpeechError>> {
  if (signal.aborted) return Promise.resolve(err({ kind: 'aborted' }));
  if (!devices) return Promise.resolve(err({ kind: 'not-in-this-browser' }));
  const wanted = { channelCount: 1, echoCancellation: true, noiseSuppression: true };
  return new Promise((resolve) => {
    const giveUp = () => resolve(err({ kind: 'aborted' }));
    signal.addEventListener('abort', giveUp, { once: true });
    devices
      .getUserMedia({ audio: wanted })
      .then(
        (stream) => {
          const close = () => {
            for (const track of stream.getTracks()) track.stop();
          };
          const [track] = stream.getAudioTracks();
          if (signal.aborted || !track) close();
          return track ? ok({ track, close }) : err({ kind: 'no-microphone' as const });
        },
        (error: unknown) => err({ kind: kindOf(error) }),
      )
      .then((result) => {
        signal.removeEventListener('abort', giveUp);
        resolve(result);
      });
  });
}
