import { createSignal, For, type JSX, Show } from 'solid-js';
import { type CommandId, defaultBindings } from '../a11y/command-table.ts';
import { normalizeBinding } from '../a11y/key-conflicts.ts';
import { isCharacterKey, keyName } from '../a11y/keymap.ts';
import type { Settings } from '../domain/settings.ts';
import { useWorkspace } from '../session/workspace.ts';
import { Dialog } from '../ui/dialog.tsx';
import { addBinding, hasUsual, removeBinding, resetBindings } from './change-bindings.ts';
import { describeBindingProblem } from './describe-key-problem.ts';
import { parseTypedBinding, pressedBinding } from './typed-binding.ts';
import { useKeyNames } from './use-key-names.ts';

/** These work the text in the field and are nobody's to bind. */
const editing = /^Control\+[ACVXYZ]$|^(?:Shift\+)?(?:Insert|Delete)$/;

/** The keys of one command: take one away, add one by pressing or by typing it (A35). */
export function BindingDialog(props: {
  readonly command: CommandId;
  onClose(): void;
}): JSX.Element {
  const { t, say, settings, changeSettings, keymap } = useWorkspace();
  const names = useKeyNames();
  const { command } = props;
  const title = names.commandName(command);
  const [problem, setProblem] = createSignal('');
  // Changed only while the focus is elsewhere: a screen reader would read it on top of what is said.
  const [description, setDescription] = createSignal('new-keys-hint');
  let field!: HTMLInputElement;

  const refuse = (text: string) => {
    setProblem(text);
    say(text);
    field.focus();
  };
  const keep = (bindings: Settings['bindings'], text: string) => {
    changeSettings({ bindings });
    setProblem('');
    field.value = '';
    field.focus();
    say(text);
  };
  const add = () => {
    const text = field.value.trim();
    if (!text) return refuse(t('settings.keys.problem.empty'));
    const binding = parseTypedBinding(text, t, names.leader());
    if (!binding) return refuse(t('settings.keys.problem.unreadable', { text }));
    const result = addBinding(settings().bindings, command, binding);
    if (!result.ok) return refuse(describeBindingProblem(result.error, t, names));
    const keys = names.nameOf(normalizeBinding(binding));
    const onlyIf = isCharacterKey(binding) && !settings().characterKeys;
    const note = onlyIf
      ? t('settings.keys.characterOnly', { keys, setting: t('settings.field.characterKeys') })
      : '';
    keep(result.value, `${t('settings.keys.added', { command: title, keys })} ${note}`.trim());
    setProblem(note);
  };
  const remove = (binding: string) =>
    keep(
      removeBinding(settings().bindings, command, binding),
      t('settings.keys.removed', { command: title, keys: names.nameOf(binding) }),
    );
  const reset = () => {
    const result = resetBindings(settings().bindings, command);
    if (!result.ok) return refuse(describeBindingProblem(result.error, t, names));
    const keys = names.namesOf(defaultBindings(command));
    keep(result.value, t('settings.keys.usualAgain', { command: title, keys }));
  };

  /** Keys pressed together are written into the field as if they had been typed; nothing is trapped. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Enter' && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      event.stopPropagation();
      return add();
    }
    const binding = pressedBinding(event, keyName(event));
    // The desk's own commands must not run while their keys are being chosen.
    if (event.key !== 'Escape' && event.key !== 'Tab') event.stopPropagation();
    if (!binding || editing.test(binding)) return;
    const isPressedTogether = /^(?:Control|Alt|Meta|AltGraph)\+|^(?:Shift\+)?F\d+$/.test(binding);
    if (!isPressedTogether) return;
    event.preventDefault();
    const isLeader = command !== 'leader' && keymap.bindingsOf('leader').includes(binding);
    field.value = isLeader ? `${names.nameOf(binding)}, ` : names.nameOf(binding);
    setProblem('');
    if (isLeader) return say(t('app.leader'));
    const result = addBinding(settings().bindings, command, binding);
    if (result.ok) say(field.value);
    else refuse(describeBindingProblem(result.error, t, names));
  };

  return (
    <Dialog
      id="binding-dialog"
      title={t('settings.keys.title', { command: title })}
      onClose={props.onClose}
    >
      <h3>{t('settings.keys.now')}</h3>
      <ul class="bindings">
        <For each={keymap.bindingsOf(command)} fallback={<li>{t('settings.keys.none')}</li>}>
          {(binding) => (
            <li class="row">
              <kbd>{names.nameOf(binding)}</kbd>
              <button type="button" onClick={() => remove(binding)}>
                {t('settings.keys.remove', { keys: names.nameOf(binding) })}
              </button>
            </li>
          )}
        </For>
      </ul>
      <div class="new-keys">
        <label for="new-keys">{t('settings.keys.new')}</label>
        <p id="new-keys-hint" class="hint">
          {t('settings.keys.newHint')}
        </p>
        <Show when={problem()}>
          <p id="new-keys-problem" class="error">
            {problem()}
          </p>
        </Show>
        <div class="row">
          <input
            ref={field}
            id="new-keys"
            autofocus
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            aria-invalid={problem() ? 'true' : undefined}
            aria-describedby={description()}
            onBlur={() => setDescription(problem() ? 'new-keys-problem' : 'new-keys-hint')}
            on:keydown={onKeyDown}
          />
          <button type="button" class="primary" onClick={add}>
            {t('settings.keys.add')}
          </button>
        </div>
      </div>
      <div class="row end">
        <Show when={!hasUsual(settings().bindings, command)}>
          <button type="button" onClick={reset}>
            {t('settings.keys.usual', { keys: names.namesOf(defaultBindings(command)) })}
          </button>
        </Show>
        <button type="button" onClick={() => props.onClose()}>
          {t('app.close')}
        </button>
      </div>
    </Dialog>
  );
}
