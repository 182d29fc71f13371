import { fixedClock } from '../fixed-clock.ts';
import type { Journey } from '../journey.ts';
import { takeCustomer, theDesk } from '../openings.ts';

const reply = "document.querySelector('#reply').value";
const isOpen = "document.querySelector('.microphone[data-state=open]')";

/** A reply that is spoken while a key is held: what Orca says of the microphone, and of what it wrote. */
export const journey: Journey = {
  title: 'A47: dictation by ear',
  url: 'desk',
  before: fixedClock,
  hears: ['please send the new address to our office this morning'],
  storage: { 'desk-settings': JSON.stringify({ speech: { boxAddress: 'ws://{box}/general' } }) },
  steps: [
    theDesk,
    ...takeCustomer('Lina'),
    {
      note: 'The microphone opens, and is told of, since sounds are off',
      press: 'F9 down',
      until: isOpen,
      expect: ['~ Listening. What you say is written into the reply.'],
    },
    {
      note: 'While I speak, Orca is silent: no word of the guesses that are shown',
      ready: "document.querySelector('.partial')",
      expect: [],
    },
    {
      note: 'Nor when the sentence is written: it would be heard by the microphone as well',
      ready: reply,
      listen: 2000,
      expect: [],
    },
    {
      note: 'The key goes up: the microphone is closed, and what it wrote is said',
      press: 'F9 up',
      until: `!${isOpen}`,
      includes: ['~ Microphone off. Written: ', 'the new address'],
    },
    { note: 'Nothing was sent', press: 'alt+1', expect: ['~ Lina: Hello, Lina here. 12:00 PM'] },
    {
      note: 'To the button',
      press: ['Tab', 'Tab', 'Tab'],
      expect: [
        'Send push button.',
        'Browse mode',
        'Canned responses push button.',
        'Dictate toggle button not pressed.',
      ],
    },
    {
      note: 'By it: open',
      press: 'Return',
      until: isOpen,
      expect: ['pressed', '~ Listening. What you say is written into the reply.'],
    },
    {
      note: 'By it: closed again before a word was said',
      press: 'Return',
      until: `!${isOpen}`,
      // How long it was open is chance, and with it whether it is told that nothing was heard instead.
      includes: ['not pressed'],
      excludes: ['Written'],
    },
  ],
};
