import { fixedClock } from '../fixed-clock.ts';
import type { Journey } from '../journey.ts';
import { takeCustomer, theDesk } from '../openings.ts';

/** One customer from the offer to the end: accepted, read back, answered, wrapped up. */
export const journey: Journey = {
  title: 'Accept, read back, answer with a canned response, wrap up',
  url: 'desk',
  before: fixedClock,
  steps: [
    theDesk,
    ...takeCustomer('Lina'),
    {
      note: 'She writes twice; both come in one breath',
      evaluate:
        "desk.say('Lina', 'My parcel has not come.'); desk.say('Lina', 'It was due on Monday.')",
      expect: ['~ My parcel has not come. It was due on Monday.'],
    },
    {
      note: 'A13: the newest message',
      press: 'alt+1',
      expect: ['~ Lina: It was due on Monday. 12:00 PM'],
    },
    {
      note: 'A13: the one before',
      press: 'alt+2',
      expect: ['~ Lina: My parcel has not come. 12:00 PM'],
    },
    {
      note: 'A13: the first',
      press: 'alt+3',
      expect: ['~ Lina: Hello, Lina here. 12:00 PM'],
      mode: 'focus',
    },
    {
      note: 'What comes after Alt and a digit is said too, with no other key pressed',
      evaluate: "desk.say('Lina', 'Are you there?')",
      expect: ['~ Are you there?'],
    },
    {
      note: 'A36: the one before again, with the leader key',
      press: ['alt+j', '2'],
      expect: ['~ Lina: It was due on Monday. 12:00 PM'],
      mode: 'focus',
    },
    {
      note: 'A20: a slash finds a canned response',
      type: '/',
      until: "document.querySelector('#canned-query')",
      includes: [
        'Find a canned response editable combo box.',
        'Greeting, /hi, Hello Lina, this is Ada.',
      ],
    },
    {
      note: 'By its shortcut',
      press: ['e', 't', 'a'],
      includes: ['Expected delivery date, /eta, Your parcel is expected to arrive on {date}.'],
    },
    {
      note: 'Take it: the blank is named',
      press: 'Return',
      includes: ['Your parcel is expected to arrive on {date}.', '~ Fill in date.'],
    },
    {
      note: 'A20: the blank blocks sending',
      press: 'ctrl+Return',
      expect: ['~ Not sent. Fill in date first.'],
    },
    { note: 'Fill it in', press: 'shift+t', expect: ['Selection deleted.'] },
    { note: 'to the end', type: 'uesday', expect: [] },
    { note: 'A26: sent, and no echo', press: 'ctrl+Return', listen: 3000, expect: [] },
    {
      note: 'What was sent',
      press: 'alt+1',
      includes: [
        '~ You: Your parcel is expected to arrive on Tuesday. If it has not come by then,',
      ],
    },
    {
      note: 'End it',
      press: ['alt+j', 'e'],
      expect: [
        'End the conversation with Lina? dialog Lina is told that it is over. Then you wrap up.',
        'Keep it open push button.',
        'Browse mode',
      ],
    },
    { note: 'The other answer', press: 'Tab', expect: ['End it push button.'] },
    {
      note: 'Yes: the wrap-up begins with its question',
      press: 'Return',
      until: "document.querySelector('.wrap-up')",
      expect: ['How did it end? panel.', 'Solved.', 'not selected radio button'],
    },
    {
      note: 'To the end of the form, with nothing chosen',
      press: ['Tab', 'Tab', 'Tab'],
      expect: [
        'leaving panel.',
        'Note entry.',
        'Focus mode',
        'Tags entry.',
        'Separate tags with commas.',
        'Save and close push button.',
        'Browse mode',
      ],
    },
    {
      note: 'A61: what is missing',
      press: 'Return',
      expect: ['There is a problem Choose how it ended.'],
    },
    {
      note: 'To the field',
      press: ['Tab', 'Return'],
      expect: [
        'Choose how it ended. link.',
        'How did it end? panel.',
        'Solved.',
        'not selected radio button',
      ],
    },
    { note: 'Solved', press: 'space', expect: ['selected'] },
    { note: 'Save', press: 'Return', expect: ['~ Lina is done.'] },
  ],
};
