import type { Result } from '../../shared/result.ts';
import type { Archive, Page } from './create-archive.ts';
import type { RequestError } from './create-questions.ts';

/** So many pages without a word are read in one go; a receipt is an entry too. */
const emptyPages = 10;

/**
 * Reads a contact's archive backwards until there is something to show, or nothing older. What is
 * between the last page and `before` is nothing that is shown.
 * @param before the entry to begin at; empty for the newest
 * @param max entries of a page
 */
export async function readBack(
  archive: Archive,
  contact: string,
  before: string,
  max: number,
): Promise<Result<Page, RequestError>> {
  let page = await archive.page({ with: contact, before, max });
  for (let pages = 1; pages < emptyPages; pages += 1) {
    if (!page.ok || page.value.messages.length > 0 || page.value.complete) return page;
    const { first } = page.value;
    if (first === undefined) return page;
    page = await archive.page({ with: contact, before: first, max });
  }
  return page;
}
