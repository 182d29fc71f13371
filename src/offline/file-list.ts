/** A file of the program: its address, its length as it is, and a revision where the address has no hash. */
export type ListedFile = readonly [path: string, bytes: number, revision?: string];

/** All that one version of the program consists of; the build writes it into the service worker. */
export interface FileList {
  /** Follows from all that is below. */
  readonly version: string;
  /** The address of the page's own script: a page knows by it which version it is of. */
  readonly entry: string;
  /** What is kept by everybody. The page itself is the last: where it is, everything is. */
  readonly files: readonly ListedFile[];
  /** The built-in voice, which is kept by choice. */
  readonly voice: readonly ListedFile[];
  /** Bytes of the voice's files as a server sends them, compressed. */
  readonly voicePacked: number;
}

/** Under which address a file is kept: another content is another address. */
export const keyOf = ([path, , revision]: ListedFile): string =>
  revision ? `${path}?${revision}` : path;

/** The page, which stands at the end of the files. */
export const pageOf = ({ files }: FileList): ListedFile => files.at(-1) ?? ['/', 0];

const isFile = (value: unknown): value is ListedFile =>
  Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'number';

/** Reads a list that was kept by this version or another; nothing if it is none. */
export function readList(text: string): FileList | undefined {
  try {
    const list = JSON.parse(text) as FileList;
    const files = [...list.files, ...list.voice];
    const isWhole = typeof list.version === 'string' && typeof list.entry === 'string';
    return isWhole && files.length > 0 && files.every(isFile) ? list : undefined;
  } catch {
    return undefined;
  }
}
