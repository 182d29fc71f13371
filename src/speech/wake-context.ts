import type { Clock } from '../shared/clock.ts';
import { whenAborted } from './when-aborted.ts';

/** So long a browser may take to start the sound card (ms). */
const patience = 2000;

/**
 * Lets a context run. False if the browser wants a key or a click first, or the signal fired
 * meanwhile; without a gesture `resume` itself never settles.
 */
export async function wakeContext(
  context: AudioContext,
  clock: Clock,
  signal: AbortSignal,
): Promise<boolean> {
  const { aborted, forget } = whenAborted(signal);
  let cancel = () => {};
  const late = new Promise<void>((resolve) => {
    cancel = clock.after(patience, resolve);
  });
  const running = context.state === 'running' ? undefined : context.resume().catch(() => undefined);
  await Promise.race([running, late, aborted]);
  cancel();
  forget();
  return context.state === 'running' && !signal.aborted;
}
