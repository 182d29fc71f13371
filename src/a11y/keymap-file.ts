import type { Settings } from '../domain/settings.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { isCommandId } from './command-table.ts';
import { type BindingConflict, normalizeBinding, validateBindings } from './key-conflicts.ts';

/** Why a keymap file was not taken. Nothing is changed then. */
export type KeymapFileError =
  | { readonly kind: 'too-large' }
  | { readonly kind: 'not-json' }
  | { readonly kind: 'not-a-keymap' }
  | { readonly kind: 'newer-version' }
  | { readonly kind: 'unknown-command'; readonly command: string }
  | { readonly kind: 'bad-binding'; readonly command: string }
  | { readonly kind: 'conflicts'; readonly conflicts: readonly BindingConflict[] };

const format = 'harebell-keymap';
const version = 1;
const longest = 100_000;

/** Gives the content of a keymap file (A35). */
export const exportKeymap = (bindings: Settings['bindings']): string =>
  `${JSON.stringify({ format, version, bindings }, undefined, 2)}\n`;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const binding = /^(?:Leader \S{1,12}|(?:(?:Control|Alt|Shift|Meta)\+)*\S{1,12})$/u;

/** Reads a keymap file: all of it or nothing. */
export function importKeymap(text: string): Result<Settings['bindings'], KeymapFileError> {
  if (text.length > longest) return err({ kind: 'too-large' });
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return err({ kind: 'not-json' });
  }
  if (!isRecord(file) || file['format'] !== format || !isRecord(file['bindings'])) {
    return err({ kind: 'not-a-keymap' });
  }
  if (file['version'] !== version) return err({ kind: 'newer-version' });
  const bindings: Record<string, readonly string[]> = {};
  for (const [command, keys] of Object.entries(file['bindings'])) {
    if (!isCommandId(command)) return err({ kind: 'unknown-command', command });
    const valid =
      Array.isArray(keys) && keys.every((key) => typeof key === 'string' && binding.test(key));
    if (!valid) return err({ kind: 'bad-binding', command });
    bindings[command] = keys.map(normalizeBinding);
  }
  const conflicts = validateBindings(bindings);
  return conflicts.length ? err({ kind: 'conflicts', conflicts }) : ok(bindings);
}
