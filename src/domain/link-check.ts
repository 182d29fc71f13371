import { goodUpTo, slowFrom } from './link-quality.ts';

/** What was measured of a link. */
export interface LinkMeasure {
  /** Milliseconds of each round trip; undefined where no answer came in time. */
  readonly trips: readonly (number | undefined)[];
  /** Bytes a second; undefined where it could not be measured. */
  readonly speed: number | undefined;
}

/** What an agent does over a link. */
export const linkUses = ['chat', 'liveText', 'voice'] as const;
/** One of {@link linkUses}. */
export type LinkUse = (typeof linkUses)[number];
/** How well that will work. */
export type LinkVerdict = 'good' | 'slow' | 'no' | 'unknown';
/** What is best done about a link. */
export type LinkAdvice = 'none' | 'lossy' | 'slow' | 'narrow' | 'unweighed' | 'fine';

/** What follows from a measure. */
export interface LinkReport {
  /** The middle one of the round trips, milliseconds; undefined without an answer. */
  readonly trip: number | undefined;
  /** Round trips that were tried, and how many of them had no answer. */
  readonly asked: number;
  readonly lost: number;
  readonly speed: number | undefined;
  readonly uses: Readonly<Record<LinkUse, LinkVerdict>>;
  readonly advice: LinkAdvice;
}

/** From this share of lost round trips on, the loss is what is to be mended first. */
export const lossyFrom = 0.2;
/** Bytes a second that a voice message takes (24 kbit/s). */
export const voiceSpeed = 3000;

/** Says what will work over a link, and what to do. */
export function reportLink({ trips, speed }: LinkMeasure): LinkReport {
  const answered = trips.filter((ms) => ms !== undefined).sort((a, b) => a - b);
  const trip = answered[Math.floor(answered.length / 2)];
  const asked = trips.length;
  const lost = asked - answered.length;
  const counts = { trip, asked, lost, speed };
  if (trip === undefined) {
    return { ...counts, uses: { chat: 'no', liveText: 'no', voice: 'no' }, advice: 'none' };
  }
  const isLossy = lost / asked >= lossyFrom;
  const chat: LinkVerdict = isLossy || trip >= slowFrom ? 'slow' : 'good';
  // Text as it is typed that comes later than it is read is of no use.
  const liveText: LinkVerdict = chat === 'slow' ? 'no' : trip <= goodUpTo ? 'good' : 'slow';
  const voice = judgeVoice(speed);
  return { ...counts, uses: { chat, liveText, voice }, advice: advise(isLossy, chat, voice) };
}

/** Voice messages are loaded and heard afterwards: their bytes count, not the way there and back. */
const judgeVoice = (speed: number | undefined): LinkVerdict => {
  if (speed === undefined) return 'unknown';
  if (speed >= 2 * voiceSpeed) return 'good';
  return speed >= voiceSpeed / 2 ? 'slow' : 'no';
};

const advise = (isLossy: boolean, chat: LinkVerdict, voice: LinkVerdict): LinkAdvice => {
  if (isLossy) return 'lossy';
  if (chat === 'slow') return 'slow';
  if (voice === 'unknown') return 'unweighed';
  return voice === 'good' ? 'fine' : 'narrow';
};
