import { beforeEach, expect, test } from 'vitest';
import { createPairing, type Pairing } from '../../../src/speech/dictation/pair-hearings.ts';
import { createFakeClock, type FakeClock } from '../../support/fake-clock.ts';

let clock: FakeClock;
let pairs: string[];
let pairing: Pairing;
const heard = (text: string, from?: number, to?: number) => ({
  text,
  words: from === undefined || to === undefined ? [] : [{ text, from, to }],
  alternatives: [],
});

beforeEach(() => {
  clock = createFakeClock();
  pairs = [];
  pairing = createPairing(clock, (open, closed) => pairs.push(`${open.text} + ${closed ?? '–'}`));
});

test('either may be the first', async () => {
  pairing.open(heard('sent message'));
  pairing.closed(heard('send message'));
  await clock.advance(2000);
  pairing.closed(heard('open settings'));
  await clock.advance(300);
  pairing.open(heard('open settings'));
  expect(pairs).toEqual(['sent message + send message', 'open settings + open settings']);
});

test('the times of the words tell what belongs together, however late either is', async () => {
  pairing.closed(heard('show numbers', 6, 7));
  await clock.advance(5000);
  pairing.open(heard('please send it', 1, 3));
  await clock.advance(2000);
  expect(pairs).toEqual(['please send it + –']);
  pairing.open(heard('shell numbers', 6.1, 7.2));
  expect(pairs.at(-1)).toBe('shell numbers + show numbers');
});

test('what was passed over goes on alone', () => {
  pairing.open(heard('hello', 1, 2));
  pairing.open(heard('open settings', 3, 4));
  pairing.closed(heard('open settings', 3, 4));
  expect(pairs).toEqual(['hello + –', 'open settings + open settings']);
});

test('what the closed one says nothing of goes on alone after a moment', async () => {
  pairing.open(heard('thank you very much'));
  expect(pairs).toEqual([]);
  await clock.advance(2000);
  expect(pairs).toEqual(['thank you very much + –']);
  pairing.closed(heard('send message'));
  await clock.advance(701);
  pairing.open(heard('hello'));
  await clock.advance(2000);
  expect(pairs.at(-1), 'without times, one that came too early belongs to nothing').toBe(
    'hello + –',
  );
});

test('stretches stay in order, and the end waits for nobody', () => {
  pairing.open(heard('one'));
  pairing.open(heard('two'));
  pairing.closed(heard('first'));
  expect(pairs).toEqual(['one + first']);
  pairing.end();
  expect(pairs).toEqual(['one + first', 'two + –']);
});
