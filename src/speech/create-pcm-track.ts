import type { Clock } from '../shared/clock.ts';
import { err, type Result } from '../shared/result.ts';
import type { PcmStream } from './pcm-stream.ts';
import { type PlayPcmOptions, playPcm } from './play-pcm.ts';
import type { SpeechError } from './speech-error.ts';
import { wakeContext } from './wake-context.ts';

/** A track that carries what is spoken: for a call, or to be recorded. It is not heard here. */
export interface PcmTrack {
  readonly track: MediaStreamTrack;
  /** Speaks into the track, in real time; `pan` makes no sense there and is left out. */
  play(stream: PcmStream, options: Omit<PlayPcmOptions, 'pan'>): Promise<Result<void, SpeechError>>;
  close(): void;
}

/**
 * Makes a silent track to speak into. Between two sayings it stays open and silent.
 * @param sampleRate that of the streams to come
 */
export function createPcmTrack(sampleRate: number, clock: Clock): PcmTrack {
  const context = new AudioContext({ sampleRate });
  const target = context.createMediaStreamDestination();
  target.channelCount = 1;
  const [track] = target.stream.getAudioTracks();
  if (!track) throw new Error('A destination without a track.');
  return {
    track,
    async play(stream, options) {
      if (!(await wakeContext(context, clock, options.signal))) {
        return err({ kind: options.signal.aborted ? 'aborted' : 'needs-gesture' });
      }
      return playPcm(stream, context, target, clock, options);
    },
    close() {
      track.stop();
      void context.close().catch(() => undefined);
    },
  };
}
