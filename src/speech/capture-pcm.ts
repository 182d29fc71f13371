import type { Clock } from '../shared/clock.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { speechRate } from './pcm.ts';
import { createResampler } from './resample.ts';
import type { SpeechError } from './speech-error.ts';

/** A track that is being listened to. */
export interface PcmCapture {
  /** The browser wants a key or a click before it handles sound; a microphone counts as one. */
  needsGesture(): boolean;
  /** Hands over what is still in hand, then ends. The track is left as it is. Idempotent. */
  stop(): Promise<void>;
}

/** Milliseconds within which the last samples come, or are given up. */
const lastWords = 300;

/** The sound hardware may refuse our rate, and Firefox a track of another: then we convert. */
function openContext(track: MediaStreamTrack): [AudioContext, MediaStreamAudioSourceNode] {
  const stream = new MediaStream([track]);
  const open = (options?: AudioContextOptions): [AudioContext, MediaStreamAudioSourceNode] => {
    const context = new AudioContext(options);
    try {
      return [context, context.createMediaStreamSource(stream)];
    } catch (error) {
      void context.close();
      throw error;
    }
  };
  try {
    return open({ sampleRate: speechRate });
  } catch {
    return open();
  }
}

/**
 * Hands over a track's sound as samples at {@link speechRate}, one channel, from an AudioWorklet:
 * works under the Content-Security-Policy and off the page's own thread.
 * @param onSamples about eight times a second
 * @returns `not-in-this-browser` where there is no AudioWorklet
 */
export async function capturePcm(
  track: MediaStreamTrack,
  clock: Clock,
  onSamples: (samples: Float32Array) => void,
): Promise<Result<PcmCapture, SpeechError>> {
  let context: AudioContext | undefined;
  try {
    const [opened, source] = openContext(track);
    context = opened;
    await context.audioWorklet.addModule(new URL('./pcm-worklet.js', import.meta.url));
    const node = new AudioWorkletNode(context, 'pcm', { numberOfOutputs: 0, channelCount: 1 });
    const resample = createResampler(context.sampleRate, speechRate);
    let isOver = () => {};
    const flushed = new Promise<void>((resolve) => {
      isOver = resolve;
    });
    node.port.onmessage = ({ data }: MessageEvent<Float32Array | null>) => {
      if (data) onSamples(resample(data));
      else isOver();
    };
    source.connect(node);
    // Rejected when it is closed while it still waits for a key or a click.
    context.resume().catch(() => {});
    let stopped: Promise<void> | undefined;
    const stop = async () => {
      node.port.postMessage(null);
      const cancel = clock.after(lastWords, isOver);
      await flushed;
      cancel();
      node.port.onmessage = null;
      source.disconnect();
      await opened.close();
    };
    return ok({
      needsGesture: () => opened.state === 'suspended',
      stop: () => {
        stopped ??= stop();
        return stopped;
      },
    });
  } catch {
    void context?.close();
    return err({ kind: 'not-in-this-browser' });
  }
}
