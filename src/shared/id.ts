/**
 * A random identifier of 32 hexadecimal digits.
 * Not `crypto.randomUUID`: that one is missing where a station serves the desk over plain HTTP.
 */
export function createId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
