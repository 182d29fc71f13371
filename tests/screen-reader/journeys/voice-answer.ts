import { fixedClock } from '../fixed-clock.ts';
import type { Journey } from '../journey.ts';
import { takeCustomer, theDesk } from '../openings.ts';

const dialog = "document.querySelector('#voice-answer')";
const isPlaying = `${dialog}.querySelector('.voice-player button')?.textContent === 'Pause'`;

/** An answer that is written, heard, and sent as a voice message, and one in the agent's own voice. */
export const journey: Journey = {
  title: 'An answer as a voice message, by ear',
  url: 'desk',
  before: fixedClock,
  hears: ['it comes on monday'],
  steps: [
    theDesk,
    ...takeCustomer('Lina'),
    { note: 'Write it', type: 'Your parcel is on its way.', mode: 'focus', expect: [] },
    {
      note: 'By its command',
      press: 'ctrl+k',
      until: "document.querySelector('#palette')",
      includes: ['Commands List with'],
    },
    {
      note: 'Found',
      insert: 'voice message',
      includes: ['Answer as a voice message.'],
    },
    {
      note: 'Opened, with what was written',
      press: 'Return',
      until: dialog,
      includes: ['Answer Lina by voice dialog', 'What is said entry Your parcel is on its way.'],
    },
    {
      note: 'Hear it: nothing is said over it but that it is made',
      press: 'ctrl+Return',
      until: isPlaying,
      expect: ['~ Making the voice message …'],
    },
    { note: 'To its end, which is heard', ready: `!(${isPlaying})`, expect: [] },
    {
      note: 'What else is there',
      press: ['Tab', 'Tab', 'Tab', 'Tab'],
      expect: [
        'Play push button.',
        'Browse mode',
        'Place in the voice message horizontal slider 0:01 of 0:01.',
        'Focus mode',
        'Close push button.',
        'Browse mode',
        'Send voice message push button.',
      ],
    },
    {
      note: 'Send: back in the reply box',
      press: 'Return',
      until: `!${dialog}`,
      expect: ['Reply to Lina entry.', 'Focus mode', '~ Voice message kept for sending.'],
    },
    {
      note: 'Read back',
      press: 'alt+1',
      expect: ['~ You: Your parcel is on its way. (voice message), 12:00 PM'],
    },
    {
      note: 'Once more, by its button',
      press: ['Tab', 'Tab', 'Tab', 'Tab', 'Return'],
      until: dialog,
      includes: ['Voice answer push button.', 'Answer Lina by voice dialog', 'What is said entry.'],
    },
    {
      note: 'My own voice',
      press: ['shift+Tab', 'Down', 'space'],
      expect: [
        'Who speaks panel.',
        'The computer speaks what I write.',
        'selected radio button',
        'Browse mode',
        'I speak myself.',
        'not selected radio button',
        'selected',
      ],
    },
    {
      note: 'Record',
      press: ['Tab', 'Tab', 'Return'],
      until: `${dialog}.querySelector('.microphone')`,
      expect: [
        'The words beside it entry.',
        'Focus mode',
        'Record toggle button not pressed.',
        'Browse mode',
        'pressed',
        '~ Recording, 0:00',
      ],
    },
    {
      note: 'Stop: it is heard back',
      // The microphone hears the words four seconds after it was opened; they take two.
      ready: `${dialog}.querySelector('.microphone').textContent.includes('0:06')`,
      press: 'Return',
      until: isPlaying,
      expect: ['not pressed'],
    },
    {
      note: 'Closed without sending',
      ready: `!(${isPlaying})`,
      press: 'Escape',
      expect: [
        'Voice answer push button.',
        'opens dialog',
        'Focus mode',
        '~ The recording is kept until you send it.',
      ],
    },
  ],
};
