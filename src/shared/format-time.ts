import type { InterfaceLanguage } from './language.ts';

const two = (number: number): string => `${number}`.padStart(2, '0');

/**
 * A time of day in the local time zone: `02:05 PM` in English, `14:05` in Chinese, as
 * `Intl.DateTimeFormat` writes them with two-digit hours and minutes. To make the first one of
 * those takes 25 ms, which every start would pay.
 * @param at epoch milliseconds
 */
export function formatTime(at: number, language: InterfaceLanguage): string {
  const date = new Date(at);
  const hours = date.getHours();
  const minutes = two(date.getMinutes());
  return language === 'en'
    ? `${two(hours % 12 || 12)}:${minutes} ${hours < 12 ? 'AM' : 'PM'}`
    : `${two(hours)}:${minutes}`;
}
