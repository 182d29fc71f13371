import type { Journey } from '../journey.ts';
import { theDesk } from '../openings.ts';

/** The settings of the voice by ear, and a try. */
export const journey: Journey = {
  title: 'How the built-in voice is set and tried',
  url: 'desk',
  voice: true,
  storage: { 'desk-settings': JSON.stringify({ speech: { synthesizer: 'web-speech' } }) },
  steps: [
    theDesk,
    { note: 'The settings', press: 'ctrl+comma', includes: ['Settings heading level 1.'] },
    {
      note: 'To the groups',
      press: ['Tab', 'Tab'],
      includes: ['You and your work page tab.'],
      mode: 'focus',
    },
    {
      note: 'To the voice',
      press: ['Down', 'Down', 'Down', 'Down', 'Down'],
      includes: ['Reading aloud page tab.'],
    },
    {
      note: 'What is read',
      press: 'Tab',
      expect: [
        'What is read aloud combo box.',
        'Nothing.',
        'Messages that are read aloud are not announced to the screen reader.',
        'opens menu',
      ],
    },
    { note: 'Only on request', press: 'Down', expect: ['When I ask for it.'] },
    { note: 'The speed', press: 'Tab', expect: ['Reading speed horizontal slider 100%'] },
    { note: 'Faster', press: 'Right', expect: ['110%'] },
    {
      note: 'To the try',
      press: ['Tab', 'Tab', 'Tab'],
      expect: [
        'Pitch of the voice horizontal slider 100%',
        'Volume of the voice horizontal slider 100%',
        'Try the voice push button.',
        'Browse mode',
      ],
    },
    {
      note: 'Try it: the voice is heard, Orca says nothing',
      press: 'Return',
      listen: 3000,
      expect: [
        '» Hello.',
        '» Order 2 0 4, 1 7 arrives on 3 March and costs 12 dollars and 50 cents.',
      ],
    },
    {
      note: 'Which voice',
      press: ['Tab', 'Tab'],
      includes: ['What speaks first combo box.', 'Voice for English combo box.'],
    },
  ],
};
