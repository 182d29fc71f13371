import type { LinkMeasure } from '../domain/link-check.ts';
import type { Clock } from '../shared/clock.ts';

/** Round trips that are measured. */
export const tripCount = 8;
/** Milliseconds after which an answer counts as lost. */
export const tripPatience = 5000;
/** After so many lost ones at the beginning nothing more is asked. */
export const lostEnough = 3;
/** Milliseconds after which the file is given up. */
export const filePatience = 30_000;

/** The file that is loaded: a picture that the program itself never loads, so that nothing keeps it. */
export const linkFile = { path: '/icon-512.png', bytes: 21_686 } as const;

/** What a measurement needs. */
export interface MeasureParts {
  readonly clock: Clock;
  readonly fetch: typeof fetch;
  /** Asks the chat server; true once it has answered. Without one, the web server is asked. */
  readonly probe?: (() => Promise<boolean>) | undefined;
  /** Ends it. */
  readonly signal: AbortSignal;
  /** Told before each step, from 0 on; the last one, `tripCount`, is the file. */
  onStep(step: number): void;
}

/**
 * Measures round trips one after the other, then loads {@link linkFile}.
 * @returns undefined when it was stopped
 */
export async function measureLink(parts: MeasureParts): Promise<LinkMeasure | undefined> {
  const { clock, signal } = parts;
  const trips: (number | undefined)[] = [];
  while (trips.length < tripCount) {
    parts.onStep(trips.length);
    const since = clock.now();
    const isAnswered = await within(parts, tripPatience, parts.probe ?? askWebServer(parts));
    if (signal.aborted) return undefined;
    trips.push(isAnswered ? clock.now() - since : undefined);
    const isDead = trips.length >= lostEnough && trips.every((ms) => ms === undefined);
    if (isDead) return { trips, speed: undefined };
  }
  parts.onStep(tripCount);
  const since = clock.now();
  const isWhole = await within(parts, filePatience, loadFile(parts));
  if (signal.aborted) return undefined;
  const seconds = Math.max(1, clock.now() - since) / 1000;
  return { trips, speed: isWhole ? linkFile.bytes / seconds : undefined };
}

type Task = (signal: AbortSignal) => Promise<boolean>;

/** What the task answers; false when it fails, takes too long, or all is stopped. */
const within = async (parts: MeasureParts, patience: number, task: Task): Promise<boolean> => {
  const own = new AbortController();
  const late = new Promise<boolean>((resolve) => {
    own.signal.addEventListener('abort', () => resolve(false));
  });
  const stop = () => own.abort();
  const cancel = parts.clock.after(patience, stop);
  parts.signal.addEventListener('abort', stop);
  try {
    return await Promise.race([late, task(own.signal)]);
  } catch {
    return false;
  } finally {
    cancel();
    parts.signal.removeEventListener('abort', stop);
    own.abort();
  }
};

/** Any answer is one, whatever it says. Not GET: that may be answered by what is kept here. */
const askWebServer =
  ({ fetch }: MeasureParts): Task =>
  async (signal) => {
    await fetch(linkFile.path, { method: 'HEAD', cache: 'no-store', signal });
    return true;
  };

/** A hotspot's own page comes in place of any file; that one does not count. */
const loadFile =
  ({ fetch }: MeasureParts): Task =>
  async (signal) => {
    const answer = await fetch(linkFile.path, { cache: 'no-store', signal });
    return answer.ok && (await answer.arrayBuffer()).byteLength === linkFile.bytes;
  };
