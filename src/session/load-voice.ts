import type { Attachment } from '../domain/message.ts';
import type { Recording } from '../domain/recording.ts';
import type { LanguageTag } from '../shared/language.ts';
import { noteTransfer } from '../shared/note-transfer.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { toPcm16, toWav } from '../speech/pcm.ts';
import { checkRecording, largest } from '../speech/speech-box/decode-recording.ts';
import type { SpeechError } from '../speech/speech-error.ts';
import { type RenderTextParts, renderText } from './render-text.ts';

/** What loading needs. */
export interface LoadVoiceParts extends Omit<RenderTextParts, 'sayAs'> {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
}

const speak = async (
  text: string,
  language: LanguageTag,
  parts: LoadVoiceParts,
): Promise<Result<Blob, SpeechError>> => {
  const rendered = await renderText(text, language, parts);
  if (!rendered.ok) return rendered;
  return ok(toWav(toPcm16(rendered.value.samples), rendered.value.sampleRate));
};

/** Reads to the end, but never more than a recording may have. */
const readAll = async (answer: Response): Promise<Result<Blob, SpeechError>> => {
  const reader = answer.body?.getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
    length += piece.value.length;
    if (length > largest) {
      await reader?.cancel();
      return err({ kind: 'too-large' });
    }
    pieces.push(piece.value);
  }
  return ok(new Blob(pieces, { type: answer.headers.get('content-type') ?? '' }));
};

const download = async (
  url: string,
  { fetch, signal }: LoadVoiceParts,
): Promise<Result<Blob, SpeechError>> => {
  const start = performance.now();
  try {
    const answer = await fetch(url, {
      signal,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      // At a shared computer nothing may be left of it, and nobody else can wipe the browser's own cache.
      cache: 'no-store',
    });
    if (!answer.ok) return err({ kind: 'failed' });
    if (Number(answer.headers.get('content-length')) > largest) {
      await answer.body?.cancel();
      return err({ kind: 'too-large' });
    }
    const read = await readAll(answer);
    if (read.ok) noteTransfer('voice', start, read.value.size);
    return read;
  } catch {
    return err({ kind: signal.aborted ? 'aborted' : 'network' });
  }
};

/**
 * Gets a voice message: over the network, without cookies and without saying where the agent is, or
 * in practice from a voice that speaks it. What is there is a sound that the browser can play.
 * @returns `too-large` (100 MB), `too-long` (2 hours), `empty-audio`, `not-audio`, `network`,
 *   `no-voice`, or what else a voice can fail with
 */
export async function loadVoice(
  { script, sound, url }: Attachment,
  language: LanguageTag,
  parts: LoadVoiceParts,
): Promise<Result<Recording, SpeechError>> {
  const load = async () =>
    url === undefined ? speak(script ?? '', language, parts) : download(url, parts);
  const loaded = sound ? ok(sound) : await load();
  if (!loaded.ok) return loaded;
  const checked = await checkRecording(loaded.value, parts.signal);
  return checked.ok ? ok({ sound: loaded.value, seconds: checked.value }) : checked;
}
