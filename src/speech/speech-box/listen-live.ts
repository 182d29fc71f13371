import { err, type Result } from '../../shared/result.ts';
import { listenTo } from '../listen-to.ts';
import { toPcm16 } from '../pcm.ts';
import type { ListenOptions } from '../recognizer.ts';
import type { SpeechError } from '../speech-error.ts';
import type { BoxLink } from './box-link.ts';
import { openLiveStream } from './open-live-stream.ts';

type Devices = Pick<MediaDevices, 'getUserMedia'> | undefined;

/** Listens over vosk-server's WebSocket until told to stop. */
export async function listenLive(
  url: URL,
  link: BoxLink,
  devices: Devices,
  options: ListenOptions,
): Promise<Result<void, SpeechError>> {
  const { signal, track, until, onOpen } = options;
  const held: ArrayBuffer[] = [];
  let send: (pcm: ArrayBuffer) => void = (pcm) => {
    held.push(pcm);
  };
  const source = await listenTo({
    clock: link.clock,
    devices,
    signal,
    track,
    onSamples: (samples) => send(toPcm16(samples)),
  });
  if (!source.ok) return source;
  if (signal.aborted) {
    await source.value.stop();
    return err({ kind: 'aborted' });
  }
  const stream = openLiveStream(url, link, options);
  for (const pcm of held) stream.send(pcm);
  send = stream.send;
  onOpen?.();
  const finish = () => void source.value.stop().then(stream.finish);
  void until?.then(finish);
  let lost: Result<void, SpeechError> | undefined;
  void source.value.lost.then((why) => {
    lost = why;
    // What was said before is still heard to its end.
    finish();
  });
  const ended = await stream.ended;
  send = () => {};
  await source.value.stop();
  if (!ended.ok) return ended;
  return lost ?? (source.value.wasSilent() ? err({ kind: 'no-speech' }) : ended);
}
