/** How the link to the desk is, while there is one: as it should be, slow, or without an answer. */
export type LinkQuality = 'good' | 'slow' | 'silent';

/** What is known of a link; begin with {@link freshLink}, never changed in place. */
export interface LinkRecord {
  readonly quality: LinkQuality;
  /** The newest round trips, milliseconds, oldest first; {@link tripsNeeded} at most. */
  readonly trips: readonly number[];
}

/** A link of which nothing is known yet is taken for good. */
export const freshLink: LinkRecord = { quality: 'good', trips: [] };

/** Round trips that must agree before anything is said of them. */
export const tripsNeeded = 3;
/** Milliseconds from which on a round trip is slow. */
export const slowFrom = 1500;
/** Milliseconds up to which it is good again; in between nothing changes. */
export const goodUpTo = 800;
/** Milliseconds without an answer after which that is shown. */
export const silentAfter = 2500;
/**
 * Milliseconds after which it is told as well: longer than a connector keeps a link on which nothing
 * comes at all, so that a loss is told as a loss, and nothing before it.
 */
export const tellSilenceAfter = 9000;

/**
 * What is known after one more round trip. Slow, and good again, take {@link tripsNeeded} that agree.
 * The first answer after a silence makes it slow, and then the middle one of as many decides, so that
 * neither lasts for ever.
 * @param ms how long the answer took
 */
export function afterTrip(record: LinkRecord, ms: number): LinkRecord {
  if (record.quality === 'silent') return { quality: 'slow', trips: [ms] };
  const trips = [...record.trips, ms].slice(-tripsNeeded);
  if (trips.length < tripsNeeded) return { ...record, trips };
  if (record.quality === 'slow' && record.trips.length < tripsNeeded) {
    const middle = trips.toSorted((a, b) => a - b)[Math.floor(tripsNeeded / 2)] ?? ms;
    // As if all had been like it: what comes next must not be judged by the odd one out.
    return { quality: middle >= slowFrom ? 'slow' : 'good', trips: trips.map(() => middle) };
  }
  return { quality: judge(record.quality, trips), trips };
}

/** What is known once no answer has come for {@link silentAfter}. */
export const silentLink: LinkRecord = { quality: 'silent', trips: [] };

/** Whether enough round trips stand behind it to tell it; a silence has none. */
export const isSettled = ({ trips }: LinkRecord): boolean => trips.length === tripsNeeded;

const judge = (quality: LinkQuality, trips: readonly number[]): LinkQuality => {
  if (trips.every((each) => each >= slowFrom)) return 'slow';
  if (trips.every((each) => each <= goodUpTo)) return 'good';
  return quality;
};
