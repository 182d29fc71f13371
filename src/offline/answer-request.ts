import type { KeptFiles } from './kept-files.ts';

/** How a request is to be answered: with what is kept if it is kept, or not by us at all. */
export type Answer = (() => Promise<Response | undefined>) | undefined;

/**
 * Finds what a request of a page is for. Addresses of screens are in the fragment, and a name without
 * a dot is the program's own address, so both are the one page.
 * @param origin of the program
 * @returns nothing for what is not the program's: that goes to the network as if nobody had listened
 */
export function answerRequest(
  request: Pick<Request, 'method' | 'mode' | 'url'>,
  kept: Pick<KeptFiles, 'page' | 'file'>,
  origin: string,
): Answer {
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== origin) return undefined;
  const isNamed = /\.[^/]*$/.test(url.pathname);
  // The way out when what is kept is the trouble.
  if (url.pathname.startsWith('/reset.')) return undefined;
  if (request.mode === 'navigate' && !isNamed) return () => kept.page();
  return isNamed ? () => kept.file(url.pathname) : undefined;
}
