import { fixedClock } from '../fixed-clock.ts';
import type { Journey } from '../journey.ts';
import { takeCustomer, theDesk } from '../openings.ts';

const lost = "desk.emit({ type: 'connection.changed', state: 'reconnecting' })";
const back = "desk.emit({ type: 'connection.changed', state: 'online' })";

/** The connection goes and comes back while a message waits. */
export const journey: Journey = {
  title: 'Connection lost and back, with a message waiting',
  url: 'desk',
  before: fixedClock,
  steps: [
    theDesk,
    ...takeCustomer('Lina'),
    {
      note: 'The link drops',
      evaluate: lost,
      expect: ['~ Connection lost. Keep writing; it is sent when the connection is back.'],
    },
    { note: 'I write all the same', type: 'It is on its way.', expect: [] },
    { note: 'Send', press: 'ctrl+Return', listen: 2000, expect: [] },
    {
      note: 'Has it gone?',
      press: 'alt+1',
      expect: ['~ You: It is on its way. waiting for the connection, 12:00 PM'],
    },
    { note: 'The link is back', evaluate: back, listen: 3000, expect: ['~ Connected again.'] },
    {
      note: 'It has gone, once',
      ready: 'desk.sent.length === 1',
      press: 'alt+1',
      expect: ['~ You: It is on its way. 12:00 PM'],
    },
    {
      note: 'The link comes and goes again',
      evaluate: `${lost}; setTimeout(() => ${back}, 2500)`,
      listen: 5000,
      expect: [
        '~ Connection lost. Keep writing; it is sent when the connection is back.',
        '~ Connected again.',
      ],
    },
    {
      note: 'Still once',
      ready: 'desk.sent.length === 1',
      press: 'alt+1',
      expect: ['~ You: It is on its way. 12:00 PM'],
    },
  ],
};
