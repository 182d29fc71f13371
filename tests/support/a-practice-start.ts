import type { PracticeStart } from '../../src/session/workspace.ts';
import { parseScenario } from '../../src/simulator/parse-scenario.ts';

const { scenario } = parseScenario(`
scenario: late-parcel
languages: en
# chat: Lin
customer: Lin
## open
says: Where is it?
anyof: greet
end: solved
`);
if (!scenario) throw new Error('The scenario of the tests is broken.');

/** What a practice was begun with, where a test does not care what it was. */
export const aPracticeStart: PracticeStart = {
  scenario,
  title: 'Late parcel',
  language: 'en',
  mode: 'practice',
  seed: 7,
};
