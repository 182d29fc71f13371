import { isRecord } from './is-record.ts';

/** Whether a value of a file may be a setting's. */
export type Check = (value: unknown) => boolean;

export const isBoolean: Check = (value) => typeof value === 'boolean';

export const isOneOf =
  <T>(...values: readonly T[]): Check =>
  (value) =>
    values.includes(value as T);

/** A number from `least` to `most`, both included; with `step`, a multiple of it. */
export const isWithin =
  (least: number, most: number, step?: number): Check =>
  (value) =>
    typeof value === 'number' &&
    value >= least &&
    value <= most &&
    (step === undefined || Number.isInteger(value / step));

/** A text of at most `longest` code units. */
export const isText =
  (longest: number): Check =>
  (value) =>
    typeof value === 'string' && value.length <= longest;

/**
 * The values that their rules allow.
 * Goes by the rules and not by the input, which may name anything (`__proto__`).
 */
export const pick = (
  input: Readonly<Record<string, unknown>>,
  rules: Readonly<Record<string, Check>>,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(rules)
      .filter(([name, check]) => Object.hasOwn(input, name) && check(input[name]))
      .map(([name]) => [name, input[name]]),
  );

/** Itself if it is a record, else an empty one. */
export const part = (value: unknown): Readonly<Record<string, unknown>> =>
  isRecord(value) ? value : {};
