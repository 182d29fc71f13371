import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createContacts } from '../../../src/connectors/xmpp/create-contacts.ts';
import { createSeen } from '../../../src/connectors/xmpp/create-seen.ts';
import { applyEvent } from '../../../src/domain/apply-event.ts';
import type { ConnectorEvent } from '../../../src/domain/connector-event.ts';
import { findConversation } from '../../../src/domain/desk-state.ts';
import { aDesk, aMessage } from '../../support/samples.ts';
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
      event.type === 'message.received' ? [[event.message.text, event.place?.before]] : [],
    );
  return { contacts, events, seen, told };
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

/** What the archive holds, page by page, and how many pages before that a reply of ours was written. */
const pages = fc.array(
  fc.array(
    fc.record({
      from: fc.constantFrom('customer', 'here', 'another tab'),
      early: fc.integer({ min: 0, max: 3 }),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  { minLength: 1, maxLength: 5 },
);

test('whatever was written before it was said, each side’s messages are shown in the archive’s order', () => {
  fc.assert(
    fc.property(pages, (drawn) => {
      const { contacts, events, seen } = restored();
      const entries = drawn
        .flatMap((page, number) => page.map((each) => ({ ...each, page: number })))
        .map((each, index) => {
          const direction = each.from === 'customer' ? 'in' : 'out';
          const archiveId = `17000000000000${index + 10}`;
          return { ...each, message: wire(`${each.from} ${index}`, { archiveId, direction }) };
        });
      let desk = aDesk([]);
      let written = 0;
      const show = () => {
        for (const event of events.splice(0)) desk = applyEvent(desk, event);
      };
      const here = entries.filter(({ from }) => from === 'here');
      for (const number of drawn.keys()) {
        // In the order in which they are said, however early.
        const due = here.findLastIndex(({ page, early }) => page - early <= number) + 1;
        for (const { message } of here.slice(written, due)) {
          const own = { id: message.id, conversationId: ann, author: 'agent' } as const;
          seen.noteOwn(ann, message.id);
          show();
          const reply = aMessage({ ...own, text: message.text, delivery: 'sent' });
          desk = applyEvent(desk, { type: 'message.queued', message: reply });
        }
        written = Math.max(written, due);
        const told = entries.flatMap(({ page, message }) => (page === number ? [message] : []));
        for (const each of told) contacts.place(each);
        for (const each of told) contacts.receive(each);
      }
      show();
      const shown = findConversation(desk, ann)?.messages.map(({ text }) => text) ?? [];
      for (const side of ['customer', 'here', 'another tab']) {
        const all = entries.filter(({ from }) => from === side).map(({ message }) => message.text);
        expect(shown.filter((text) => text.startsWith(side))).toEqual(all);
      }
    }),
  );
});
