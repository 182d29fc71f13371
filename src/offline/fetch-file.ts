import type { ListedFile } from './file-list.ts';
import type { KeepFailure } from './worker-words.ts';

type Fetched =
  | { readonly response: Response; readonly failure?: never }
  | { readonly failure: Exclude<KeepFailure, 'full'>; readonly response?: never };

async function attempt(file: ListedFile, cache: RequestCache, ask: typeof fetch): Promise<Fetched> {
  const [path, bytes] = file;
  try {
    const answer = await ask(path, { cache, credentials: 'same-origin', priority: 'low' });
    if (answer.status >= 500 || answer.status === 429) return { failure: 'network' };
    const body = await answer.blob();
    // A login page of a hotspot, or a host that answers everything with the start page, is none.
    if (!answer.ok || body.size !== bytes) return { failure: 'gone' };
    // As an answer of its own: a page must not be opened with one that was redirected.
    return { response: new Response(body, { headers: answer.headers }) };
  } catch {
    return { failure: 'network' };
  }
}

/**
 * Fetches a file of the program, behind all else, and believes it only if it is as long as it was built.
 * What the browser has already fetched for the page under a hashed name comes from its own cache.
 */
export async function fetchFile(file: ListedFile, ask: typeof fetch): Promise<Fetched> {
  const [, , revision] = file;
  const fetched = await attempt(file, revision ? 'no-cache' : 'default', ask);
  return fetched.failure === 'gone' && !revision ? attempt(file, 'reload', ask) : fetched;
}
