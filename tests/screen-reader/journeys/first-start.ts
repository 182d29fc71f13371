import { fixedRandom } from '../fixed-random.ts';
import type { Journey } from '../journey.ts';
import { toScenario } from '../openings.ts';

/** From a fresh machine to the first words of a practice customer. */
export const journey: Journey = {
  title: 'First start, to the practice chat',
  url: '/',
  before: fixedRandom(7),
  steps: [
    { note: 'The page opens', includes: ['Harebell document web.'] },
    { note: 'The heading', press: 'h', expect: ['Harebell heading level 1.'] },
    {
      note: 'The next link',
      press: 'k',
      expect: [
        'Practise now link.',
        'A customer made for practice. No account, nothing leaves this computer.',
      ],
    },
    {
      note: 'A4: practise now: the heading of the new screen',
      press: 'Return',
      expect: [
        'leaving list.',
        'leaving main content.',
        'main content',
        'Practise heading level 1.',
      ],
    },
    toScenario('Level 1', 'The very first hello', 'Parcel has not moved for three days'),
    {
      note: 'Its button',
      press: 'Tab',
      expect: ['Start: Parcel has not moved for three days push button.'],
    },
    {
      note: 'The desk, and the customer comes',
      press: 'Return',
      includes: [
        'No conversation is open heading level 1.',
        '~ New customer: Lina Moss, Late parcel, English',
      ],
    },
    {
      note: 'Accept: the reply box, then her words',
      press: 'alt+a',
      expect: [
        'Reply to Lina Moss entry.',
        'Focus mode',
        '~ Lina Moss: hi, tracking has said "at the Leeds depot" for three days now. What\'s going on?',
      ],
      mode: 'focus',
    },
    { note: 'Write at once', type: 'Hello', expect: [] },
  ],
};
