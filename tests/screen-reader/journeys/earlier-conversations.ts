import { fixedClock } from '../fixed-clock.ts';
import type { Journey } from '../journey.ts';
import { theDesk } from '../openings.ts';

/** Two conversations of days before, the older one wrapped up, as a live desk answers: after a while. */
const past = `
  const noon = Date.UTC(2026, 10, 22, 12), day = 86_400_000;
  const said = (id, at, author, text, language) =>
    ({ id, conversationId: 'lina', at, author, text, language });
  const value = {
    messages: [
      said('a', noon - 3 * day, 'customer', 'Where is my parcel?', 'en'),
      said('b', noon - 3 * day + 60_000, 'agent', 'On its way.', 'en'),
      said('c', noon - day, 'customer', 'It came, thank you!', 'en'),
    ],
    wrapUps: [{
      at: noon - 3 * day + 90_000, lastMessageId: 'b',
      disposition: 'follow-up', note: 'Call the depot.', tags: ['late'],
    }],
    older: undefined,
  };
  desk.last = { then: (answer) => setTimeout(() => answer({ ok: true, value }), 900) };
  desk.past = desk.last;
`;

/** What was said with a customer before, looked up while she waits. */
export const journey: Journey = {
  title: 'Look up what was said before',
  url: 'desk',
  before: fixedClock,
  steps: [
    theDesk,
    {
      note: 'A customer comes',
      evaluate: `{ ${past} } desk.offer('Lina')`,
      expect: ['~ New customer: Lina, Parcel, English'],
    },
    {
      note: 'Accept',
      press: 'alt+a',
      expect: ['Reply to Lina entry.', 'Focus mode', '~ Lina: Hello, Lina here.'],
    },
    {
      note: 'On to the customer',
      press: ['Tab', 'Tab', 'Tab', 'Tab', 'Tab'],
      // When Orca tells of its mode is chance.
      includes: [
        'Voice answer push button.',
        'leaving main content.',
        'complementary content Customer',
        'Earlier conversations toggle button collapsed.',
      ],
    },
    {
      note: 'Open what was before; it comes over the wire',
      press: 'Return',
      expect: ['expanded', '~ 2 earlier conversations.'],
    },
    {
      note: 'The newest: when, and its last words',
      press: 'Tab',
      expect: [
        'List with 2 items.',
        'Nov 21, 2026, 12:00 PM: It came, thank you! toggle button collapsed.',
      ],
    },
    {
      note: 'The one before: also how it ended',
      press: 'Tab',
      expect: ['Nov 19, 2026, 12:01 PM, Needs a follow-up: On its way. toggle button collapsed.'],
    },
    { note: 'Open it', press: 'Return', expect: ['expanded'] },
    {
      note: 'Into it; from here the arrows read',
      press: 'Tab',
      expect: ['Messages with Lina panel.', 'Browse mode'],
      mode: 'browse',
    },
    {
      note: 'What I noted then',
      press: 'Down',
      expect: ['Messages with Lina.', 'Note: Call the depot.'],
    },
    { note: 'My tags', press: 'Down', expect: ['Tags: late.'] },
    { note: 'Her words', press: 'Down', expect: ['Lina: Where is my parcel?'] },
    { note: 'Mine', press: 'Down', expect: ['You: On its way.'] },
    {
      note: 'Another customer, and a link that does not answer',
      evaluate: "desk.past = { ok: false, error: { kind: 'timeout' } }; desk.offer('Tom')",
      expect: ['~ New customer: Tom, Parcel, English'],
    },
    {
      note: 'Accept him',
      press: 'alt+a',
      includes: ['Reply to Tom entry.', '~ Tom: Hello, Tom here.'],
    },
    {
      note: 'His past is closed',
      press: ['Tab', 'Tab', 'Tab', 'Tab', 'Tab'],
      includes: ['Earlier conversations toggle button collapsed.'],
    },
    {
      note: 'It cannot be had now',
      press: 'Return',
      expect: [
        'expanded',
        '~ The server took too long to answer. Check your connection and try again.',
      ],
    },
    { note: 'There is another try', press: 'Tab', includes: ['Try again push button.'] },
    {
      note: 'It takes the focus on',
      evaluate: 'desk.past = desk.last',
      press: 'Return',
      includes: ['~ 2 earlier conversations.'],
    },
  ],
};
