import type { Translate } from '../shared/translate.ts';
import type { VoiceTrouble } from '../speech/choose-engines.ts';
import type { Availability, SoundPlace } from '../speech/engine.ts';
import type { SpeechErrorKind } from '../speech/speech-error.ts';

/** A failure of an engine in a sentence, with what can be done about it. */
export const describeSpeechError = (kind: SpeechErrorKind, t: Translate): string =>
  t(`speech.error.${kind}`);

const named = [
  'web-speech',
  'espeak',
  'web-speech-recognition',
  'web-speech-recognition-cloud',
  'speech-box',
] as const;

/** The name of an engine; its id, where it has none. */
export function describeEngine(id: string, t: Translate): string {
  const known = named.find((name) => name === id);
  return known ? t(`speech.engine.${known}`) : id;
}

/** Whether an engine can be used, and if not, why. */
export const describeAvailability = (state: Availability, t: Translate): string =>
  state.kind === 'unavailable'
    ? t('speech.state.unavailable', { why: describeSpeechError(state.reason, t) })
    : t(`speech.state.${state.kind}`);

/** Where the sound goes, or the text that becomes one. */
export const describePlace = (place: SoundPlace, t: Translate): string =>
  t(`speech.place.${place}`);

/** The name of a language as it is said: `en` is "English", also where only a region differs. */
export function describeLanguage(tag: string, language: string): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** What is told once of a voice that failed. */
export function describeVoiceTrouble(trouble: VoiceTrouble, t: Translate): string {
  if (trouble.kind === 'voice-gone') return t('speech.error.voice-gone');
  return t('speech.standIn', {
    why: describeSpeechError(trouble.error, t),
    next: describeEngine(trouble.next, t),
  });
}
