import type { Announcement } from '../domain/announcement.ts';
import { type LanguageTag, primaryLanguage } from '../shared/language.ts';
import type { Translate } from '../shared/translate.ts';

/** An announcement that waits to be said; `counted` ones are only reckoned up (A24). */
export interface Waiting {
  readonly announcement: Announcement;
  readonly counted: boolean;
}

/** One sentence, and the waiting announcements that it stands for. */
export interface Sentence {
  readonly text: string;
  readonly language: LanguageTag | undefined;
  readonly covers: readonly Waiting[];
}

/** As many announcements as are said word for word in one breath (A25). */
const atMost = 3;

const isMessage = ({ announcement }: Waiting) => announcement.class.startsWith('message-');

const inFull = (items: readonly Waiting[]): Sentence[] =>
  items.map((item) => ({
    text: item.announcement.text,
    language: item.announcement.language,
    covers: [item],
  }));

const countMessages = (items: readonly Waiting[], t: Translate): string => {
  const sources = new Map(items.map(({ announcement: { source } }) => [source?.id, source?.name]));
  const count = items.length;
  const [name] = sources.values();
  if (sources.size > 1) {
    return t('announce.messagesInSeveral', { count, conversations: sources.size });
  }
  return name ? t('announce.messagesFromOne', { count, name }) : t('announce.messages', { count });
};

/**
 * Turns what waits into sentences (A23–A25): the most urgent first, up to three word for word, a
 * flood as one count. In a flood over several conversations the open one keeps its words if they
 * are few: it is the one that the agent is in.
 * @param waiting in order of arrival
 * @param flooded whether more than three messages came within two seconds
 */
export function composeAnnouncements(
  waiting: readonly Waiting[],
  flooded: boolean,
  t: Translate,
): readonly Sentence[] {
  const sorted = [...waiting].sort((a, b) => a.announcement.priority - b.announcement.priority);
  const group = (
    items: readonly Waiting[],
    flood: boolean,
    count: (items: readonly Waiting[]) => string,
  ): Sentence[] => {
    const full = items.filter((item) => !item.counted);
    const counted =
      full.length > atMost || (flood && full.length > 1)
        ? items
        : items.filter((item) => item.counted);
    const words = inFull(items.filter((item) => !counted.includes(item)));
    if (!counted.length) return words;
    return [...words, { text: count(counted), language: undefined, covers: counted }];
  };
  const messages = sorted.filter(isMessage);
  const open = messages.filter((item) => item.announcement.class === 'message-open');
  const others = messages.filter((item) => item.announcement.class !== 'message-open');
  const several = messages.length > atMost || flooded;
  const keepOpen = others.length > 0 && open.length <= atMost;
  const offers = sorted.filter((item) => item.announcement.class === 'offer');
  const rest = sorted.filter((item) => !isMessage(item) && !offers.includes(item));
  const byCount = (items: readonly Waiting[]) => countMessages(items, t);
  return [
    ...(keepOpen
      ? [...group(open, false, byCount), ...group(others, several, byCount)]
      : group(messages, several, byCount)),
    ...group(offers, false, (items) => t('announce.offers', { count: items.length })),
    ...group(rest, false, (items) => t('announce.notices', { count: items.length })),
  ];
}

/** Sets sentences behind one another so that a voice pauses between them. */
export function joinSentences(texts: readonly string[], language: LanguageTag): string {
  const wide = ['zh', 'ja'].includes(primaryLanguage(language));
  return texts
    .map((text, index) => {
      const ended = index === texts.length - 1 || /[.!?…。！？]$/u.test(text);
      return ended ? text : `${text}${wide ? '。' : '.'}`;
    })
    .join(wide ? '' : ' ');
}
