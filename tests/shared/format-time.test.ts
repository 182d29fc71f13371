import { expect, it } from 'vitest';
import { formatTime } from '../../src/shared/format-time.ts';
import { interfaceLanguages } from '../../src/shared/language.ts';

const minutesOf = (day: Date) =>
  Array.from({ length: 24 * 60 }, (_, index) => +day + index * 60_000);

it.each(interfaceLanguages)('writes each minute of a day as the browser does: %s', (language) => {
  const format = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' });
  // Two days, one in each half of the year, because clocks may be set in between.
  for (const day of [new Date(2026, 0, 15), new Date(2026, 6, 15)]) {
    for (const at of minutesOf(day)) {
      // Browsers disagree on the blank before AM and PM, and a voice does not know it.
      expect(formatTime(at, language)).toBe(format.format(at).replace('\u202f', ' '));
    }
  }
});

it('knows midnight and noon', () => {
  expect(formatTime(+new Date(2026, 10, 22, 0, 5), 'en')).toBe('12:05 AM');
  expect(formatTime(+new Date(2026, 10, 22, 12, 0), 'en')).toBe('12:00 PM');
  expect(formatTime(+new Date(2026, 10, 22, 0, 5), 'zh-CN')).toBe('00:05');
  expect(formatTime(+new Date(2026, 10, 22, 12, 0), 'zh-CN')).toBe('12:00');
});
