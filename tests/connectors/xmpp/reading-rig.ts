import type { ArchivePage } from '../../../src/connectors/xmpp/build-stanza.ts';
import type { Archive, Page } from '../../../src/connectors/xmpp/create-archive.ts';
import { createContacts } from '../../../src/connectors/xmpp/create-contacts.ts';
import { createOutgoing } from '../../../src/connectors/xmpp/create-outgoing.ts';
import type { RequestError } from '../../../src/connectors/xmpp/create-questions.ts';
import { createReading } from '../../../src/connectors/xmpp/create-reading.ts';
import { createSeen } from '../../../src/connectors/xmpp/create-seen.ts';
import type { Link } from '../../../src/connectors/xmpp/link.ts';
import { createMemoryStore } from '../../../src/connectors/xmpp/xmpp-store.ts';
import type { ConnectorEvent } from '../../../src/domain/connector-event.ts';
import { err, ok, type Result } from '../../../src/shared/result.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { wire } from './wire-message.ts';

export const ann = 'ann@example.org';
const cursorKey = 'xmpp:agent@desk.example:cursor';
/** An entry of the archive. */
export const entry = (archiveId: string) => wire(`text ${archiveId}`, { archiveId });

/** A page with these. */
export const page = (ids: readonly string[], complete = true): Result<Page, RequestError> =>
  ok({ messages: ids.map(entry), complete, first: ids[0], last: ids.at(-1) });

const link: Link = {
  start: async () => ok(undefined),
  stop: () => {},
  send: () => true,
  request: async () => err({ kind: 'timeout' }),
  state: 'up',
};

/** A reader of an archive that answers as the test says. */
export const setUp = async (answers: readonly Result<Page, RequestError>[], cursor?: string) => {
  const clock = createFakeClock();
  const events: ConnectorEvent[] = [];
  const asked: ArchivePage[] = [];
  const store = createMemoryStore();
  if (cursor !== undefined) await store.set(cursorKey, cursor);
  const queue = [...answers];
  const archive: Archive = {
    collect: () => {},
    page: async (wanted) => {
      asked.push(wanted);
      watchPage();
      // A message may come by itself while a page is under way.
      during.splice(0).forEach((id) => {
        reading.live(entry(id));
      });
      return queue.shift() ?? page([]);
    },
  };
  const during: string[] = [];
  let watchPage = () => {};
  const onPage = (watch: () => void) => {
    watchPage = watch;
  };
  const seen = createSeen();
  const emit = (event: ConnectorEvent) => events.push(event);
  const contacts = createContacts({
    seen,
    emit,
    now: () => clock.now(),
    createId: () => 'offer',
    language: 'en',
    addressLabel: 'Address',
    onChange: () => reading.save(),
  });
  const outgoing = createOutgoing({ link, seen, emit, clock });
  const reading = createReading({
    account: 'agent@desk.example',
    ...{ link, archive, contacts, outgoing, clock, store },
    log: () => {},
    // A little later than the entries.
    serverTime: async () => 2000,
  });
  const texts = () => {
    contacts.accept('offer', false);
    return events.flatMap((event) => {
      if (event.type === 'conversation.opened')
        return event.conversation.messages.map((m) => m.text);
      return event.type === 'message.received' ? [event.message.text] : [];
    });
  };
  const saved = async () => {
    await reading.flush();
    return store.get(cursorKey);
  };
  return {
    asked,
    clock,
    contacts,
    during,
    events,
    onPage,
    outgoing,
    reading,
    saved,
    seen,
    store,
    texts,
  };
};
