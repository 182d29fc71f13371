import type { CannedResponse } from './canned-response.ts';
import { fileKind, fileVersion } from './file-format.ts';

/** Writes responses as a JSON file that `importFile` reads back; without ids. */
export const exportJson = (responses: readonly CannedResponse[]): string =>
  `${JSON.stringify(
    {
      kind: fileKind,
      version: fileVersion,
      responses: responses.map(({ shortcut, folder, titles, texts }) => {
        return { shortcut, folder, titles, texts };
      }),
    },
    undefined,
    2,
  )}\n`;
