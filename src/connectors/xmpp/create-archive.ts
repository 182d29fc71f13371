import { err, ok, type Result } from '../../shared/result.ts';
import { type ArchivePage, buildArchiveQuery } from './build-stanza.ts';
import type { RequestError } from './create-questions.ts';
import type { Link } from './link.ts';
import { ns } from './namespaces.ts';
import type { WireEvent, WireMessage } from './wire-event.ts';

/** One page, oldest first. */
export interface Page {
  readonly messages: readonly WireMessage[];
  /** Whether there is nothing further in the direction that was asked for. */
  readonly complete: boolean;
  /** The archive's ids of the first and the last entry, shown or not. */
  readonly first: string | undefined;
  readonly last: string | undefined;
}

/** Our account's archive on the server (XEP-0313). */
export interface Archive {
  /** Takes an entry that came; those that were not asked for are dropped. */
  collect(entry: Extract<WireEvent, { readonly kind: 'archived' }>): void;
  page(page: ArchivePage): Promise<Result<Page, RequestError>>;
}

/** A server that is in trouble is not one without an archive: what it did not tell is asked again. */
const isPassing = (error: RequestError): boolean =>
  error.kind === 'refused' &&
  /^(internal-server-error|resource-constraint|remote-server-timeout)$/.test(error.reason);

/** Makes the reader of the archive. */
export function createArchive(link: Link, createId: () => string): Archive {
  const open = new Map<string, WireMessage[]>();
  return {
    collect: ({ queryId, message }) => {
      if (message) open.get(queryId)?.push(message);
    },
    page: async (page) => {
      const queryId = createId();
      const messages: WireMessage[] = [];
      open.set(queryId, messages);
      const answer = await link.request('set', buildArchiveQuery(queryId, page));
      open.delete(queryId);
      if (!answer.ok) return err(isPassing(answer.error) ? { kind: 'timeout' } : answer.error);
      const fin = answer.value.getElementsByTagNameNS(ns.archive, 'fin')[0];
      const text = (name: string): string | undefined =>
        fin?.getElementsByTagNameNS(ns.result, name)[0]?.textContent || undefined;
      return ok({
        messages,
        complete: fin?.getAttribute('complete') === 'true',
        first: text('first'),
        last: text('last'),
      });
    },
  };
}
