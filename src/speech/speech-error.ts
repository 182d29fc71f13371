/** Why nothing was said or heard; each kind has its own words (`speech.error.…` in `locales/`). */
export const speechErrorKinds = [
  /** The engine has no voice for the language. */
  'no-voice',
  /** The voice that was chosen is no longer there. */
  'voice-gone',
  /** The browser wants a key or a click first. */
  'needs-gesture',
  /** The engine began, or should have, and was not heard of again: the watchdog ended it. */
  'engine-silent',
  'not-in-this-browser',
  'not-installed',
  'install-failed',
  'language-not-supported',
  'no-microphone',
  'microphone-denied',
  /** The microphone is there and gives nothing. */
  'no-speech',
  /** The agent has not agreed to send the voice to a cloud. */
  'no-consent',
  /** No speech box is set up. */
  'no-server',
  'network',
  'slow-server',
  /** The speech box refuses the key, or wants one. */
  'key-refused',
  /** The answer is not what such a server sends. */
  'bad-answer',
  'wrong-language',
  'not-audio',
  'empty-audio',
  'too-long',
  'too-large',
  /** Given up by whoever asked. */
  'aborted',
  'failed',
] as const;

/** One of {@link speechErrorKinds}. */
export type SpeechErrorKind = (typeof speechErrorKinds)[number];

/** Why a speech engine did not do what it was asked for. */
export interface SpeechError {
  readonly kind: SpeechErrorKind;
}
