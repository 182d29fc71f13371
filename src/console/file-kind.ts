/** What is said of a file's kind. */
export type FileKind = 'picture' | 'video' | 'pdf' | 'text' | 'archive' | 'document' | 'unknown';

const kinds: readonly (readonly [RegExp, FileKind])[] = [
  [/^image\//, 'picture'],
  [/^video\//, 'video'],
  [/^application\/pdf$/, 'pdf'],
  [/^text\//, 'text'],
  [/zip|rar|7z|compressed|tar$/, 'archive'],
  [/officedocument|msword|ms-excel|powerpoint|opendocument/, 'document'],
];

/** The kind of a file as a word of `fileMessage`, by the type that its sender or its name tells. */
export const fileKind = (mime: string): FileKind =>
  kinds.find(([matches]) => matches.test(mime))?.[1] ?? 'unknown';
