/** What marks our JSON files, whatever they are called. */
export const fileKind = 'harebell-canned-responses';

/** The version of the JSON format that this program writes, and the newest that it reads. */
export const fileVersion = 1;

/** Bytes; a file above this is not even read. */
export const maximumFileSize = 1_048_576;

/** Where spreadsheets begin to compute: OWASP, "CSV injection"; with the full-width signs. */
const formula = /^'*[=+\-@＝＋－＠\t\r]/;

/**
 * Keeps a spreadsheet from taking a cell for a formula: an apostrophe before it. A cell that
 * begins with apostrophes and such a sign gets one more, so that {@link unguardCell} is exact.
 */
export const guardCell = (cell: string): string => (formula.test(cell) ? `'${cell}` : cell);

/** Takes back what {@link guardCell} did. */
export const unguardCell = (cell: string): string =>
  cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
