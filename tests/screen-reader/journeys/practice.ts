import { fixedRandom } from '../fixed-random.ts';
import type { Journey } from '../journey.ts';
import { toPractice, toScenario } from '../openings.ts';

/** A whole practice chat, in which one reply falls short, and that turn again from the debrief. */
export const journey: Journey = {
  title: 'From the start page through a whole practice chat, its debrief, and one turn again',
  url: '/',
  before: fixedRandom(7),
  steps: [
    ...toPractice,
    toScenario('Level 1', 'The very first hello'),
    { note: 'Its button', press: 'Tab', expect: ['Start: The very first hello push button.'] },
    {
      note: 'A4: begin: the desk, and the customer comes',
      press: 'Return',
      includes: [
        'No conversation is open heading level 1.',
        '~ New customer: Kelly Marsh, Opening hours, English',
      ],
    },
    {
      note: 'Accept: the reply box, then her words',
      press: 'alt+a',
      expect: ['Reply to Kelly Marsh entry.', 'Focus mode', '~ Kelly Marsh: hi, anyone there?'],
      mode: 'focus',
    },
    { note: 'Greet', type: 'Hello! How can I help you?', expect: [] },
    {
      note: 'A26: what she wants, and no echo of my own words',
      press: 'ctrl+Return',
      expect: ['~ what time do you shut on Sunday? was thinking of bringing the kids after lunch'],
    },
    { note: 'Tell her', type: 'We are open from 10 to 4, last entry is at 3.', expect: [] },
    {
      note: 'Send',
      press: 'ctrl+Return',
      expect: ['~ perfect. do we have to book or can we just turn up?'],
    },
    {
      note: 'Tell her',
      type: 'No need to book. Children under 8 need an adult.',
      expect: [],
    },
    { note: 'Send', press: 'ctrl+Return', expect: ['~ ah right, good to know'] },
    { note: 'A reply that falls short', type: 'You are welcome.', expect: [] },
    // Heard, before the next is written: what is sent sooner is held back (A19).
    { note: 'She waits for more', press: 'ctrl+Return', expect: ['~ ok'], listen: 2500 },
    { note: 'Made good', type: 'Is there anything else?', expect: [] },
    { note: 'Send', press: 'ctrl+Return', expect: ["~ no that's all, ta very much!"] },
    { note: 'Goodbye', type: 'Thank you, goodbye!', expect: [] },
    { note: 'She goes', press: 'ctrl+Return', expect: ['~ Kelly Marsh has left.'] },
    {
      note: 'A39: the wrap-up, from the reply box and by no other way',
      press: ['alt+j', 'w'],
      expect: ['How did it end? panel.', 'Solved.', 'not selected radio button', 'Browse mode'],
    },
    { note: 'Solved', press: 'space', expect: ['selected'] },
    {
      note: 'A4: save: the debrief; that all of it is over is said once',
      press: 'Return',
      includes: ['Debrief heading level 1.', '~ Practice is over.'],
      excludes: ['Kelly Marsh is done'],
    },
    { note: 'What was practised', press: 'Down', expect: ['The very first hello.'] },
    {
      note: 'How it ended',
      press: 'Down',
      includes: ['Kelly Marsh: solved. First reply after'],
    },
    {
      note: 'A3: by headings: the points',
      press: ['h', 'Down'],
      expect: ['Points heading level 2.', '98 of 100 points. That is a pass; 70 are needed.'],
    },
    {
      note: 'A3: by headings: the rules, and the first of them',
      press: ['h', 'Down'],
      expect: [
        'Rules of this scenario heading level 2.',
        'List with 3 items.',
        'Well done: greet.',
      ],
    },
    {
      note: 'A3: by headings: the turn that fell short',
      press: ['h', 'h', 'h', 'h', 'h'],
      expect: [
        'Turn by turn heading level 2.',
        'Turn 1, Kelly Marsh: Well done heading level 3.',
        'Turn 2, Kelly Marsh: Well done heading level 3.',
        'Turn 3, Kelly Marsh: Well done heading level 3.',
        'Turn 4, Kelly Marsh: To practise heading level 3.',
      ],
    },
    {
      note: 'What was said, and what it came to',
      press: ['Down', 'Down', 'Down', 'Down', 'Down', 'Down'],
      expect: [
        'List with 6 items.',
        'Kelly Marsh: ah right, good to know.',
        'You: You are welcome.',
        'Found: show that you read it “You are welcome”',
        'Missing: ask whether there is more.',
        'One thing to try: Before you say goodbye, ask whether there is anything else.',
        "A reply that works: You're welcome. Is there anything else I can help you with?",
      ],
    },
    {
      note: 'What can be done with it',
      press: ['b', 'b'],
      expect: ['Read the model reply, turn 4 push button.', 'Again from turn 4 push button.'],
    },
    {
      note: 'Again: she comes anew',
      press: 'Return',
      includes: [
        'No conversation is open heading level 1.',
        '~ New customer: Kelly Marsh, Opening hours, English',
      ],
    },
    {
      note: 'Her words of that turn',
      press: 'alt+a',
      expect: [
        'Reply to Kelly Marsh entry.',
        'Focus mode',
        '~ Kelly Marsh: ah right, good to know',
      ],
      mode: 'focus',
    },
    {
      note: 'What I wrote before it is there',
      press: 'alt+2',
      includes: ['~ You: No need to book. Children under 8 need an adult.'],
    },
  ],
};
