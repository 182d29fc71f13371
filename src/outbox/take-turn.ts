import type { TurnOptions } from './take-lease.ts';

/**
 * Waits until it is this tab's turn and keeps it.
 * @returns a function that gives the turn back, or stops waiting for it
 */
export function takeTurn(options: TurnOptions): () => void {
  const { locks, name, onTurn } = options;
  const over = new AbortController();
  const { signal } = over;
  let giveBack = () => {};
  // Few browsers need it, so few load it.
  const lease = async () => {
    const { takeLease } = await import('./take-lease.ts');
    if (!signal.aborted) giveBack = takeLease(options);
  };
  if (locks) {
    const held = new Promise<void>((resolve) => {
      giveBack = resolve;
    });
    const turn = locks.request(name, { signal }, () => {
      if (signal.aborted) return undefined;
      onTurn(true);
      return held;
    });
    // Not given up by us: the browser has locks but does not allow them here.
    turn.catch(() => (signal.aborted ? undefined : lease()));
  } else void lease();
  return () => {
    over.abort();
    giveBack();
  };
}
