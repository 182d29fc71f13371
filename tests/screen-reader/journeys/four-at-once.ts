import { fixedClock } from '../fixed-clock.ts';
import type { Journey } from '../journey.ts';
import { acceptFirst, acceptNext, theDesk } from '../openings.ts';

/** Four customers, and ten messages in two seconds. */
export const journey: Journey = {
  title: 'Four chats at once, and a flood',
  url: 'desk',
  before: fixedClock,
  steps: [
    theDesk,
    {
      note: 'Four customers come at once',
      evaluate: "['Lina', 'Tom', 'Ada', 'Wei'].forEach((name) => desk.offer(name))",
      expect: ['~ 4 customers are waiting to be accepted'],
    },
    {
      note: 'Who is it?',
      press: 'alt+i',
      expect: [
        '~ 4 new customers. Lina, Parcel, English. Tom, Parcel, English. Ada, Parcel, English. Wei, Parcel, English',
      ],
    },
    acceptFirst('Lina'),
    acceptNext('Tom'),
    acceptNext('Ada'),
    acceptNext('Wei'),
    {
      note: 'A24: one of the others writes: the name comes first',
      evaluate: "desk.say('Tom', 'Any news?')",
      expect: ['~ Tom: Any news?'],
    },
    { note: 'The open one writes', evaluate: "desk.say('Wei', 'Hello?')", expect: ['~ Hello?'] },
    { note: 'I answer', type: 'One moment.', expect: [] },
    { note: 'A26: no echo', press: 'ctrl+Return', listen: 3000, expect: [] },
    {
      note: 'A25: ten messages in two seconds: two utterances, the open chat keeps its words',
      evaluate: `(async () => {
        const names = ['Lina', 'Tom', 'Ada', 'Lina', 'Lina', 'Wei', 'Tom', 'Lina', 'Ada', 'Lina'];
        for (const [index, name] of names.entries()) {
          desk.say(name, 'Message ' + (index + 1));
          // In two bursts, so that the same ones are gathered in every run.
          await new Promise((done) => setTimeout(done, index === 4 ? 1000 : 100));
        }
      })()`,
      listen: 5000,
      expect: [
        '~ 5 new messages in 3 conversations',
        '~ Message 6. 4 new messages in 3 conversations',
      ],
    },
    {
      note: 'A25: five from one',
      evaluate: "for (let turn = 1; turn < 6; turn += 1) desk.say('Lina', 'Word ' + turn)",
      listen: 3000,
      expect: ['~ 5 new messages from Lina'],
    },
    {
      note: 'A9: who waits longest?',
      press: 'alt+o',
      expect: ['~ Lina, less than a minute: Word 3 Word 4 Word 5'],
    },
    { note: 'Go there', press: 'alt+l', expect: ['Reply to Lina entry.'] },
    {
      note: 'A56: where was I?',
      press: 'alt+g',
      expect: [
        '~ With Lina. To answer: Hello, Lina here. Message 1 Message 4 Message 5 Message 8 Message 10 Word 1 Word 2 Word 3 Word 4 Word 5 No draft.',
      ],
    },
    { note: 'A8: the next unread', press: 'alt+n', expect: ['Reply to Tom entry.'] },
    {
      note: 'A6: the list',
      press: ['alt+j', 'd'],
      expect: [
        'leaving main content.',
        'region Conversations',
        'Conversations List with 4 items',
        'Tom, waiting less than a minute, chat, Message 7.',
      ],
    },
    {
      note: 'Down',
      press: 'Down',
      expect: ['Ada, 2 unread, waiting less than a minute, chat, Message 9.', 'not selected.'],
    },
    {
      note: 'Open',
      press: 'Return',
      expect: ['leaving region.', 'main content', 'Reply to Ada entry.'],
    },
  ],
};
