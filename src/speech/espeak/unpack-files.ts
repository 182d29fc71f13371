/** A file for eSpeak's own file system. */
export interface PackedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Takes apart what the build packed (`scripts/vite/cut-espeak.ts`): the length of a JSON list of
 * `[path, bytes]` (32 bits, little end first), that list, then the files one after the other.
 * @throws if it is cut off, or something else altogether
 */
export function unpackFiles(packed: ArrayBuffer): PackedFile[] {
  const length = new DataView(packed).getUint32(0, true);
  const list = new TextDecoder().decode(new Uint8Array(packed, 4, length));
  let from = 4 + length;
  return (JSON.parse(list) as [path: string, bytes: number][]).map(([path, size]) => {
    const bytes = new Uint8Array(packed, from, size);
    from += size;
    return { path, bytes };
  });
}
