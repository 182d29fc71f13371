import type { IncomingMessage, ServerResponse } from 'node:http';

/** See answer-files.mjs. */
export function answerFiles(
  folder: string,
): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
