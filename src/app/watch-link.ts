import './watch-link.css';
import { onCleanup } from 'solid-js';
import type { ShownLink } from '../domain/desk-state.ts';
import {
  afterTrip,
  freshLink,
  isSettled,
  type LinkQuality,
  type LinkRecord,
  silentAfter,
  silentLink,
  tellSilenceAfter,
} from '../domain/link-quality.ts';
import type { Session } from '../session/create-session.ts';
import type { Workspace } from '../session/workspace.ts';

/** Milliseconds after which the seconds of a silence are counted again. */
const second = 1000;

/**
 * Shows and tells how the link is while there is one, that it goes the slower way, and how much came when
 * it is back; ends with its owner. That it was lost and is back is told by the desk itself. Where there is no link, as at a
 * practice desk, nothing is said. All sentences must be there.
 */
export function watchLink(workspace: Workspace, shift: Session): void {
  const { connector } = shift;
  if (!connector.watchLink) return;
  const { queue, clock, t } = workspace;
  let record: LinkRecord = freshLink;
  let told: LinkQuality = 'good';
  /** Questions without an answer, each with what ends its watch. */
  let open: (() => void)[] = [];
  let missed = 0;
  let isPolling = false;
  let stopCounting = () => {};

  const isOnline = () => shift.desk().connection === 'online';
  const show = (link?: ShownLink) =>
    shift.apply({
      type: 'link.changed',
      link: link ?? (isPolling && isOnline() ? { kind: 'polling', count: 0 } : undefined),
    });
  const tell = (quality: LinkQuality, seconds = 0) => {
    if (quality === told) return;
    told = quality;
    queue.announce({
      class: 'connection',
      priority: 1,
      text: t(`linkState.told.${quality}`, { seconds }),
      earcon: quality === 'good' ? 'back' : quality === 'slow' ? 'slow' : 'lost',
    });
  };
  const countSilence = (since: number) => {
    const silence = clock.now() - since;
    const count = Math.floor(silence / second);
    show({ kind: 'silent', count });
    if (silence >= tellSilenceAfter) tell('silent', count);
    stopCounting = clock.after(second, () => countSilence(since));
  };
  const forget = () => {
    stopCounting();
    for (const cancel of open) cancel();
    open = [];
    record = freshLink;
    told = 'good';
  };

  onCleanup(
    connector.watchLink({
      polls: () => {
        isPolling = true;
        show();
        const text = t('linkState.told.polling');
        queue.announce({ class: 'connection', priority: 1, text, earcon: 'slow' });
      },
      asked: () => {
        const since = clock.now();
        open.push(
          clock.after(silentAfter, () => {
            if (!isOnline() || record.quality === 'silent') return;
            record = silentLink;
            countSilence(since);
          }),
        );
      },
      answered: (ms) => {
        open.shift()?.();
        if (!isOnline()) return;
        stopCounting();
        const before = record.quality;
        record = afterTrip(record, ms);
        const { quality } = record;
        if (quality !== before) {
          show(quality === 'slow' ? { kind: quality, count: 0 } : undefined);
        }
        if (isSettled(record)) tell(quality);
      },
    }),
  );
  onCleanup(
    workspace.onDeskEvent((event) => {
      const { connection } = shift.desk();
      if (event.type === 'connection.changed') {
        forget();
        const count = missed;
        missed = 0;
        if (isPolling) show();
        if (connection !== 'online' || !count) return;
        const text = t('linkState.told.caughtUp', { count });
        queue.announce({ class: 'connection', priority: 1, text });
      } else if (connection === 'reconnecting' && event.type === 'message.received') {
        if (event.message.author !== 'customer') return;
        missed += 1;
        show({ kind: 'catchingUp', count: missed });
      }
    }),
  );
  onCleanup(forget);
}
