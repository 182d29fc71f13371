/** The rig itself did not work (a process ended, nothing started in time): worth one more try. */
export class RigFailure extends Error {
  override readonly name = 'RigFailure';
}

/** Resolves after `ms` milliseconds. */
export const sleep = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/**
 * Asks again every 50 ms until the answer is truthy.
 * @param what named in the error
 * @param ms longest wait
 */
export async function poll<T>(
  what: string,
  ms: number,
  ask: () => Promise<T> | T,
): Promise<NonNullable<T>> {
  const end = Date.now() + ms;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new RigFailure(`${what}: not within ${ms / 1000} s`);
    await sleep(50);
  }
}
