/** What a reset takes hold of; all of it is the browser's. */
export interface ResetParts {
  readonly fetch: typeof fetch;
  readonly container: Pick<ServiceWorkerContainer, 'getRegistrations'> | undefined;
  readonly caches: Pick<CacheStorage, 'keys' | 'delete'> | undefined;
}

/**
 * Takes away the program's files and what answers with them. Drafts, settings, practices and all else
 * that the agent has made stand elsewhere and stay. Nothing is taken away while the program could not
 * be fetched again.
 * @returns false if it cannot be fetched now
 */
export async function resetFiles(parts: ResetParts): Promise<boolean> {
  try {
    // Not GET: that would be answered with what is kept. A network that one has to log in to answers
    // everything with a page; this is none.
    const answer = await parts.fetch('/sw.js', { method: 'HEAD', cache: 'no-store' });
    if (!answer.ok || !/javascript/.test(answer.headers.get('content-type') ?? '')) return false;
  } catch {
    return false;
  }
  for (const registration of (await parts.container?.getRegistrations()) ?? [])
    await registration.unregister();
  for (const name of (await parts.caches?.keys()) ?? [])
    if (name.startsWith('harebell-')) await parts.caches?.delete(name);
  return true;
}
