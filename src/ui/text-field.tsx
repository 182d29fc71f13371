import './text-field.css';
import { type JSX, Show } from 'solid-js';

interface TextFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** In a form that is read as a whole. */
  readonly name?: string;
  readonly type?: 'text' | 'password';
  readonly value?: string;
  readonly autocomplete: string;
  readonly inputmode?: 'email' | 'url';
}

/** A field for names and secrets: label, hint, and what is wrong with it, all read with it (A61). */
export function TextField(props: TextFieldProps): JSX.Element {
  const described = () =>
    [props.error && `${props.id}-error`, props.hint && `${props.id}-hint`]
      .filter(Boolean)
      .join(' ') || undefined;
  return (
    <div class="text-field">
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
        id={props.id}
        name={props.name}
        type={props.type ?? 'text'}
        value={props.value ?? ''}
        autocomplete={props.autocomplete}
        autocapitalize="none"
        spellcheck={false}
        inputmode={props.inputmode}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={described()}
      />
    </div>
  );
}
