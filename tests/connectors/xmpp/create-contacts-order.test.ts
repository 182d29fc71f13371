import { expect, test } from 'vitest';
import { createContacts } from '../../../src/connectors/xmpp/create-contacts.ts';
import { createSeen } from '../../../src/connectors/xmpp/create-seen.ts';
import type { ConnectorEvent } from '../../../src/domain/connector-event.ts';
import { wire } from './wire-message.ts';

const ann = 'ann@example.org';
const at = (second: number) => `170000000000000${second}`;

/** A conversation with Ann that is brought back with these messages. */
const restored = (...shown: readonly ReturnType<typeof wire>[]) => {
  const events: ConnectorEvent[] = [];
  const seen = createSeen();
  const contacts = createContacts({
    seen,
    emit: (event) => events.push(event),
    now: () => 5000,
    createId: () => 'id',
    language: 'en',
    addressLabel: 'Address',
    onChange: () => {},
  });
  const kept = { contact: ann, name: 'Ann', language: 'en', serving: 'open', openedAt: 1 } as const;
  contacts.restore(kept, shown, false);
  const told = () =>
    events.flatMap((event) =>
      event.type === 'message.received' ? [[event.message.text, event.before]] : [],
    );
  return { contacts, seen, told };
};
const said = (text: string, second: number) => wire(text, { archiveId: at(second) });
const ours = (text: string, second: number) =>
  wire(text, { archiveId: at(second), direction: 'out' });

test('what the archive was late with stands among what was brought back', () => {
  const { contacts, told } = restored(said('One', 1), ours('Two', 2), said('Four', 4));
  contacts.receive(said('Three', 3));
  contacts.receive(said('Five', 5));
  expect(told()).toEqual([
    ['Three', `${ann} Four`],
    ['Five', undefined],
  ]);
});

test('a reply of ours has the place that the archive tells, one that is not known has none', () => {
  const { contacts, seen, told } = restored(said('One', 1));
  seen.noteOwn(ann, 'Four');
  contacts.place(ours('Four', 4));
  contacts.place(ours('Three', 3));
  contacts.place(said('Six', 6));
  contacts.place(wire('Bo', { contact: 'bo@example.org', direction: 'out', archiveId: at(7) }));
  contacts.receive(ours('Two', 2));
  contacts.receive(ours('Three', 3));
  contacts.receive(said('Five', 5));
  expect(told()).toEqual([
    ['Two', 'Four'],
    ['Three', 'Four'],
    ['Five', undefined],
  ]);
});
