import { decodeFile } from '../canned-responses/decode-file.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { Translate } from '../shared/translate.ts';

/** Why a file was not taken. */
export type FileProblem =
  /** Characters. */
  | { readonly kind: 'too-large'; readonly limit: number }
  /** Bytes that are no text, or in an encoding that cannot be told. */
  | { readonly kind: 'not-text' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-scenario' };

/** No encoding that is read needs more bytes for a character. */
const mostBytes = 4;

/**
 * Reads a file as text: UTF-8, UTF-16 with its mark, or GB 18030. One that is too large is refused
 * by its size, and not read.
 * @param longest characters that it may have
 */
export async function readTextFile(
  file: Pick<Blob, 'size' | 'arrayBuffer'>,
  longest: number,
): Promise<Result<string, FileProblem>> {
  const tooLarge = err({ kind: 'too-large', limit: longest } as const);
  if (file.size > longest * mostBytes) return tooLarge;
  const decoded = decodeFile(new Uint8Array(await file.arrayBuffer()));
  if (!decoded.ok) return decoded;
  const text = decoded.value.replace(/^\ufeff/, '');
  if (text.length > longest) return tooLarge;
  return text.trim() ? ok(text) : err({ kind: 'empty' });
}

/** Takes a text for a scenario if there is anything of one in it; right or wrong is the linter's. */
export const asScenario = (text: string): Result<string, FileProblem> =>
  /^[ \t]{0,40}(?:#|(?:scenario|title|场景|标题)(?: \S{1,12})? ?[:：])/im.test(text)
    ? ok(text)
    : err({ kind: 'not-scenario' });

/** A name for a scenario's file. */
export const fileName = (id: string): string =>
  `${
    id
      .slice(0, 200)
      .replace(/[^\p{L}\p{N}_-]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'scenario'
  }.txt`;

const messages = {
  'too-large': 'editor.files.tooLarge',
  'not-text': 'editor.files.notText',
  empty: 'editor.files.empty',
  'not-scenario': 'editor.files.notScenario',
} as const satisfies Record<FileProblem['kind'], string>;

/** The sentence that tells why a file was not taken, and what to do. */
export const describeFileProblem = (problem: FileProblem, t: Translate, language: string): string =>
  t(messages[problem.kind], {
    limit: problem.kind === 'too-large' ? problem.limit.toLocaleString(language) : '',
  });
