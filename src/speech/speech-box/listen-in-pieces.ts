import { err, ok, type Result } from '../../shared/result.ts';
import { listenTo } from '../listen-to.ts';
import { speechRate, toPcm16, toWav } from '../pcm.ts';
import type { Heard, ListenOptions } from '../recognizer.ts';
import type { SpeechError } from '../speech-error.ts';
import type { BoxLink } from './box-link.ts';
import { createPauseCutter, type Piece } from './cut-at-pauses.ts';
import type { Recording } from './post-recording.ts';

type Devices = Pick<MediaDevices, 'getUserMedia'> | undefined;
type Post = (recording: Recording) => Promise<Result<Heard, SpeechError>>;

/** Listens with a box that takes recordings only: sends what was said, pause by pause, in order. */
export async function listenInPieces(
  post: Post,
  { clock }: BoxLink,
  devices: Devices,
  { signal, track, until, onOpen, onHeard }: ListenOptions,
): Promise<Result<void, SpeechError>> {
  const cutter = createPauseCutter();
  let settle: (result: Result<void, SpeechError>) => void = () => {};
  const failed = new Promise<Result<void, SpeechError>>((resolve) => {
    settle = resolve;
  });
  let isOver = false;
  let queue: Promise<void> = Promise.resolve();
  const hear = async ({ samples }: Piece) => {
    if (isOver) return;
    const sound = toWav(toPcm16(samples));
    const result = await post({ sound, seconds: samples.length / speechRate });
    if (isOver) return;
    if (!result.ok) settle(result);
    else if (result.value.text) onHeard(result.value);
  };
  const add = (piece: Piece | undefined) => {
    if (piece?.hasVoice) queue = queue.then(() => hear(piece));
  };
  const source = await listenTo({
    clock,
    devices,
    signal,
    track,
    onSamples: (samples) => add(cutter.add(samples)),
  });
  if (!source.ok) return source;
  const abort = () => settle(err({ kind: 'aborted' }));
  signal.addEventListener('abort', abort, { once: true });
  if (signal.aborted) abort();
  else onOpen?.();
  const finish = async (result: Result<void, SpeechError>) => {
    await source.value.stop();
    add(cutter.rest());
    await queue;
    settle(result);
  };
  void until?.then(() => finish(ok(undefined)));
  void source.value.lost.then(finish);
  const result = await failed;
  isOver = true;
  signal.removeEventListener('abort', abort);
  await source.value.stop();
  return result.ok && source.value.wasSilent() ? err({ kind: 'no-speech' }) : result;
}
