import { percentile } from './percentile.ts';

/** A line of a benchmark's table. */
export interface Row {
  readonly name: string;
  /** One a run. */
  readonly values: readonly number[];
  readonly unit: string;
  /** The most that the middle value may be; a row without a goal only informs. */
  readonly goal?: number;
}

const show = (value: number) => (Number.isInteger(value) ? `${value}` : value.toFixed(2));

/** Whether a row's middle value is within its goal. */
export const isMet = ({ values, goal }: Row): boolean =>
  goal === undefined || percentile(values, 0.5) <= goal;

/** Renders rows as a table for a terminal: middle, goal, verdict, and each run. */
export function formatTable(rows: readonly Row[]): string {
  return rows
    .map((row) => {
      const { name, values, unit, goal } = row;
      const middle = `${show(percentile(values, 0.5))} ${unit}`.trim().padStart(10);
      const aim = goal === undefined ? '' : `goal ≤ ${goal}`;
      const verdict = goal === undefined ? '' : isMet(row) ? 'met' : 'missed';
      const runs = values.length > 1 ? `(${values.map(show).join(', ')})` : '';
      return [name.padEnd(34), middle, aim.padEnd(12), verdict.padEnd(6), runs]
        .join('  ')
        .trimEnd();
    })
    .join('\n');
}
