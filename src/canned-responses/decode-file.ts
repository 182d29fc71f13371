import { err, ok, type Result } from '../shared/result.ts';

const decode = (encoding: string, bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** Whether bytes above ASCII come in pairs, as in Chinese files; Western ones have single ones. */
const inPairs = (bytes: Uint8Array): boolean => {
  let pairs = 0;
  let single = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    if ((bytes[at + 1] ?? 0) >= 0x80) {
      pairs += 1;
      at += 1;
    } else single += 1;
  }
  return pairs > single * 20;
};

/**
 * Turns a file into text. UTF-8; UTF-16 with a byte order mark (Excel's "Unicode Text"); GB 18030,
 * which a Chinese Excel writes when it is asked for CSV. Anything else is not text.
 */
export function decodeFile(bytes: Uint8Array): Result<string, { readonly kind: 'not-text' }> {
  const [first, second] = bytes;
  const wide =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : undefined;
  const text = wide
    ? decode(wide, bytes)
    : (decode('utf-8', bytes) ?? (inPairs(bytes) ? decode('gb18030', bytes) : undefined));
  return text === undefined || text.includes('\0') ? err({ kind: 'not-text' }) : ok(text);
}
