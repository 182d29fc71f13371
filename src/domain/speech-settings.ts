/**
 * What the built-in voice reads aloud by itself: nothing; nothing but what is asked for by a key; the
 * open conversation; every conversation; or only what is not announced to a screen reader.
 */
export const readAloudModes = ['off', 'request', 'open', 'all', 'rest'] as const;

/** One of {@link readAloudModes}. */
export type ReadAloudMode = (typeof readAloudModes)[number];

/** How conversations that are read aloud are told apart. */
export type VoiceApart = 'none' | 'pitch' | 'side';

/** All that an agent can set about speech. The speech box's key is not among it: it never leaves. */
export interface SpeechSettings {
  readonly readAloud: ReadAloudMode;
  /** 0.5 to 6 times a voice's own speed. */
  readonly rate: number;
  /** 0 to 2; 1 is the voice's own. */
  readonly pitch: number;
  /** 0 to 1. */
  readonly volume: number;
  /** Synthesizer that is tried first, by id; the others are its stand-ins. */
  readonly synthesizer: string;
  /** Primary language (`en`, `zh`) → id of the voice; the engine chooses where there is none. */
  readonly voices: Readonly<Record<string, string>>;
  readonly apart: VoiceApart;
  /** `deviceId` of an audio output; empty for the system's own. */
  readonly outputDevice: string;
  /** Read card and identity numbers in full instead of naming them. */
  readonly sayPrivate: boolean;
  /** Recognizer that is tried first, by id. */
  readonly recognizer: string;
  /** The agent has read where the voice goes and agreed to a cloud. */
  readonly cloudAgreed: boolean;
  /** How the microphone is held open. */
  readonly dictation: 'hold' | 'toggle';
  /** Listen for spoken commands while dictating. */
  readonly voiceCommands: boolean;
  /** Address of a speech box, `http(s)://…` or `ws(s)://…`; empty for none. */
  readonly boxAddress: string;
}

/** What a new agent starts with. */
export const defaultSpeech: SpeechSettings = {
  readAloud: 'off',
  rate: 1,
  pitch: 1,
  volume: 1,
  synthesizer: '',
  voices: {},
  apart: 'none',
  outputDevice: '',
  sayPrivate: false,
  recognizer: '',
  cloudAgreed: false,
  dictation: 'hold',
  voiceCommands: false,
  boxAddress: '',
};

/** The settings of speech, with a default for each that was never touched. */
export const speechOf = (settings: {
  readonly speech?: Partial<SpeechSettings>;
}): SpeechSettings => ({
  ...defaultSpeech,
  ...settings.speech,
});
