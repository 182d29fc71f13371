import type { Journey } from '../journey.ts';

/** The least that can go wrong: the page has a title and a heading that can be found by ear. */
export const journey: Journey = {
  title: 'The start page',
  url: '/',
  steps: [
    { note: 'The page opens', includes: ['Harebell'] },
    { note: 'Back to the top', press: 'ctrl+Home', includes: ['Harebell'] },
  ],
};
