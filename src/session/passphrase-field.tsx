import type { JSX } from 'solid-js';
import { TextField } from '../ui/text-field.tsx';

interface PassphraseFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** Whether it is being set, or asked for. */
  readonly isNew?: boolean;
  readonly isShown: boolean;
}

/** A field for a passphrase, hidden or shown. */
export function PassphraseField(props: PassphraseFieldProps): JSX.Element {
  // In the clear the browser would keep it on the disk, to restore the tab.
  const autocomplete = () =>
    props.isShown ? 'off' : props.isNew ? 'new-password' : 'current-password';
  return (
    <TextField
      id={props.id}
      label={props.label}
      hint={props.hint}
      error={props.error}
      type={props.isShown ? 'text' : 'password'}
      autocomplete={autocomplete()}
    />
  );
}

interface ShowFieldProps {
  readonly id: string;
  readonly label: string;
  readonly isShown: boolean;
  onChange(isShown: boolean): void;
}

/** Shows what is typed: without it no Chinese can be typed, as input methods rest in hidden fields. */
export function ShowField(props: ShowFieldProps): JSX.Element {
  return (
    <label class="choice">
      <input
        type="checkbox"
        id={props.id}
        checked={props.isShown}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      {props.label}
    </label>
  );
}
