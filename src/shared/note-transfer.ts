/** What goes over the network beside the program's own files. */
export type TransferKind = 'up' | 'down' | 'voice' | 'pictures';

/** What such transfers are called among the browser's measures. */
export const transferName = (kind: TransferKind): string => `harebell ${kind}`;

/**
 * Tells the browser's own record (its measures) how much came or went, since it keeps no size of
 * what is elsewhere and nothing of a socket.
 * @param start as `performance.now()` gave it
 */
export function noteTransfer(kind: TransferKind, start: number, bytes: number): void {
  performance.measure(transferName(kind), { start, detail: { bytes } });
}

/** The bytes that were noted with a measure of ours. */
export function bytesOf(entry: PerformanceEntry): number {
  const { bytes } = ((entry as PerformanceMeasure).detail ?? {}) as { readonly bytes?: unknown };
  return typeof bytes === 'number' ? bytes : 0;
}

/** Whether something that the browser's record names is a file; a poll for messages is none, and takes as long as it likes. */
export const isFile = ({ name }: PerformanceEntry): boolean =>
  /\.\w+$/.test(new URL(name).pathname);
