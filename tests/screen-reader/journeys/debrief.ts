import { fixedRandom } from '../fixed-random.ts';
import type { Journey } from '../journey.ts';
import { takeMartinVoss } from '../openings.ts';

/** The end of a practice in which something was told that should have been kept. */
export const journey: Journey = {
  title: 'From the end of a practice chat through its debrief',
  url: '/',
  before: fixedRandom(7),
  steps: [
    ...takeMartinVoss,
    {
      note: 'An answer that tells too much',
      type: 'Calm down. Your card ends in 6222, right?',
      expect: [],
    },
    { note: 'Send', press: 'ctrl+Return', expect: [] },
    {
      note: 'End it',
      press: ['alt+j', 'e'],
      includes: ['End the conversation with Martin Voss? dialog', 'Keep it open push button.'],
    },
    {
      note: 'Yes',
      press: ['Tab', 'Return'],
      until: "document.querySelector('.wrap-up')",
      includes: ['How did it end? panel.', 'Solved.'],
    },
    { note: 'Solved', press: 'space', expect: ['selected'] },
    {
      note: 'A4: save: the debrief',
      press: 'Return',
      expect: [
        'leaving main content.',
        'main content',
        'Debrief heading level 1.',
        '~ Practice is over.',
      ],
    },
    { note: 'What was practised', press: 'Down', expect: ['Charged twice.'] },
    {
      note: 'How it ended',
      press: 'Down',
      includes: ['Martin Voss: you ended the conversation before it was solved. First reply after'],
    },
    {
      note: 'A3: by headings: the points',
      press: 'h',
      expect: ['Points heading level 2.'],
    },
    {
      note: 'How many, and what they cannot make up for',
      press: ['Down', 'Down'],
      expect: [
        '44 of 100 points. Something happened that no points make up for:',
        'List with 2 items.',
        'A phrase was used that this desk forbids.',
      ],
    },
    {
      note: 'Where they come from: a table',
      press: ['t', 'Down', 'Down', 'Down'],
      includes: ['table with 5 rows 3 columns', 'Solved for the customer.'],
    },
    {
      note: 'A3: by headings: the rules',
      press: 'h',
      includes: ['Rules of this scenario heading level 2.'],
    },
    {
      note: 'Kept',
      press: 'Down',
      expect: ['List with 4 items.', 'Well done: First verify who it is, then offer a solution.'],
    },
    {
      note: 'Kept',
      press: 'Down',
      expect: ['Well done: First verify who it is, then confirm that it is done.'],
    },
    {
      note: 'Broken: a phrase, and where it was written',
      press: ['Down', 'Down'],
      expect: [
        'To practise: Never say: calm down, not our fault, your own fault, you must',
        'have. You wrote “Calm down” in turn 1.',
      ],
    },
    {
      note: 'Broken: what was to be kept, and where it was told',
      press: 'Down',
      expect: ['To practise: Keep to yourself: Card ending. You wrote “6222” in turn 1.'],
    },
    {
      note: 'To that turn',
      press: ['h', 'h'],
      expect: [
        'Turn by turn heading level 2.',
        'Turn 1, Martin Voss: To practise heading level 3.',
      ],
    },
    {
      note: 'What was said',
      press: ['Down', 'Down', 'Down'],
      expect: [
        'List with 6 items.',
        'Martin Voss: Two payments of £89.90 for ONE order. I already wrote to you and',
        'heard NOTHING. This is a joke.',
        'You: Calm down. Your card ends in 6222, right?',
      ],
    },
    {
      note: 'What it came to',
      press: ['Down', 'Down', 'Down', 'Down', 'Down'],
      expect: [
        'Found: tell the facts “Your card ends”, confirm the details “right”',
        'Missing: say sorry, name the trouble.',
        'One thing to try: Take the anger seriously: say sorry and name what went',
        'wrong, without excuses.',
        "A reply that works: Mr Voss, I'm very sorry. Charged twice and then no answer,",
      ],
    },
    {
      note: 'The ways on',
      press: ['b', 'b', 'b', 'b', 'b', 'b', 'b'],
      expect: [
        'Read the model reply, turn 1 push button.',
        'Again from turn 1 push button.',
        'Again with the same customers push button.',
        'The same with other customers push button.',
        'Save as file for my mentor push button.',
        'Another practice push button.',
        'Leave practice push button.',
      ],
    },
    {
      note: 'A4: leave',
      press: 'Return',
      includes: ['main content', 'Harebell heading level 1.'],
    },
  ],
};
