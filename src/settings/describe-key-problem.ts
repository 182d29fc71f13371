import type { ForbiddenReason } from '../a11y/key-conflicts.ts';
import type { KeymapFileError } from '../a11y/keymap-file.ts';
import type { MessageKey, Translate } from '../shared/translate.ts';
import type { BindingProblem } from './change-bindings.ts';
import type { KeyNames } from './use-key-names.ts';

const reasonKeys = {
  'screen-reader': 'settings.keys.reason.screen-reader',
  system: 'settings.keys.reason.system',
  browser: 'settings.keys.reason.browser',
  typing: 'settings.keys.reason.typing',
  widget: 'settings.keys.reason.widget',
} as const satisfies Record<ForbiddenReason, MessageKey>;

const fileErrorKeys = {
  'too-large': 'settings.keys.fileError.too-large',
  'not-json': 'settings.keys.fileError.not-json',
  'not-a-keymap': 'settings.keys.fileError.not-a-keymap',
  'newer-version': 'settings.keys.fileError.newer-version',
  'unknown-command': 'settings.keys.fileError.unknown-command',
  'bad-binding': 'settings.keys.fileError.bad-binding',
  conflicts: 'settings.keys.fileError.conflicts',
} as const satisfies Record<KeymapFileError['kind'], MessageKey>;

type Names = Pick<KeyNames, 'nameOf' | 'commandName'>;

/** Why keys were not added: whose they are, or which command has them. */
export function describeBindingProblem(
  problem: BindingProblem,
  t: Translate,
  names: Names,
): string {
  const keys = names.nameOf(problem.binding);
  switch (problem.kind) {
    case 'forbidden':
      return t(reasonKeys[problem.reason], { keys });
    case 'taken':
      return t('settings.keys.problem.taken', {
        keys,
        command: names.commandName(problem.command),
      });
    case 'present':
      return t('settings.keys.problem.present', { keys });
  }
}

/** Why a file with keys was not taken; each of its conflicts in a sentence. */
export function describeKeymapFileError(
  error: KeymapFileError,
  t: Translate,
  names: Names,
): string {
  if (error.kind === 'conflicts') {
    const problems = error.conflicts.map((conflict) => {
      const keys = names.nameOf(conflict.binding);
      if (conflict.kind === 'forbidden') return t(reasonKeys[conflict.reason], { keys });
      const commands = conflict.commands.map(names.commandName).join(t('app.comma'));
      return t('settings.keys.fileError.clash', { keys, commands });
    });
    return t(fileErrorKeys.conflicts, { problems: problems.join(' ') });
  }
  return t(fileErrorKeys[error.kind], 'command' in error ? { command: error.command } : {});
}
