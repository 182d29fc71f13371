import { fixedClock } from '../fixed-clock.ts';
import type { Journey } from '../journey.ts';
import { acceptFirst, acceptNext, theDesk } from '../openings.ts';

/** Orca and the built-in voice, both listened to: what the one says the other does not. */
export const journey: Journey = {
  title: 'A33: two voices, and each event by one of them',
  url: 'desk',
  voice: true,
  before: fixedClock,
  storage: {
    'desk-settings': JSON.stringify({ speech: { readAloud: 'open', synthesizer: 'web-speech' } }),
  },
  steps: [
    theDesk,
    { note: 'Two customers', evaluate: "desk.offer('Lina'); desk.offer('Tom')", listen: 4000 },
    acceptFirst('Lina'),
    acceptNext('Tom'),
    {
      note: 'The open one writes: the built-in voice says it, Orca does not',
      evaluate: "desk.say('Tom', 'Is it late?')",
      listen: 3000,
      expect: ['» Is it late?'],
    },
    {
      note: 'Another one writes: Orca says it, the built-in voice does not',
      evaluate: "desk.say('Lina', 'Any news?')",
      listen: 3000,
      expect: ['~ Lina: Any news?'],
    },
    {
      note: 'Both write at once, the open one in two languages',
      evaluate: "desk.say('Lina', 'Hello?'); desk.say('Tom', 'It says 请稍候 here.')",
      listen: 5000,
      expect: ['» It says', '» 请稍候', '» here.', '~ Lina: Hello?'],
    },
    {
      note: 'Again, by the built-in voice',
      press: 'alt+y',
      listen: 2000,
      expect: ['» It says', '» 请稍候', '» here.'],
    },
    {
      note: 'Again, by Orca',
      press: 'alt+1',
      listen: 2000,
      expect: ['~ Tom: It says 请稍候 here. 12:00 PM'],
    },
    {
      note: 'The link is lost: Orca’s, as all that is no message',
      evaluate: "desk.emit({ type: 'connection.changed', state: 'reconnecting' })",
      listen: 2500,
      expect: ['~ Connection lost. Keep writing; it is sent when the connection is back.'],
    },
    { note: 'I answer', type: 'One moment.', listen: 1000, expect: [] },
    {
      note: 'I hear it before it goes',
      press: 'shift+F2',
      listen: 2000,
      expect: ['» One moment.'],
    },
    {
      note: 'Stop, when nothing is being read',
      press: 'F2',
      expect: ['~ Nothing is being read aloud.'],
    },
  ],
};
