import { err, ok, type Result } from '../shared/result.ts';
import { pictureType } from './picture-type.ts';

/** More than this a customer's file may never have: 20 MiB. */
export const largestFile = 20 * 1024 * 1024;

/** Why a customer's file is not here. */
export type FileError =
  | {
      readonly kind:
        | 'gone'
        | 'forbidden'
        | 'server'
        | 'offline'
        | 'unreachable'
        | 'cross-origin'
        | 'too-large'
        | 'page'
        | 'empty'
        | 'aborted';
    }
  /** Larger than was agreed to; `bytes` where the server tells how large. */
  | { readonly kind: 'larger'; readonly bytes?: number };

/** A customer's file; `isPicture` after a look at what it is, not at what was said of it. */
export interface LoadedFile {
  readonly file: Blob;
  readonly isPicture: boolean;
}

/** What loading needs. */
export interface LoadFileParts {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly signal: AbortSignal;
  /** How many bytes the agent has agreed to. */
  readonly agreed: number;
  readonly onProgress: (bytes: number) => void;
}

/** Neither cookies nor where the agent is. */
const safe = { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' } as const;

/** The size that a server tells; of what it has packed, the browser cannot tell the file's own. */
const sizeOf = ({ headers }: Response): number | undefined => {
  const told = headers.get('content-length');
  const isPlain = !headers.get('content-encoding');
  return told !== null && isPlain && /^\d{1,15}$/.test(told) ? Number(told) : undefined;
};

const refusal = (status: number): FileError => {
  if (status === 404 || status === 410) return { kind: 'gone' };
  return { kind: status < 500 ? 'forbidden' : 'server' };
};

const tooMuch = (bytes: number | undefined, length: number, agreed: number) => {
  if (Math.max(length, bytes ?? 0) > largestFile) return err<FileError>({ kind: 'too-large' });
  if (Math.max(length, bytes ?? 0) <= agreed) return undefined;
  return err<FileError>({ kind: 'larger', ...(bytes !== undefined && { bytes }) });
};

const readAll = async (
  answer: Response,
  { agreed, onProgress }: LoadFileParts,
): Promise<Result<Blob, FileError>> => {
  const reader = answer.body?.getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const told = sizeOf(answer);
  let length = 0;
  let trouble = tooMuch(told, length, agreed);
  while (!trouble) {
    const piece = await reader?.read();
    if (!piece || piece.done) return length ? ok(new Blob(pieces)) : err({ kind: 'empty' });
    length += piece.value.length;
    pieces.push(piece.value);
    onProgress(length);
    trouble = tooMuch(told, length, agreed);
  }
  await reader?.cancel();
  return trouble;
};

/** The browser does not tell why it has nothing: asked without wanting to read, it tells a little. */
const explain = async (url: string, { fetch, signal }: LoadFileParts): Promise<FileError> => {
  if (signal.aborted) return { kind: 'aborted' };
  if (!navigator.onLine) return { kind: 'offline' };
  try {
    await fetch(url, { ...safe, signal, method: 'HEAD', mode: 'no-cors' });
    return { kind: 'cross-origin' };
  } catch {
    return { kind: signal.aborted ? 'aborted' : 'unreachable' };
  }
};

/**
 * Gets a customer's file, when the agent has asked for it: without cookies, without a referrer, and
 * never more than was agreed to. What it is, is read off its first bytes; it never gets the type that
 * its server or its sender names.
 * @param wanted what it was said to be
 */
export async function loadFile(
  url: string,
  wanted: 'picture' | 'file',
  parts: LoadFileParts,
): Promise<Result<LoadedFile, FileError>> {
  let answer: Response;
  let read: Result<Blob, FileError>;
  try {
    answer = await parts.fetch(url, { ...safe, signal: parts.signal });
  } catch {
    return err(await explain(url, parts));
  }
  try {
    if (!answer.ok) {
      await answer.body?.cancel();
      return err(refusal(answer.status));
    }
    if (/^text\/html|^application\/xhtml/i.test(answer.headers.get('content-type') ?? '')) {
      await answer.body?.cancel();
      return err({ kind: 'page' });
    }
    read = await readAll(answer, parts);
  } catch {
    if (parts.signal.aborted) return err({ kind: 'aborted' });
    return err({ kind: navigator.onLine ? 'unreachable' : 'offline' });
  }
  if (!read.ok) return read;
  const head = new Uint8Array(await read.value.slice(0, 512).arrayBuffer());
  const type = pictureType(head);
  const isPage = /^\s*<(!doctype html|html)/i.test(new TextDecoder().decode(head));
  if (isPage) return err({ kind: 'page' });
  const isPicture = wanted === 'picture' && type !== undefined;
  const file = read.value.slice(0, read.value.size, isPicture ? type : 'application/octet-stream');
  return ok({ file, isPicture });
}

/**
 * Asks a server how large a file is, without getting it.
 * @returns undefined where that cannot be learnt
 */
export async function askSize(
  url: string,
  { fetch, signal }: Pick<LoadFileParts, 'fetch' | 'signal'>,
): Promise<number | undefined> {
  try {
    const answer = await fetch(url, { ...safe, signal, method: 'HEAD' });
    return answer.ok ? sizeOf(answer) : undefined;
  } catch {
    return undefined;
  }
}
