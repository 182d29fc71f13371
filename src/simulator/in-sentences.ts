import type { Beat } from './scenario.ts';
import { voiceMark } from './voice-mark.ts';

/**
 * Between sentences; a point ends one only before a space, and not after what is cut short: “Dr. Lee”,
 * “No. 5”, “3 p.m. yesterday”.
 */
const between =
  /(?<=[!?。！？…]["”’』」]*)(?![!?。！？…"”’』」])\s*|(?<!\b(?:[Mm]rs?|[Mm]s|[Dd]r|[Ss]t|[Pp]rof|vs|approx)\.)(?<!\b[Nn]o\.(?=\s+\d))(?<!\p{L}\.\p{L}\.(?=\s+\p{Ll}))(?<=[.]["”’』」]*)\s+/u;

/** A line that can be cut: no alternatives, no voice message. */
const cut = (line: string): readonly string[] =>
  /[|｜]/.test(line) || line.startsWith(voiceMark) ? [line] : line.split(between).filter(Boolean);

/**
 * A beat of a chat in real-time text: each sentence is a message of its own, there as soon as it is
 * typed. Letter by letter, as in XEP-0301, a screen reader would speak of nothing else.
 */
export function inSentences<T extends Pick<Beat, 'texts'>>(beat: T): T {
  const says = Object.entries(beat.texts.says ?? {}).map(
    ([language, lines]) => [language, lines.flatMap(cut)] as const,
  );
  return { ...beat, texts: { ...beat.texts, says: Object.fromEntries(says) } };
}
