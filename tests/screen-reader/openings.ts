import type { Step } from './journey.ts';

/** The desk of `url: 'desk'` is there, with nobody in it. */
export const theDesk: Step = {
  note: 'The desk',
  until: "window.desk && document.querySelector('.list')",
  includes: ['No conversation is open heading level 1.'],
};

/** The first of those who wait is accepted: the reply box, then the first words. */
export const acceptFirst = (name: string): Step => ({
  note: `Accept ${name}: the reply box, then the first words`,
  press: 'alt+a',
  expect: [`Reply to ${name} entry.`, 'Focus mode', `~ ${name}: Hello, ${name} here.`],
  mode: 'focus',
});

/** Another one of those who wait, accepted from the reply box. */
export const acceptNext = (name: string): Step => ({
  note: `Accept ${name}, who is then open`,
  press: 'alt+a',
  expect: [`Reply to ${name} entry.`, `~ ${name}: Hello, ${name} here.`],
  mode: 'focus',
});

/** A customer comes to that desk and is accepted; the focus is in the reply box. */
export const takeCustomer = (name: string): readonly Step[] => [
  {
    note: 'A customer comes',
    evaluate: `desk.offer('${name}')`,
    expect: [`~ New customer: ${name}, Parcel, English`],
  },
  acceptFirst(name),
];

/**
 * From the start page of `url: '/'` to the choice of a practice customer, each screen heard by its
 * heading.
 */
export const toPractice: readonly Step[] = [
  { note: 'The page opens', includes: ['Harebell document web.'] },
  {
    note: 'To the first link',
    press: ['h', 'k'],
    includes: ['Practise now link.'],
  },
  {
    note: 'Practise now',
    press: 'Return',
    includes: ['Practise heading level 1.'],
  },
];

/** From the heading of that choice, by headings, past the level's to the last of these titles. */
export const toScenario = (level: string, ...titles: readonly string[]): Step => ({
  note: 'Which customers are there?',
  press: ['h', ...titles.map(() => 'h')],
  expect: [`${level} heading level 2.`, ...titles.map((title) => `${title} heading level 3.`)],
});

/** Martin Voss of "Charged twice", on the usual page with `fixedRandom(7)`, until he is taken. */
export const takeMartinVoss: readonly Step[] = [
  ...toPractice,
  { note: 'The second level', press: ['2', '2'], includes: ['Level 2 heading level 2'] },
  { note: 'Opened', press: 'Return' },
  {
    note: 'Its last customers',
    press: ['3', '3', '3', '3', '3', '3'],
    includes: ['Charged twice heading level 3.'],
  },
  { note: 'Its button', press: 'Tab', expect: ['Start: Charged twice push button.'] },
  { note: 'Begin', press: 'Return', includes: ['~ New customer: Martin Voss, Payment, English'] },
  {
    note: 'Accept',
    press: 'alt+a',
    includes: ['Reply to Martin Voss entry.', '~ Martin Voss: Two payments of £89.90'],
    mode: 'focus',
  },
];
