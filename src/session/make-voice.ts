import type { Recording } from '../domain/recording.ts';
import type { LanguageTag } from '../shared/language.ts';
import { ok, type Result } from '../shared/result.ts';
import { sayAs } from '../speech/say-as/say-as.ts';
import type { SpeechError } from '../speech/speech-error.ts';
import { type RenderTextParts, renderText } from './render-text.ts';

/**
 * Makes a file to send of samples; what makes it is fetched when it is first needed.
 * @param sampleRate samples a second
 * @returns what `encodeVoice` fails with; rejected if that cannot be fetched
 */
export async function packVoice(
  samples: Float32Array<ArrayBuffer>,
  sampleRate: number,
): Promise<Result<Recording, SpeechError>> {
  const { encodeVoice } = await import('../speech/encode-voice.ts');
  const encoded = await encodeVoice(samples, sampleRate);
  if (!encoded.ok) return encoded;
  return ok({ sound: encoded.value, seconds: samples.length / sampleRate });
}

/**
 * Has a text spoken into a file to send. Numbers are said as they must be typed, none is left out:
 * what is heard is what was written.
 * @param language of the conversation
 * @returns `no-voice`, `aborted`, or what else a voice or `packVoice` fails with
 */
export async function speakVoice(
  text: string,
  language: LanguageTag,
  parts: Omit<RenderTextParts, 'sayAs'>,
): Promise<Result<Recording, SpeechError>> {
  const rendered = await renderText(text, language, {
    ...parts,
    sayAs: (words, spoken) => sayAs(words, spoken, { sayPrivate: true }),
  });
  if (!rendered.ok) return rendered;
  return packVoice(new Float32Array(rendered.value.samples), rendered.value.sampleRate);
}
