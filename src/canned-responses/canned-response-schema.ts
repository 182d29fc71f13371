import * as v from 'valibot';
import { type CannedResponse, limits } from './canned-response.ts';
import type { ResponseField } from './import-error.ts';
import { checkResponse } from './library.ts';

/** A BCP 47 tag by its look: `en`, `zh-Hant-TW`. */
export const languageTag = /^[a-z]{2,8}(?:-[a-z\d]{1,8}){0,6}$/i;

const variants = v.pipe(
  v.unknown(),
  v.check((value) => !Array.isArray(value)),
  v.record(v.pipe(v.string(), v.regex(languageTag)), v.string()),
  v.maxEntries(limits.languages),
);

/** A response as it stands in a file: without an id. */
export const writtenResponse = v.object({
  shortcut: v.string(),
  folder: v.optional(v.string(), ''),
  titles: v.optional(variants, {}),
  texts: variants,
});

/** A response as it is stored in the browser. */
export const storedResponse = v.object({
  id: v.pipe(v.string(), v.nonEmpty()),
  ...writtenResponse.entries,
});

/**
 * Reads what was stored; what another version or a fault left there unusable is left out.
 * @param stored anything
 */
export function readStored(stored: unknown): readonly CannedResponse[] {
  if (!Array.isArray(stored)) return [];
  const shortcuts = new Set<string>();
  return stored.slice(0, limits.responses).flatMap((one) => {
    const parsed = v.safeParse(storedResponse, one);
    const checked = parsed.success ? checkResponse(parsed.output) : undefined;
    if (!checked?.ok || shortcuts.has(checked.value.shortcut)) return [];
    shortcuts.add(checked.value.shortcut);
    return [checked.value];
  });
}

/** Which part of a response valibot or the library's own check is unhappy with. */
export const fieldOf = (path: string | undefined): ResponseField => {
  switch (path) {
    case 'shortcut':
    case 'folder':
      return path;
    case 'titles':
      return 'title';
    case 'texts':
      return 'text';
    default:
      return 'entry';
  }
};
