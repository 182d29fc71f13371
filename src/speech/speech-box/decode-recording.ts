import { err, ok, type Result } from '../../shared/result.ts';
import { speechRate, toPcm16 } from '../pcm.ts';
import type { SpeechError } from '../speech-error.ts';

/** Bytes, and seconds, that a recording may have. */
export const largest = 100 * 1024 * 1024;
export const longest = 2 * 60 * 60;

/** Milliseconds that a browser has to tell how long a recording is. */
const patience = 10_000;

/** Seconds that a recording lasts; undefined if the browser cannot play it. */
export function measure(recording: Blob, signal: AbortSignal): Promise<number | undefined> {
  const url = URL.createObjectURL(recording);
  const audio = new Audio();
  audio.preload = 'metadata';
  return new Promise<number | undefined>((resolve) => {
    const stop = AbortSignal.any([signal, AbortSignal.timeout(patience)]);
    stop.addEventListener('abort', () => resolve(undefined), { once: true });
    audio.onerror = () => resolve(undefined);
    // What MediaRecorder wrote does not say how long it is until its end was looked for.
    audio.onloadedmetadata = () => {
      if (audio.duration === Number.POSITIVE_INFINITY) audio.currentTime = 1e9;
      else resolve(audio.duration);
    };
    audio.ondurationchange = () => {
      if (Number.isFinite(audio.duration) && audio.currentTime > 0) resolve(audio.duration);
    };
    audio.src = url;
  }).finally(() => {
    audio.removeAttribute('src');
    URL.revokeObjectURL(url);
  });
}

/**
 * Checks a recording before it is sent anywhere.
 * @returns its length in seconds, or `empty-audio`, `too-large`, `not-audio`, `too-long`
 */
export async function checkRecording(
  recording: Blob,
  signal: AbortSignal,
): Promise<Result<number, SpeechError>> {
  if (recording.size === 0) return err({ kind: 'empty-audio' });
  if (recording.size > largest) return err({ kind: 'too-large' });
  const seconds = await measure(recording, signal);
  if (signal.aborted) return err({ kind: 'aborted' });
  if (seconds === undefined || Number.isNaN(seconds)) return err({ kind: 'not-audio' });
  if (seconds === 0) return err({ kind: 'empty-audio' });
  return seconds > longest ? err({ kind: 'too-long' }) : ok(seconds);
}

/** A recording of any format that the browser plays, as 16-bit samples of one channel. */
export async function decodeRecording(recording: Blob): Promise<Result<ArrayBuffer, SpeechError>> {
  try {
    const decoder = new OfflineAudioContext(1, 1, speechRate);
    const sound = await decoder.decodeAudioData(await recording.arrayBuffer());
    const channels = Array.from({ length: sound.numberOfChannels }, (_, at) =>
      sound.getChannelData(at),
    );
    const [only] = channels;
    if (only && channels.length === 1) return ok(toPcm16(only));
    const mixed = new Float32Array(sound.length);
    for (const channel of channels)
      channel.forEach((sample, at) => {
        mixed[at] = (mixed[at] ?? 0) + sample / channels.length;
      });
    return ok(toPcm16(mixed));
  } catch {
    return err({ kind: 'not-audio' });
  }
}
