import { fixedRandom } from '../fixed-random.ts';
import type { Journey } from '../journey.ts';
import { toPractice } from '../openings.ts';

/** Short, and with the act misspelt as Americans do. */
const scenario = `scenario: late
title: Where is my order?
level: 1
languages: en
# chat: Robin
customer: Robin Lake
topic: Late order
## open
says: Hi, where is my order?
want: apologize
model: I am so sorry! I will look at once.
end: solved
`;

/** A scenario is written, checked, mended and played. */
export const journey: Journey = {
  title: 'Writing a scenario, mending it, and playing it',
  url: '/',
  before: fixedRandom(7),
  steps: [
    ...toPractice,
    { note: 'The way to the training room', press: 'k', expect: ['Training room link.'] },
    {
      note: 'A4: there',
      press: 'Return',
      expect: ['leaving main content.', 'main content', 'Training room heading level 1.'],
    },
    {
      note: 'A39: the ways on are read from the heading, though the screen before has gone meanwhile',
      press: ['k', 'k', 'k', 'k'],
      includes: ['Practise visited link.', 'Progress link.', 'Write scenarios link.'],
    },
    {
      note: 'A4: the editor',
      press: 'Return',
      expect: [
        'leaving list.',
        'leaving main content.',
        'main content',
        'Scenario editor heading level 1.',
      ],
    },
    { note: 'Its first button', press: 'b', expect: ['New scenario push button.'] },
    {
      note: 'A new one: in its text, at the top',
      press: 'Return',
      expect: [
        'Text of the scenario entry // Lines that begin with two slashes are notes to yourself.',
        'Focus mode',
        '~ A new scenario, with a short example in it.',
      ],
      mode: 'focus',
    },
    {
      note: 'How it goes on',
      press: ['Down', 'Down'],
      expect: ['// First the head: what the practice is about.', 'scenario: my-scenario'],
    },
    {
      note: 'All of it away',
      press: ['ctrl+a', 'Delete'],
      expect: ['entire document selected', 'Selection deleted.'],
    },
    { note: 'My own; what is wrong with it is not said by itself', type: scenario, expect: [] },
    { note: 'To the check', press: 'Tab', expect: ['Check push button.', 'Browse mode'] },
    {
      note: 'What is wrong',
      press: 'Return',
      expect: ['~ 1 error. Line 10: Unknown act “apologize”. Did you mean “apologise”?'],
    },
    {
      note: 'To the findings',
      press: ['Tab', 'Tab'],
      expect: [
        'Play push button.',
        'region Findings',
        'List with 1 item.',
        'Line 10: Unknown act “apologize”. Did you mean “apologise”? push button.',
      ],
    },
    {
      note: 'To its line',
      press: 'Return',
      expect: [
        'leaving list.',
        'leaving region.',
        'Text of the scenario entry want: apologize selected.',
        'Focus mode',
        '~ Line 10.',
      ],
      mode: 'focus',
    },
    {
      note: 'Back to the finding, and what can be done with it',
      press: ['Tab', 'Tab', 'Tab', 'Tab'],
      includes: ['Put it right: “apologise” in line 10 push button.'],
    },
    {
      note: 'Put it right: the line as it is now, and that nothing is left',
      press: 'Return',
      expect: [
        'leaving region.',
        'Text of the scenario entry want: apologise.',
        'Focus mode',
        '~ Line 10 says “apologise” now. No problems found. It can be played.',
      ],
      mode: 'focus',
    },
    {
      note: 'To play it',
      press: ['Tab', 'Tab'],
      expect: ['Check push button.', 'Browse mode', 'Play push button.'],
    },
    {
      note: 'A4: play: the desk, and my customer comes',
      press: 'Return',
      includes: [
        'No conversation is open heading level 1.',
        '~ New customer: Robin Lake, Late order, English',
      ],
    },
    {
      note: 'Accept: the words that I wrote for him',
      press: 'alt+a',
      expect: ['Reply to Robin Lake entry.', 'Focus mode', '~ Robin Lake: Hi, where is my order?'],
      mode: 'focus',
    },
  ],
};
