import type { SpeechErrorKind } from '../speech-error.ts';

/** The browser's words for what went wrong, as ours. */
const kinds: Readonly<Record<string, SpeechErrorKind>> = {
  'no-speech': 'no-speech',
  'audio-capture': 'no-microphone',
  network: 'network',
  'not-allowed': 'microphone-denied',
  // Safari without Siri, or a browser whose maker runs no service for it.
  'service-not-allowed': 'not-in-this-browser',
  'language-not-supported': 'language-not-supported',
};

/** @param error of an `error` event, https://webaudio.github.io/web-speech-api/#speechreco-error */
export const kindOfError = (error: string): SpeechErrorKind =>
  Object.hasOwn(kinds, error) ? (kinds[error] as SpeechErrorKind) : 'failed';
