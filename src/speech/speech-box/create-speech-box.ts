import { err, ok, type Result } from '../../shared/result.ts';
import { toWav } from '../pcm.ts';
import type { Heard, Recognizer, TranscribeOptions } from '../recognizer.ts';
import type { SpeechError } from '../speech-error.ts';
import { type BoxAddress, isReachable, parseBoxAddress, placeOf } from './box-address.ts';
import type { BoxLink } from './box-link.ts';
import { checkRecording, decodeRecording } from './decode-recording.ts';
import { findModel } from './find-model.ts';
import { listenInPieces } from './listen-in-pieces.ts';
import { listenLive } from './listen-live.ts';
import { postRecording, type Recording } from './post-recording.ts';
import { transcribeLive } from './transcribe-live.ts';

/** What a speech box needs of the world around it. */
export interface SpeechBoxOptions extends BoxLink {
  /** As the agent typed it; asked each time. */
  address(): string;
  /** The bearer key, empty for none. A browser cannot send one with a WebSocket. */
  key(): Promise<string>;
  /** `navigator.mediaDevices`. */
  readonly devices: Pick<MediaDevices, 'getUserMedia'> | undefined;
  /** The page's own protocol: from `https:` there is no way to plain `http:` and `ws:`. */
  readonly pageProtocol: string;
}

/** Seconds up to which a recording is sent as WAV, which all servers take; longer ones as they are. */
const wavUpTo = 10 * 60;

/**
 * A recogniser on the agent's own network: any server that speaks OpenAI's
 * `POST /v1/audio/transcriptions` (address `http…`), or vosk-server's WebSocket (`ws…`).
 */
export function createSpeechBox(options: SpeechBoxOptions): Recognizer {
  const { devices, pageProtocol } = options;
  const controller = new AbortController();
  const models = new Map<string, string>();

  const isLive = () => parseBoxAddress(options.address())?.protocol === 'live';
  const find = (): Result<BoxAddress, SpeechError> => {
    const address = parseBoxAddress(options.address());
    if (!address) return err({ kind: 'no-server' });
    return isReachable(address, pageProtocol) ? ok(address) : err({ kind: 'network' });
  };
  const post = async (
    address: BoxAddress,
    recording: Recording,
    wanted: TranscribeOptions,
  ): Promise<Result<Heard, SpeechError>> => {
    const key = await options.key();
    const known = models.get(address.url.href);
    const model = known ?? (await findModel(address, key, options, wanted.signal));
    const request = { address, key, model, link: options };
    const result = await postRecording(recording, request, wanted);
    if (result.ok) models.set(address.url.href, model);
    return result;
  };
  const alsoHere = <T extends { readonly signal: AbortSignal }>(wanted: T): T => ({
    ...wanted,
    signal: AbortSignal.any([wanted.signal, controller.signal]),
  });

  return {
    id: 'speech-box',
    get place() {
      const address = parseBoxAddress(options.address());
      return address ? placeOf(address) : 'network';
    },
    can: {
      get streaming() {
        return isLive();
      },
      track: true,
      recording: true,
      get phrases() {
        return !isLive();
      },
      // The protocol for recordings has no word for it.
      get closed() {
        return isLive();
      },
    },
    availability: async () => {
      const address = find();
      if (address.ok) return { kind: 'ready' };
      const { kind } = address.error;
      return kind === 'no-server'
        ? { kind: 'needs-server' }
        : { kind: 'unavailable', reason: kind };
    },
    listen: async (given) => {
      const wanted = alsoHere(given);
      if (wanted.signal.aborted) return err({ kind: 'aborted' });
      const address = find();
      if (!address.ok) return address;
      if (address.value.protocol === 'live') {
        return listenLive(address.value.url, options, devices, wanted);
      }
      const hear = (recording: Recording) => post(address.value, recording, wanted);
      return listenInPieces(hear, options, devices, wanted);
    },
    transcribe: async (recording, given) => {
      const wanted = alsoHere(given);
      if (wanted.signal.aborted) return err({ kind: 'aborted' });
      const address = find();
      if (!address.ok) return address;
      const seconds = await checkRecording(recording, wanted.signal);
      if (!seconds.ok) return seconds;
      const { protocol } = address.value;
      if (protocol === 'recordings' && seconds.value > wavUpTo) {
        return post(address.value, { sound: recording, seconds: seconds.value }, wanted);
      }
      const pcm = await decodeRecording(recording);
      if (!pcm.ok) return pcm;
      return protocol === 'live'
        ? transcribeLive(address.value.url, options, pcm.value, wanted)
        : post(address.value, { sound: toWav(pcm.value), seconds: seconds.value }, wanted);
    },
    dispose: () => controller.abort(),
  };
}
