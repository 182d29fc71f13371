import canonicalize from 'canonicalize';

/** A JSON object of which nothing is known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is an object whose members can be looked at. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** SHA-256 of a text in UTF-8. */
export const hashText = async (
  text: string,
  subtle: SubtleCrypto,
): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(text)));

/**
 * SHA-256 of a value in the one way to write it (JSON Canonicalization Scheme, RFC 8785).
 * Rejected where it cannot be written, as with half a surrogate pair.
 */
export const hashJson = async (
  value: unknown,
  subtle: SubtleCrypto,
): Promise<Uint8Array<ArrayBuffer>> => hashText(canonicalize(value) ?? '', subtle);

/** Bytes as hexadecimal digits. */
export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
