import type { Clock } from '../../shared/clock.ts';

/**
 * A signal for a request that may not take longer: fires when `signal` does or time is over.
 * @param ms milliseconds
 */
export function within(
  ms: number,
  clock: Clock,
  signal: AbortSignal,
): { readonly signal: AbortSignal; isLate(): boolean; done(): void } {
  const controller = new AbortController();
  let late = false;
  const follow = () => controller.abort();
  if (signal.aborted) follow();
  signal.addEventListener('abort', follow, { once: true });
  const cancel = clock.after(ms, () => {
    late = true;
    controller.abort();
  });
  return {
    signal: controller.signal,
    isLate: () => late,
    done: () => {
      cancel();
      signal.removeEventListener('abort', follow);
    },
  };
}
