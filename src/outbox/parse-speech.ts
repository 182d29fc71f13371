import { readAloudModes, type SpeechSettings, type VoiceApart } from '../domain/speech-settings.ts';
import { isRecord } from './is-record.ts';
import { type Check, isBoolean, isOneOf, isText, isWithin, part, pick } from './setting-checks.ts';

const isName = isText(300);
const isVoices: Check = (value) =>
  isRecord(value) &&
  Object.entries(value).every(
    ([language, voice]) => /^[a-z]{2,3}$/.test(language) && isName(voice),
  );
const isAddress: Check = (value) =>
  value === '' || (isText(2000)(value) && /^(?:https?|wss?):\/\/\S+$/i.test(String(value)));

const checks: Readonly<Record<keyof SpeechSettings, Check>> = {
  readAloud: isOneOf(...readAloudModes),
  rate: isWithin(0.5, 6),
  pitch: isWithin(0, 2),
  volume: isWithin(0, 1),
  synthesizer: isName,
  voices: isVoices,
  apart: isOneOf<VoiceApart>('none', 'pitch', 'side'),
  outputDevice: isName,
  sayPrivate: isBoolean,
  recognizer: isName,
  cloudAgreed: isBoolean,
  dictation: isOneOf('hold', 'toggle'),
  voiceCommands: isBoolean,
  boxAddress: isAddress,
};

/** Those of the speech settings that are sound; undefined where there is none. */
export function parseSpeech(input: unknown): Partial<SpeechSettings> | undefined {
  const sound = pick(part(input), checks);
  return Object.keys(sound).length > 0 ? sound : undefined;
}
