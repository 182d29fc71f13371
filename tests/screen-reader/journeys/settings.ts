import { fixedClock } from '../fixed-clock.ts';
import type { Journey } from '../journey.ts';
import { takeCustomer, theDesk } from '../openings.ts';

const blind =
  'This would change: Sounds: “on” instead of “off”. One column, however wide the window: “on” instead of “off”. Messages in other chats: “How many” instead of “The words”.';

/** In the middle of a reply: a profile, larger text, and back to the words. */
export const journey: Journey = {
  title: 'Changing settings in the middle of a reply',
  url: 'desk',
  before: fixedClock,
  steps: [
    theDesk,
    ...takeCustomer('Lina'),
    { note: 'A draft', type: 'I am looking', expect: [] },
    {
      note: 'A4: the settings',
      press: 'ctrl+comma',
      expect: ['leaving main content.', 'main content', 'Settings heading level 1.', 'Browse mode'],
    },
    {
      note: 'The groups are one tab stop',
      press: ['Tab', 'Tab'],
      includes: ['Back to the desk', 'You and your work page tab.'],
      mode: 'focus',
    },
    { note: 'The next group', press: 'Down', expect: ['Profiles page tab.'] },
    {
      note: 'A63: what a profile would change is read with its button',
      press: 'Tab',
      expect: ['Apply: Blind push button.', blind, 'Browse mode'],
    },
    { note: 'A63: apply it', press: 'Return', expect: ['~ Applied: Blind.'] },
    { note: 'What now?', press: 'Tab', expect: ['Take back: Blind push button.'] },
    {
      note: 'A63: take it back: the focus has somewhere to be, and nothing is said twice',
      press: 'Return',
      expect: ['Apply: Blind push button.', '~ Taken back: Blind.'],
    },
    {
      note: 'Back to the groups, and to how the desk looks',
      press: ['shift+Tab', 'Down'],
      expect: ['Profiles page tab.', 'Focus mode', 'Display page tab.'],
    },
    { note: 'Text size', press: 'Tab', includes: ['Text size combo box.', '100%'] },
    {
      note: 'Larger, at once',
      press: 'Down',
      until: "document.documentElement.style.fontSize === '125%'",
      expect: ['125%'],
    },
    {
      note: 'A4: back to the desk',
      press: ['shift+Tab', 'shift+Tab', 'Return'],
      includes: ['Back to the desk', 'Conversation with Lina heading level 1.'],
    },
    {
      note: 'A56: the draft is there',
      press: 'alt+g',
      expect: ['~ With Lina. To answer: Hello, Lina here. Your draft: I am looking'],
    },
    {
      note: 'To the reply box',
      press: 'alt+m',
      expect: ['Reply to Lina entry I am looking.', 'Focus mode'],
    },
    { note: 'Write on where I was', type: ' into it.', expect: [] },
    {
      note: 'A56: all of it',
      press: 'alt+g',
      expect: ['~ With Lina. To answer: Hello, Lina here. Your draft: I am looking into it.'],
    },
  ],
};
