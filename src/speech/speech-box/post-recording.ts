import { err, type Result } from '../../shared/result.ts';
import type { Heard, TranscribeOptions } from '../recognizer.ts';
import type { SpeechError, SpeechErrorKind } from '../speech-error.ts';
import type { BoxAddress } from './box-address.ts';
import type { BoxLink } from './box-link.ts';
import { readTranscription } from './read-transcription.ts';
import { within } from './within.ts';

/** A recording, ready to be sent. */
export interface Recording {
  readonly sound: Blob;
  readonly seconds: number;
}

interface Request {
  readonly address: BoxAddress;
  readonly key: string;
  readonly model: string;
  readonly link: BoxLink;
}

/** Milliseconds that a box has: it may have to load its model, and a slow one takes as long as the talk. */
export const patienceFor = (seconds: number): number => 20_000 + seconds * 1000;

const extensions: Readonly<Record<string, string>> = {
  'audio/wav': 'wav',
  'audio/x-wav': 'wav',
  'audio/webm': 'webm',
  'audio/ogg': 'ogg',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/flac': 'flac',
};

/** Servers tell formats by the name's ending. */
const nameOf = ({ type }: Blob): string =>
  `recording.${extensions[type.split(';', 1)[0]?.trim() ?? ''] ?? 'bin'}`;

function kindOf(status: number): SpeechErrorKind {
  if (status === 401 || status === 403) return 'key-refused';
  if (status === 413) return 'too-large';
  if (status === 408 || status === 504) return 'slow-server';
  return status >= 500 || status === 429 ? 'failed' : 'bad-answer';
}

function formOf(
  recording: Recording,
  request: Request,
  options: TranscribeOptions,
  format: string,
) {
  const form = new FormData();
  form.append('file', recording.sound, nameOf(recording.sound));
  form.append('model', request.model);
  form.append('language', options.language.split('-', 1)[0] ?? options.language);
  form.append('response_format', format);
  if (format === 'verbose_json') form.append('timestamp_granularities[]', 'word');
  // Whisper writes on in the manner of its prompt, names and all; more than 224 tokens it cuts off.
  const prompt = (options.phrases ?? []).join(', ').slice(0, 600);
  if (prompt) form.append('prompt', prompt);
  return form;
}

/**
 * Sends a recording as OpenAI's `POST /v1/audio/transcriptions` and reads the answer.
 * Asks for words first; a server that does not know them is asked for text alone.
 * @see https://platform.openai.com/docs/api-reference/audio/createTranscription
 */
export async function postRecording(
  recording: Recording,
  request: Request,
  options: TranscribeOptions,
): Promise<Result<Heard, SpeechError>> {
  const { link, address, key } = request;
  const limit = within(patienceFor(recording.seconds), link.clock, options.signal);
  const headers = key ? { Authorization: `Bearer ${key}` } : undefined;
  const post = (format: string) =>
    link.fetch(address.url, {
      method: 'POST',
      body: formOf(recording, request, options, format),
      signal: limit.signal,
      // Cookies of other programs on the same machine are none of its business.
      credentials: 'omit',
      ...(headers && { headers }),
    });
  try {
    let response = await post('verbose_json');
    if (response.status === 400 || response.status === 422) response = await post('json');
    if (!response.ok) return err({ kind: kindOf(response.status) });
    return readTranscription(await response.text(), options.language);
  } catch {
    if (options.signal.aborted) return err({ kind: 'aborted' });
    return err({ kind: limit.isLate() ? 'slow-server' : 'network' });
  } finally {
    limit.done();
  }
}
