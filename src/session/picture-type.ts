/** How the pictures begin that every browser shows: where which characters stand. */
const beginnings: readonly (readonly [at: number, characters: string, type: string])[] = [
  [0, '\x89PNG\r\n\x1a\n', 'image/png'],
  [0, '\xff\xd8\xff', 'image/jpeg'],
  [0, 'GIF87a', 'image/gif'],
  [0, 'GIF89a', 'image/gif'],
  [8, 'WEBPVP8', 'image/webp'],
  [4, 'ftypavif', 'image/avif'],
  [4, 'ftypavis', 'image/avif'],
];

/**
 * The type of a picture by its first bytes, whatever its name and its server say. SVG, which may
 * hold more than a picture, is none.
 * @param head at least the first 16 bytes
 */
export function pictureType(head: Uint8Array): string | undefined {
  const text = String.fromCharCode(...head.subarray(0, 16));
  return beginnings.find(([at, characters]) => text.startsWith(characters, at))?.[2];
}
