import { err, ok, type Result } from '../../shared/result.ts';
import { speechRate } from '../pcm.ts';
import type { Heard, TranscribeOptions } from '../recognizer.ts';
import type { SpeechError } from '../speech-error.ts';
import type { BoxLink } from './box-link.ts';
import { cleanText } from './clean-text.ts';
import { openLiveStream } from './open-live-stream.ts';

/** Bytes a message: a quarter of a second. Servers answer each, so they should not be large. */
const step = speechRate / 2;
/** Bytes that may wait, and milliseconds until more are handed on. */
const enough = speechRate * 2;
const rest = 50;

/** Sends a recording, as 16-bit samples, over vosk-server's WebSocket, as fast as it takes it. */
export async function transcribeLive(
  url: URL,
  link: BoxLink,
  pcm: ArrayBuffer,
  { language, signal, phrases }: TranscribeOptions,
): Promise<Result<Heard, SpeechError>> {
  const heard: Heard[] = [];
  let isOver = false;
  let sent = 0;
  const stream = openLiveStream(url, link, {
    language,
    signal,
    ...(phrases && { phrases }),
    onHeard: (each) => void heard.push(each),
  });
  const feed = () => {
    while (!isOver && stream.waiting() < enough) {
      if (sent >= pcm.byteLength) return stream.finish();
      stream.send(pcm.slice(sent, sent + step));
      sent += step;
    }
    if (!isOver) link.clock.after(rest, feed);
  };
  feed();
  const ended = await stream.ended;
  isOver = true;
  // A transcript with its end missing would pass for the whole.
  if (!ended.ok) return err(ended.error);
  const told = heard.flatMap(({ confidence }) => confidence ?? []);
  return ok({
    text: cleanText(heard.map(({ text }) => text).join(' '), language),
    words: heard.flatMap(({ words }) => words),
    alternatives: [],
    ...(told.length > 0 && { confidence: told.reduce((sum, one) => sum + one, 0) / told.length }),
  });
}
