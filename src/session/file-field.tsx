import { createSignal, type JSX, onMount, Show } from 'solid-js';
import { useWorkspace } from './workspace.ts';

interface FileFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly accept: string;
  /** Takes the file; gives a sentence if it cannot be taken. */
  take(file: File): Promise<string | undefined>;
}

/** A way in for a file. Why one was not taken has the focus, so that it is read. */
export function FileField(props: FileFieldProps): JSX.Element {
  const { t } = useWorkspace();
  const [problem, setProblem] = createSignal<string>();
  let input!: HTMLInputElement;
  return (
    <div class="stack">
      <label for={props.id}>{props.label}</label>
      <Show when={props.hint}>
        <p id={`${props.id}-hint`} class="hint">
          {props.hint}
        </p>
      </Show>
      <Show when={problem()} keyed>
        {(text) => <Refused text={text} />}
      </Show>
      <input
        ref={input}
        id={props.id}
        type="file"
        accept={props.accept}
        aria-describedby={props.hint && `${props.id}-hint`}
        onChange={() => {
          const [file] = input.files ?? [];
          if (!file) return;
          setProblem(undefined);
          props
            .take(file)
            .then(setProblem, () => setProblem(t('app.loadFailed')))
            // The same file, mended, must be a change again.
            .finally(() => {
              input.value = '';
            });
        }}
      />
    </div>
  );
}

/** Why something was not taken; it has the focus, so that it is read. */
export function Refused(props: { readonly text: string }): JSX.Element {
  const { t } = useWorkspace();
  let summary!: HTMLDivElement;
  onMount(() => summary.focus());
  return (
    <div ref={summary} tabindex="-1" class="error-summary">
      <p>
        <strong>{t('fileField.refused')}</strong>
      </p>
      <p>{props.text}</p>
    </div>
  );
}
