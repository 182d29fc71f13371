import { type JSX, Show } from 'solid-js';

interface SignInFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error: string | undefined;
  /** The input's own attributes; `id` and the descriptions are added. */
  readonly input: JSX.InputHTMLAttributes<HTMLInputElement>;
}

/** A text field: label, hint, and what is wrong with it, all read with the field (A61). */
export function SignInField(props: SignInFieldProps): JSX.Element {
  const described = () =>
    [props.error && `${props.id}-error`, props.hint && `${props.id}-hint`]
      .filter(Boolean)
      .join(' ') || undefined;
  return (
    <div class="stacked">
      <label for={props.id}>{props.label}</label>
      <Show when={props.hint}>
        <p id={`${props.id}-hint`} class="hint">
          {props.hint}
        </p>
      </Show>
      <Show when={props.error}>
        <p id={`${props.id}-error`} class="error">
          {props.error}
        </p>
      </Show>
      <input
        {...props.input}
        id={props.id}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={described()}
      />
    </div>
  );
}
