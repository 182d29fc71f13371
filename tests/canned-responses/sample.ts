import type { CannedResponse } from '../../src/canned-responses/canned-response.ts';

/** A response for tests; what is not told is ordinary. */
export const sample = (shortcut: string, other: Partial<CannedResponse> = {}): CannedResponse => ({
  id: `id-${shortcut}`,
  shortcut,
  folder: 'Mine',
  titles: { en: `Title ${shortcut}` },
  texts: { en: `Text of ${shortcut}.` },
  ...other,
});

/** Ids that can be foretold: `new-1`, `new-2`… */
export const createIds = (): (() => string) => {
  let count = 0;
  return () => {
    count += 1;
    return `new-${count}`;
  };
};
