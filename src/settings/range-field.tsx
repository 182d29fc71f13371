import type { JSX } from 'solid-js';

/** A number between two others; a native slider whose value is said as it is meant. */
export function RangeField(props: {
  readonly id: string;
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
  /** The value in words: `150%`, `1.5 times`. */
  readonly text: string;
  onChange(value: number): void;
}): JSX.Element {
  return (
    <div class="setting">
      <label for={props.id}>{props.label}</label>
      <input
        type="range"
        id={props.id}
        min={props.min}
        max={props.max}
        step={props.step}
        value={props.value}
        aria-valuetext={props.text}
        onInput={(event) => props.onChange(event.currentTarget.valueAsNumber)}
      />
      <p class="hint" aria-hidden="true">
        {props.text}
      </p>
    </div>
  );
}
