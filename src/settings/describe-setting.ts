import { announcementClasses } from '../domain/announcement.ts';
import type { Settings } from '../domain/settings.ts';
import type { MessageKey, Translate } from '../shared/translate.ts';

const named = Object.fromEntries(
  announcementClasses.map((kind) => [`announcements.${kind}`, `settings.announcement.${kind}`]),
) as Readonly<Record<string, MessageKey>>;

/**
 * The name of a setting as its control has it.
 * @param path as profiles name it: `textSize`, `announcements.offer`
 */
export const describeSetting = (path: string, t: Translate): string =>
  t(named[path] ?? (`settings.field.${path}` as MessageKey));

/** A percentage, `150` → `150%`. */
export const describePercent = (number: number, t: Translate): string =>
  t('settings.percent', { number });

/** How announcements are gathered. */
export const describeBatch = (batch: number, t: Translate): string =>
  t(batch > 1000 ? 'settings.batchGathered' : 'settings.batchAtOnce');

/** How long a message can be taken back. */
export const describeUndoSend = (seconds: number, t: Translate): string =>
  seconds ? t('settings.seconds', { count: seconds }) : t('settings.sendAtOnce');

/** The value of a setting as its control shows it. */
export function describeValue(path: string, value: unknown, t: Translate): string {
  if (typeof value === 'boolean') return t(value ? 'settings.on' : 'settings.off');
  if (path.startsWith('announcements.')) {
    return t(`settings.verbosity.${value as Settings['announcements']['offer']}`);
  }
  if (path === 'theme') return t(`settings.theme.${value as Settings['theme']}`);
  if (path === 'batch') return describeBatch(Number(value), t);
  if (path === 'undoSend') return describeUndoSend(Number(value), t);
  if (path === 'textSize' || path === 'transcriptSize') return describePercent(Number(value), t);
  return String(value);
}
