import { fixedClock } from '../fixed-clock.ts';
import { fixedRandom } from '../fixed-random.ts';
import type { Journey } from '../journey.ts';
import { takeMartinVoss } from '../openings.ts';

const button = "document.querySelector('.voice-player button').textContent";
const words = 'Fine. So give me my money back. Now.';

/** A voice message of a practice customer: its words, its sound, and the words put right. */
export const journey: Journey = {
  title: 'A45: a customer’s voice message by ear',
  url: '/',
  before: fixedRandom(7) + fixedClock,
  steps: [
    ...takeMartinVoss,
    {
      note: 'An answer that calms',
      type: 'Mr Voss, I am very sorry, that must be really frustrating.',
      expect: [],
    },
    {
      note: 'He answers by voice: what is said are its words, and that it is one',
      press: 'ctrl+Return',
      expect: [`~ ${words} (voice message)`],
    },
    {
      note: 'To the messages',
      press: ['alt+j', 'h'],
      expect: [`Martin Voss: ${words} (voice message), 12:00 PM article.`, 'Browse mode'],
    },
    { note: 'Into it', press: 'Tab', expect: ['Play push button.'] },
    {
      note: 'Play: nothing is said over the recording',
      press: 'Return',
      until: `${button} === 'Pause'`,
      // Only a voice that takes long to come is told of.
      excludes: ['Play', 'Speed', 'Martin'],
    },
    { note: 'To its end, which is heard', ready: `${button} === 'Play'`, expect: [] },
    {
      note: 'The place in it',
      press: 'Tab',
      expect: ['Place in the voice message horizontal slider 0:03 of 0:03.', 'Focus mode'],
    },
    { note: 'Back a second', press: 'Left', expect: ['0:02 of 0:03'] },
    {
      note: 'The speed',
      press: 'Tab',
      expect: ['Speed combo box.', '1×', 'opens menu'],
    },
    { note: 'Faster', press: 'Down', expect: ['1.25×'] },
    {
      note: 'And again from where it was',
      press: ['shift+Tab', 'shift+Tab', 'Return'],
      until: `${button} === 'Pause'`,
      expect: [
        'Place in the voice message horizontal slider 0:02 of 0:03.',
        'Play push button.',
        'Browse mode',
      ],
    },
    {
      note: 'The caption',
      ready: `${button} === 'Play'`,
      press: ['Tab', 'Tab', 'Tab'],
      expect: [
        'Place in the voice message horizontal slider 0:03 of 0:03.',
        'Focus mode',
        'Speed combo box.',
        '1.25×',
        'opens menu',
        'Edit the caption push button.',
        'Browse mode',
      ],
    },
    {
      note: 'Put it right',
      press: 'Return',
      expect: [`What Martin Voss says in the voice message entry ${words}`, 'Focus mode'],
    },
    { note: 'A word more', press: 'ctrl+End', type: ' Please.', expect: [] },
    {
      note: 'Save: kept, and where the focus is',
      press: ['Tab', 'Return'],
      expect: [
        'Save push button.',
        'Browse mode',
        'Edit the caption push button.',
        '~ Caption kept.',
      ],
    },
    {
      note: 'By machine, where there is none',
      press: ['Tab', 'Return'],
      expect: [
        'Write it down by machine push button.',
        '~ Voice message: No speech box is set up. Enter its address in the settings, under Speech.',
      ],
    },
    {
      note: 'A13: read back, as it now is',
      press: 'alt+1',
      expect: [`~ Martin Voss: ${words} Please. (voice message), 12:00 PM`],
    },
    {
      note: 'Line by line, each thing once',
      press: ['alt+m', 'alt+j', 'h', 'Down', 'Down', 'Down', 'Down', 'Down', 'Down', 'Down'],
      expect: [
        'Reply to Martin Voss entry.',
        'Focus mode',
        `Martin Voss: ${words} Please. (voice message), 12:00 PM article.`,
        'Browse mode',
        'Play push button.',
        'Place in the voice message horizontal slider 0:03 of 0:03.',
        'Speed combo box.',
        '1.25×',
        'opens menu',
        'No speech box is set up. Enter its address in the',
        'settings, under Speech.',
        'Martin Voss:',
        'Fine. So give me my money back.',
        'Now. Please.',
        'Put right by you.',
      ],
    },
  ],
};
