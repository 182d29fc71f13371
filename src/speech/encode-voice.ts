import {
  AudioBufferSource,
  BufferTarget,
  canEncodeAudio,
  OggOutputFormat,
  Output,
} from 'mediabunny';
import { err, ok, type Result } from '../shared/result.ts';
import type { SpeechError } from './speech-error.ts';

/** Bits a second: speech is clear at it, and a minute is 180 kB. */
const voiceBitrate = 24_000;

/** What a voice message is sent as; most customers' programs play it. */
const voiceType = 'audio/ogg';

/** Whether this browser can make such a file; asked before anybody speaks in vain. */
export const canEncodeVoice = (sampleRate: number): Promise<boolean> =>
  canEncodeAudio('opus', { numberOfChannels: 1, sampleRate, bitrate: voiceBitrate });

/**
 * Makes an Opus file in an Ogg wrapper (RFC 6716, RFC 7845) of samples, faster than they last.
 * @param samples one channel, −1 to 1
 * @param sampleRate samples a second, 8000 to 48,000
 * @returns `empty-audio` without a sample, `not-in-this-browser` where it has no Opus encoder
 */
export async function encodeVoice(
  samples: Float32Array<ArrayBuffer>,
  sampleRate: number,
): Promise<Result<Blob, SpeechError>> {
  if (samples.length === 0) return err({ kind: 'empty-audio' });
  if (!(await canEncodeVoice(sampleRate))) return err({ kind: 'not-in-this-browser' });
  const sound = new AudioBuffer({ length: samples.length, sampleRate, numberOfChannels: 1 });
  sound.copyToChannel(samples, 0);
  const target = new BufferTarget();
  const output = new Output({ format: new OggOutputFormat(), target });
  const source = new AudioBufferSource({ codec: 'opus', bitrate: voiceBitrate });
  try {
    output.addAudioTrack(source);
    await output.start();
    await source.add(sound);
    source.close();
    await output.finalize();
  } catch {
    return err({ kind: 'failed' });
  }
  return target.buffer
    ? ok(new Blob([target.buffer], { type: voiceType }))
    : err({ kind: 'failed' });
}
