import { isRecord } from '../outbox/is-record.ts';
import type { Workspace } from './workspace.ts';

type Storage = Workspace['storage'];

/** What bytes are spent on. */
export const trafficKinds = ['program', 'up', 'down', 'voice', 'pictures'] as const;
/** One of {@link trafficKinds}. */
export type TrafficKind = (typeof trafficKinds)[number];
/** Bytes of each kind. */
export type Bytes = Readonly<Record<TrafficKind, number>>;

/** What a shift has used, by the hour. */
export interface Traffic {
  /** Whose shift: the connector's id. */
  readonly owner: string;
  /** Epoch milliseconds at which each hour began, the oldest first. */
  readonly hours: readonly (readonly [at: number, bytes: Bytes])[];
}

const key = 'traffic shift';
const priceKey = 'traffic price';
const hour = 60 * 60_000;
/** A shift is no longer than this. */
const mostHours = 24;

/** Nothing of any kind. */
export const noBytes: Bytes = { program: 0, up: 0, down: 0, voice: 0, pictures: 0 };

/** When the hour of a moment began, in epoch milliseconds. */
export const hourOf = (at: number): number => at - (at % hour);

/** Two counts in one. */
export const addBytes = (one: Bytes, other: Bytes): Bytes => ({
  program: one.program + other.program,
  up: one.up + other.up,
  down: one.down + other.down,
  voice: one.voice + other.voice,
  pictures: one.pictures + other.pictures,
});

/** All kinds in one number. */
export const totalOf = (bytes: Bytes): number =>
  trafficKinds.reduce((sum, kind) => sum + bytes[kind], 0);

/** What a whole shift has used. */
export const shiftOf = (traffic: Traffic | undefined): Bytes =>
  (traffic?.hours ?? []).reduce((sum, [, bytes]) => addBytes(sum, bytes), noBytes);

/** What the hour of `now` has used. */
export const thisHourOf = (traffic: Traffic | undefined, now: number): Bytes =>
  traffic?.hours.find(([at]) => at === hourOf(now))?.[1] ?? noBytes;

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
const isHour = (value: unknown): boolean => {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [at, bytes] = value as readonly unknown[];
  return isCount(at) && isRecord(bytes) && trafficKinds.every((kind) => isCount(bytes[kind]));
};

/** What was kept, if it is whole; what has been on a disk may be anybody's. */
export function parseTraffic(value: unknown): Traffic | undefined {
  if (!isRecord(value) || typeof value['owner'] !== 'string') return undefined;
  const { hours } = value;
  if (!Array.isArray(hours) || hours.length > mostHours || !hours.every(isHour)) return undefined;
  return value as unknown as Traffic;
}

/**
 * Adds to what a shift has used. What another agent used, or a shift before, does not count.
 * @param at epoch milliseconds
 */
export function addTraffic(
  old: Traffic | undefined,
  owner: string,
  at: number,
  more: Bytes,
): Traffic {
  const from = hourOf(at) - (mostHours - 1) * hour;
  const before = old?.owner === owner ? old.hours.filter(([each]) => each >= from) : [];
  const now = addBytes(before.find(([each]) => each === hourOf(at))?.[1] ?? noBytes, more);
  const others = before.filter(([each]) => each !== hourOf(at));
  return {
    owner,
    hours: [...others, [hourOf(at), now] as const].sort(([one], [other]) => one - other),
  };
}

/** What the shift has used so far, in all tabs. */
export const readTraffic = async (storage: Storage): Promise<Traffic | undefined> =>
  parseTraffic(await storage.get('training', key));

/** Adds to what is kept, whatever another tab adds meanwhile. */
export const keepTraffic = async (
  storage: Storage,
  owner: string,
  at: number,
  more: Bytes,
): Promise<void> =>
  void (await storage.update('training', key, (old) =>
    addTraffic(parseTraffic(old), owner, at, more),
  ));

/** Forgets a shift that is over. */
export const forgetTraffic = (storage: Storage): Promise<boolean> =>
  storage.remove('training', key);

/** Calls `listener` when something was added, in any tab. */
export const followTraffic = (storage: Storage, listener: () => void): (() => void) =>
  storage.subscribe('training', (changed) => {
    if (changed === key) listener();
  });

/** What the agent pays for a megabyte (1,000,000 bytes); 0 where nothing was said. */
export async function readPrice(storage: Storage): Promise<number> {
  const price = await storage.get('training', priceKey);
  return typeof price === 'number' && price >= 0 && price <= 1000 ? price : 0;
}

/** Keeps the price. */
export const keepPrice = (storage: Storage, price: number): Promise<boolean> =>
  storage.put('training', priceKey, price);
