/** The outcome of something that is expected to fail at times; `E` is a union on `kind`. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

/** Wraps a value that was obtained. */
export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });

/** Wraps an error that was expected. */
export const err = <E>(error: E): Result<never, E> => ({ ok: false, error });
