import type { Translate } from '../shared/translate.ts';

/**
 * A length of time in words that change at most once a minute (A41).
 * @param ms milliseconds; less than a minute is one sentence of its own
 */
export function describeDuration(ms: number, t: Translate): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return t('time.underMinute');
  if (minutes < 60) return t('time.minutes', { count: minutes });
  return t('time.hours', { count: Math.floor(minutes / 60) });
}
