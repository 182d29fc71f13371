import {
  type AnnouncementClass,
  announcementClasses,
  type Verbosity,
} from '../domain/announcement.ts';
import {
  coachModes,
  defaultSettings,
  lockTimes,
  type Settings,
  type Theme,
  type TimerFactor,
  type TimerName,
  timerNames,
} from '../domain/settings.ts';
import { interfaceLanguages } from '../shared/language.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { isRecord } from './is-record.ts';
import { parseSpeech } from './parse-speech.ts';
import { type Check, isBoolean, isOneOf, isText, isWithin, part, pick } from './setting-checks.ts';
import type { SettingsError } from './settings-error.ts';

const isBindings: Check = (value) =>
  isRecord(value) &&
  Object.values(value).every(
    (keys) => Array.isArray(keys) && keys.every((key) => typeof key === 'string'),
  );
const isTheme = isOneOf<Theme>('system', 'light', 'dark', 'contrast');
const isVerbosity = isOneOf<Verbosity>('off', 'earcon', 'count', 'full');
const isFactor = isOneOf<TimerFactor>(0, 1, 2, 3, 5, 10);

/** What each setting may be; the default stands in for anything else. */
const checks: Readonly<
  Record<Exclude<keyof Settings, 'version' | 'announcements' | 'timers' | 'speech'>, Check>
> = {
  language: isOneOf(...interfaceLanguages),
  agentName: isText(200),
  textSize: isWithin(100, 200, 25),
  transcriptSize: isWithin(100, 400, 25),
  theme: isTheme,
  oneColumn: isBoolean,
  largeTargets: isBoolean,
  oneTask: isBoolean,
  messageHeadings: isBoolean,
  countdowns: isBoolean,
  visualAlerts: isBoolean,
  batch: isOneOf(1000, 30_000),
  earcons: isBoolean,
  earconVolume: isWithin(0, 1),
  notifications: isBoolean,
  enterSends: isBoolean,
  characterKeys: isBoolean,
  bindings: isBindings,
  autoAccept: isBoolean,
  undoSend: isWithin(0, 10, 1),
  typingStates: isBoolean,
  capacity: isWithin(1, 9, 1),
  lockAfter: isOneOf(...lockTimes),
  coach: isOneOf(...coachModes),
  englishAdvice: isBoolean,
};

const each = <K extends string>(names: readonly K[], check: Check) =>
  Object.fromEntries(names.map((name) => [name, check])) as Record<K, Check>;

/** Those of the settings that are sound; the rest is left out. */
const pickSettings = (input: unknown): Partial<Settings> => pick(part(input), checks);

/**
 * Makes settings of untrusted data. What is unknown is dropped, what is missing or out of range gets
 * its default; only what is not settings at all, or is of a newer version, is an error.
 */
export function parseSettings(input: unknown): Result<Settings, SettingsError> {
  if (!isRecord(input) || typeof input['version'] !== 'number') return err({ kind: 'wrong-kind' });
  if (input['version'] > defaultSettings.version) return err({ kind: 'newer-version' });
  const speech = parseSpeech(input['speech']);
  return ok({
    ...defaultSettings,
    ...pickSettings(input),
    ...(speech && { speech }),
    announcements: {
      ...defaultSettings.announcements,
      ...(pick(
        part(input['announcements']),
        each<AnnouncementClass>(announcementClasses, isVerbosity),
      ) as Partial<Settings['announcements']>),
    },
    timers: {
      ...defaultSettings.timers,
      ...(pick(part(input['timers']), each<TimerName>(timerNames, isFactor)) as Partial<
        Settings['timers']
      >),
    },
  });
}
