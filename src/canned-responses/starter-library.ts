import type { CannedResponse } from './canned-response.ts';
import file from './starter-library.json';

/**
 * What a new agent finds in the library: everyday replies in English and Chinese. They stand in a
 * file of our own format, so that a desk can edit and import it as well. To be loaded when it is
 * asked for.
 */
export const starterLibrary: readonly CannedResponse[] = file.responses.map((response) => {
  return { id: `starter-${response.shortcut}`, ...response };
});
