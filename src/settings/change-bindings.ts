import { type CommandId, defaultBindings } from '../a11y/command-table.ts';
import {
  type ForbiddenReason,
  forbiddenReason,
  normalizeBinding,
  validateBindings,
} from '../a11y/key-conflicts.ts';
import type { Settings } from '../domain/settings.ts';
import { err, ok, type Result } from '../shared/result.ts';

type Bindings = Settings['bindings'];

/** Why a binding was not added. */
export type BindingProblem =
  | { readonly kind: 'forbidden'; readonly binding: string; readonly reason: ForbiddenReason }
  | { readonly kind: 'taken'; readonly binding: string; readonly command: CommandId }
  | { readonly kind: 'present'; readonly binding: string };

const bindingsOf = (bindings: Bindings, command: CommandId) =>
  bindings[command] ?? defaultBindings(command);

const isSame = (a: readonly string[], b: readonly string[]) =>
  a.map(normalizeBinding).sort().join(' | ') === b.map(normalizeBinding).sort().join(' | ');

/** Sets a command's bindings; the usual ones are not kept, so that better defaults can come. */
function set(bindings: Bindings, command: CommandId, next: readonly string[]): Bindings {
  const { [command]: _, ...others } = bindings;
  return isSame(next, defaultBindings(command)) ? others : { ...others, [command]: next };
}

/** Adds a binding to a command, or says why not. */
export function addBinding(
  bindings: Bindings,
  command: CommandId,
  given: string,
): Result<Bindings, BindingProblem> {
  const binding = normalizeBinding(given);
  const reason = forbiddenReason(binding);
  if (reason) return err({ kind: 'forbidden', binding, reason });
  const now = bindingsOf(bindings, command);
  if (now.some((one) => normalizeBinding(one) === binding))
    return err({ kind: 'present', binding });
  const next = set(bindings, command, [...now, binding]);
  const clash = validateBindings(next).find(
    (conflict) => conflict.kind === 'taken' && conflict.binding === binding,
  );
  const other = clash?.kind === 'taken' ? clash.commands.find((one) => one !== command) : undefined;
  return other ? err({ kind: 'taken', binding, command: other }) : ok(next);
}

/** Takes a binding from a command; without any, the command has no keys. */
export const removeBinding = (bindings: Bindings, command: CommandId, binding: string): Bindings =>
  set(
    bindings,
    command,
    bindingsOf(bindings, command).filter((one) => one !== binding),
  );

/**
 * Gives a command its usual bindings again, or says which of them another command has by now.
 */
export function resetBindings(
  bindings: Bindings,
  command: CommandId,
): Result<Bindings, BindingProblem> {
  const { [command]: _, ...next } = bindings;
  for (const usual of defaultBindings(command)) {
    const binding = normalizeBinding(usual);
    const clash = validateBindings(next).find(
      (conflict) => conflict.kind === 'taken' && conflict.binding === binding,
    );
    const other =
      clash?.kind === 'taken' ? clash.commands.find((one) => one !== command) : undefined;
    if (other) return err({ kind: 'taken', binding, command: other });
  }
  return ok(next);
}

/** Whether a command has its usual bindings. */
export const hasUsual = (bindings: Bindings, command: CommandId): boolean =>
  isSame(bindingsOf(bindings, command), defaultBindings(command));
