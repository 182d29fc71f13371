import { createSignal, type JSX, Show } from 'solid-js';
import type { CommandId } from '../a11y/command-table.ts';
import { exportKeymap, importKeymap } from '../a11y/keymap-file.ts';
import { useWorkspace } from '../session/workspace.ts';
import { saveFile } from '../ui/save-file.ts';
import { BindingDialog } from './binding-dialog.tsx';
import { describeKeymapFileError } from './describe-key-problem.ts';
import { CheckField } from './fields.tsx';
import { FileField, type ReadFile } from './file-field.tsx';
import { KeyList } from './key-list.tsx';
import { useKeyNames } from './use-key-names.ts';

const fileName = 'harebell-keys.json';

/** Every command's keys: to look up, change, switch off, take along (A35). */
export function KeyboardPanel(): JSX.Element {
  const { t, say, settings, changeSettings, clock } = useWorkspace();
  const names = useKeyNames();
  const [open, setOpen] = createSignal<CommandId>();

  const resetAll = () => {
    changeSettings({ bindings: {} });
    say(t('settings.keys.resetAllDone'));
  };
  const save = () => {
    const text = exportKeymap(settings().bindings);
    saveFile({ name: fileName, type: 'application/json', text }, clock);
    say(t('settings.file.saved', { file: fileName }));
  };
  const take = ({ name, text, isTooLarge }: ReadFile) => {
    const result = isTooLarge
      ? ({ ok: false, error: { kind: 'too-large' } } as const)
      : importKeymap(text ?? '');
    if (!result.ok) {
      return { failed: true, text: describeKeymapFileError(result.error, t, names) };
    }
    changeSettings({ bindings: result.value });
    return { failed: false, text: t('settings.keys.taken', { file: name }) };
  };

  return (
    <>
      <CheckField
        id="setting-characterKeys"
        label={t('settings.field.characterKeys')}
        hint={t('settings.hint.characterKeys')}
        checked={settings().characterKeys}
        onChange={(characterKeys) => changeSettings({ characterKeys })}
      />
      <p id="key-list-hint">{t('settings.keys.listHint')}</p>
      <KeyList onOpen={setOpen} />
      <div class="row">
        <button type="button" id="reset-keys" onClick={resetAll}>
          {t('settings.keys.resetAll')}
        </button>
        <button type="button" id="save-keys" onClick={save}>
          {t('settings.keys.save')}
        </button>
      </div>
      <FileField id="take-keys" label={t('settings.keys.take')} take={take} />
      <Show when={open()} keyed>
        {(command) => <BindingDialog command={command} onClose={() => setOpen(undefined)} />}
      </Show>
    </>
  );
}
