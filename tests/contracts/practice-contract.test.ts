import { createPracticeConnector } from '../../src/connectors/practice/create-practice-connector.ts';
import { parseScenario } from '../../src/simulator/parse-scenario.ts';
import { createFastClock } from '../support/fast-clock.ts';
import { connectorContract } from './connector-contract.ts';

const text = `
scenario: contract
title en: One customer who has been here before
level: 1
languages: en
seed: 1
clock: off

# chat: Ann
customer en: Ann Lee
topic en: Late parcel
wrote en: Do you open on Sundays?
answered en: Yes.
patience: 60

## open
says en: Hello, where is my parcel?
anyof: greet, acknowledge, set_expectation
all: go wait
some: go wait
none: go wait

## wait
says en: Thank you, I will wait.
anyof: greet, acknowledge, close
`;

connectorContract('practice', async () => {
  const { scenario, problems } = parseScenario(text);
  if (!scenario) throw new Error(JSON.stringify(problems));
  const clock = createFastClock(20);
  return {
    connector: createPracticeConnector({ scenario, language: 'en', seed: 1, clock }),
    // Customers here come and answer by themselves.
    arrive: async () => {},
    answer: async () => {},
    leave: async () => {},
  };
});
