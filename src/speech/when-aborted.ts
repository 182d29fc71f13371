/** A promise of the end of a task, to be raced against what the task waits for. */
export interface WhenAborted {
  readonly aborted: Promise<'aborted'>;
  /** Stops listening; the promise then stays open. */
  forget(): void;
}

/** Turns a signal into a promise, which resolves at once if the signal has fired. */
export function whenAborted(signal: AbortSignal): WhenAborted {
  let listener = () => {};
  const aborted = new Promise<'aborted'>((resolve) => {
    listener = () => resolve('aborted');
    signal.addEventListener('abort', listener, { once: true });
    if (signal.aborted) listener();
  });
  return { aborted, forget: () => signal.removeEventListener('abort', listener) };
}
