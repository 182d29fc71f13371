import { createSignal, For, type JSX, onMount, Show } from 'solid-js';
import type { CannedResponse } from '../canned-responses/canned-response.ts';
import { describeLibraryError } from '../canned-responses/describe-library-error.ts';
import { folderByName, folderName } from '../canned-responses/folder-name.ts';
import type { LibraryError } from '../canned-responses/library.ts';
import { useWorkspace } from '../session/workspace.ts';
import { createId } from '../shared/id.ts';
import type { Result } from '../shared/result.ts';
import type { MessageKey } from '../shared/translate.ts';
import {
  type FormFault,
  type FormField,
  type FormValues,
  formFields,
  readForm,
  toFormValues,
} from './read-form.ts';

const labels: Readonly<Record<FormField, MessageKey>> = {
  title: 'canned.form.title',
  shortcut: 'canned.form.shortcut',
  folder: 'canned.form.folder',
  en: 'canned.form.english',
  zh: 'canned.form.chinese',
};
const hints: Partial<Readonly<Record<FormField, MessageKey>>> = {
  shortcut: 'canned.form.shortcutHint',
  folder: 'canned.form.folderHint',
  en: 'canned.form.textHint',
};

interface ResponseFormProps {
  /** The response that is edited; undefined for a new one. */
  readonly response: CannedResponse | undefined;
  readonly responses: readonly CannedResponse[];
  readonly folders: readonly string[];
  /** Takes it into the library. */
  save(response: CannedResponse): Result<unknown, LibraryError>;
  onClose(): void;
}

/** Adds or edits a response. Mistakes: a summary with the focus, words at the field (A61). */
export function ResponseForm(props: ResponseFormProps): JSX.Element {
  const { t, language } = useWorkspace();
  const before = props.response;
  const id = before?.id ?? createId();
  const values = toFormValues(before, language());
  const [faults, setFaults] = createSignal<readonly FormFault[]>([]);
  let heading!: HTMLHeadingElement;
  let summary!: HTMLDivElement;
  let form!: HTMLFormElement;

  const errorOf = (field: FormField) => faults().find((fault) => fault.field === field)?.error;
  const sentence = (error: LibraryError) => describeLibraryError(error, t, language());
  const show = (wrong: readonly FormFault[]) => {
    setFaults(wrong);
    summary.focus();
  };
  const save = () => {
    const data = new FormData(form);
    const typed = Object.fromEntries(
      formFields.map((field) => [field, String(data.get(field) ?? '')]),
    ) as FormValues;
    const read = readForm(
      { ...typed, folder: folderByName(typed.folder, props.folders, t) },
      { id, before, responses: props.responses, language: language() },
    );
    if (!read.ok) return show(read.error);
    const saved = props.save(read.value);
    if (!saved.ok) show([{ field: 'title', error: saved.error }]);
  };
  onMount(() => heading.focus());

  const describedBy = (field: FormField) =>
    [errorOf(field) && `canned-${field}-error`, hints[field] && `canned-${field}-hint`]
      .filter(Boolean)
      .join(' ') || undefined;
  const field = (name: FormField, input: JSX.Element) => (
    <div class="stack">
      <label for={`canned-${name}`}>{t(labels[name])}</label>
      <Show when={hints[name]}>
        {(hint) => (
          <p id={`canned-${name}-hint`} class="hint">
            {t(hint())}
          </p>
        )}
      </Show>
      <Show when={errorOf(name)}>
        {(error) => (
          <p id={`canned-${name}-error`} class="error">
            {sentence(error())}
          </p>
        )}
      </Show>
      {input}
    </div>
  );
  const line = (name: 'title' | 'shortcut' | 'folder', value: string, list?: string) =>
    field(
      name,
      <input
        id={`canned-${name}`}
        name={name}
        value={value}
        list={list}
        autocomplete="off"
        spellcheck={name === 'title'}
        autocapitalize={name === 'shortcut' ? 'off' : undefined}
        aria-invalid={errorOf(name) ? 'true' : undefined}
        aria-describedby={describedBy(name)}
      />,
    );
  const text = (name: 'en' | 'zh') =>
    field(
      name,
      <textarea
        autocomplete="off"
        id={`canned-${name}`}
        name={name}
        rows="4"
        lang={name}
        value={values[name]}
        aria-invalid={errorOf(name) ? 'true' : undefined}
        aria-describedby={describedBy(name)}
      />,
    );

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h2 ref={heading} tabindex="-1">
        {before ? t('canned.form.edit', { title: values.title }) : t('canned.form.new')}
      </h2>
      <div ref={summary} tabindex="-1" class="error-summary" hidden={!faults().length}>
        <h3>{t('canned.form.summary', { count: faults().length })}</h3>
        <ul>
          <For each={faults()}>
            {(fault) => (
              <li>
                <a
                  href={`#canned-${fault.field}`}
                  onClick={(event) => {
                    event.preventDefault();
                    document.getElementById(`canned-${fault.field}`)?.focus();
                  }}
                >
                  {t(labels[fault.field])}
                  {t('common.colon')}
                  {sentence(fault.error)}
                </a>
              </li>
            )}
          </For>
        </ul>
      </div>
      {line('title', values.title)}
      {line('shortcut', values.shortcut)}
      {line('folder', folderName(values.folder, t), 'canned-folders')}
      <datalist id="canned-folders">
        <For each={props.folders}>{(folder) => <option value={folderName(folder, t)} />}</For>
      </datalist>
      {text('en')}
      {text('zh')}
      <div class="row">
        <button type="submit" class="primary">
          {t('common.save')}
        </button>
        <button type="button" onClick={() => props.onClose()}>
          {t('common.cancel')}
        </button>
      </div>
    </form>
  );
}
