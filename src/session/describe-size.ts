const kib = 1024;
const mib = kib * kib;

/**
 * A size as it is said: `1 KiB` (anything below counts as one), `240 KiB`, `2.4 MiB`.
 * @param language whose digits and marks are used
 */
export function describeSize(bytes: number, language: string): string {
  const digits = bytes < mib ? 0 : 1;
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: digits });
  return bytes < mib
    ? `${format.format(Math.max(1, Math.round(bytes / kib)))} KiB`
    : `${format.format(bytes / mib)} MiB`;
}

/** From this size on, in bytes, words warn before something is loaded, and what tells no size is stopped. */
export const much = 100 * 1024;
