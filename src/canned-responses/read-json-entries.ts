import * as v from 'valibot';
import { err, ok, type Result } from '../shared/result.ts';
import { limits } from './canned-response.ts';
import { fieldOf, writtenResponse } from './canned-response-schema.ts';
import type { FileEntry } from './file-entry.ts';
import { fileKind, fileVersion } from './file-format.ts';
import type { ImportError } from './import-error.ts';
import { locateJsonError } from './locate-json-error.ts';

const parse = (text: string): Result<unknown, ImportError> => {
  try {
    return ok(JSON.parse(text));
  } catch {
    return err({ kind: 'not-json', ...locateJsonError(text) });
  }
};

const marked = v.object({ kind: v.literal(fileKind), version: v.number() });

/** Reads the entries of our JSON format, or tells the first that is not as it should be. */
export function readJsonEntries(text: string): Result<readonly FileEntry[], ImportError> {
  const parsed = parse(text);
  if (!parsed.ok) return parsed;
  const head = v.safeParse(marked, parsed.value);
  if (!head.success) return err({ kind: 'wrong-kind' });
  const { version } = head.output;
  if (version > fileVersion) return err({ kind: 'newer-version', version });
  const body = v.safeParse(v.object({ responses: v.array(v.unknown()) }), parsed.value);
  if (!body.success) return err({ kind: 'wrong-kind' });
  const written = body.output.responses;
  if (written.length > limits.responses) {
    return err({ kind: 'too-many', count: written.length, limit: limits.responses });
  }
  const entries: FileEntry[] = [];
  for (const [at, one] of written.entries()) {
    const place = { in: 'entry', number: at + 1 } as const;
    const entry = v.safeParse(writtenResponse, one, { abortEarly: true });
    if (!entry.success) {
      const [part, inner] = entry.issues[0].path ?? [];
      const inKey = inner && 'origin' in inner && inner.origin === 'key';
      const field = inKey ? 'language' : fieldOf(part ? String(part.key) : undefined);
      return err({ kind: 'bad-entry', place, field });
    }
    entries.push({ place, response: entry.output });
  }
  return ok(entries);
}
