import type { CannedResponse } from './canned-response.ts';
import { guardCell } from './file-format.ts';

const cell = (text: string): string => {
  const guarded = guardCell(text);
  return /[",;\t\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
};

/**
 * Writes responses as CSV (RFC 4180): one column a language for titles and for texts. With a byte
 * order mark, without which Excel takes UTF-8 for something else, and guarded against formulas.
 */
export function exportCsv(responses: readonly CannedResponse[]): string {
  const languages = [
    ...new Set(
      responses.flatMap(({ titles, texts }) => [...Object.keys(titles), ...Object.keys(texts)]),
    ),
  ];
  const header = [
    'shortcut',
    'folder',
    ...languages.flatMap((language) => [`title:${language}`, `text:${language}`]),
  ];
  const rows = responses.map(({ shortcut, folder, titles, texts }) => [
    shortcut,
    folder,
    ...languages.flatMap((language) => [titles[language] ?? '', texts[language] ?? '']),
  ]);
  return `\ufeff${[header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}
