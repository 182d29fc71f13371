import { For, type JSX, Show } from 'solid-js';

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

/** The hint under a control, read with it. */
function Hint(props: { readonly id: string; readonly text: string | undefined }): JSX.Element {
  return (
    <Show when={props.text}>
      <p id={`${props.id}-hint`} class="hint">
        {props.text}
      </p>
    </Show>
  );
}

const describedBy = ({ id, hint }: FieldProps) => (hint ? `${id}-hint` : undefined);

interface SelectFieldProps<T extends string | number> extends FieldProps {
  readonly value: T;
  readonly options: readonly T[];
  labelOf(option: T): string;
  onChange(value: T): void;
}

/** One of several values; a native select. */
export function SelectField<T extends string | number>(props: SelectFieldProps<T>): JSX.Element {
  return (
    <div class="setting">
      <label for={props.id}>{props.label}</label>
      <select
        id={props.id}
        aria-describedby={describedBy(props)}
        onChange={(event) => {
          const chosen = props.options[event.currentTarget.selectedIndex];
          if (chosen !== undefined) props.onChange(chosen);
        }}
      >
        <For each={props.options}>
          {/* Not the select's own value: that is lost when the options change their language. */}
          {(option) => (
            <option value={option} selected={option === props.value}>
              {props.labelOf(option)}
            </option>
          )}
        </For>
      </select>
      <Hint id={props.id} text={props.hint} />
    </div>
  );
}

interface CheckFieldProps extends FieldProps {
  readonly checked: boolean;
  onChange(checked: boolean): void;
}

/** On or off; a native checkbox. */
export function CheckField(props: CheckFieldProps): JSX.Element {
  return (
    <div class="setting check">
      <label class="choice">
        <input
          type="checkbox"
          id={props.id}
          checked={props.checked}
          aria-describedby={describedBy(props)}
          onChange={(event) => {
            props.onChange(event.currentTarget.checked);
            // What was asked for may be refused.
            event.currentTarget.checked = props.checked;
          }}
        />
        {props.label}
      </label>
      <Hint id={props.id} text={props.hint} />
    </div>
  );
}
