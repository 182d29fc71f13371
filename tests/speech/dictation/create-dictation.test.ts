import { beforeEach, expect, test } from 'vitest';
import {
  createDictation,
  type Dictation,
  type DictationState,
} from '../../../src/speech/dictation/create-dictation.ts';
import { createFakeClock, type FakeClock } from '../../support/fake-clock.ts';
import { createHearing } from '../create-hearing.ts';

let clock: FakeClock;
let text: string;
let states: DictationState[];
let partials: string[];
let troubles: string[];
let ran: string[];
let corrections: number;
let first: ReturnType<typeof createHearing>;
let second: ReturnType<typeof createHearing>;
let dictation: Dictation;
const settled = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  clock = createFakeClock();
  text = '';
  states = [];
  partials = [];
  troubles = [];
  ran = [];
  corrections = 0;
  first = createHearing('first');
  second = createHearing('second');
  dictation = createDictation({
    clock,
    engines: async () => [first.engine, second.engine],
    target: () => ({
      language: 'en',
      around: () => ({ before: text, after: '' }),
      insert: (inserted) => {
        text += inserted;
      },
      exchange: (old, by) => {
        if (!text.endsWith(old)) return false;
        text = `${text.slice(0, text.length - old.length)}${by}`;
        return true;
      },
    }),
    phrases: () => ['parcel depot'],
    commands: () => [
      { id: 'scratch-that', phrases: ['scratch that'] },
      { id: 'correct-that', phrases: ['correct that'] },
      { id: 'stop-dictation', phrases: ['stop dictation'] },
      { id: 'send', phrases: ['send message'] },
    ],
    onCommand: (id) => ran.push(id),
    onState: (state) => states.push(state),
    onPartial: (partial) => partials.push(partial),
    onDictated: () => {},
    onCorrect: () => {
      corrections += 1;
    },
    onTrouble: ({ kind }, engine) => troubles.push(`${engine?.id}: ${kind}`),
  });
});

const open = async () => {
  dictation.open();
  await settled();
};

test('A47: what is said is written, with its marks, and nothing is sent', async () => {
  await open();
  first.partial('thank');
  first.hear('thank you comma Ada full stop');
  first.hear('your parcel is on its way');
  expect(text).toBe('Thank you, Ada. Your parcel is on its way');
  expect(partials).toEqual(['thank']);
  expect(first.phrases()).toEqual(['parcel depot']);
  expect(ran).toEqual([]);
});

test('A47: its state is told: opening, open, closed; what was said until the end is kept', async () => {
  await open();
  first.hear('hello');
  dictation.close();
  await settled();
  expect(states).toEqual(['opening', 'open', 'closed']);
  expect(text).toBe('Hello');
});

test('“scratch that” takes back one stretch after the other, and no more than is there', async () => {
  await open();
  first.hear('hello');
  first.hear('dear customer');
  first.hear('Scratch that.');
  expect(text).toBe('Hello');
  first.hear('scratch that');
  expect(text).toBe('');
  expect(dictation.scratch()).toBe(false);
});

test('what the agent has changed since is not taken back', async () => {
  await open();
  first.hear('hello');
  text = 'Hello!!';
  expect(dictation.scratch()).toBe(false);
  expect(text).toBe('Hello!!');
});

test('“correct that” offers the other readings; the one that is chosen takes the place', async () => {
  await open();
  first.hear('the partial is late', {
    alternatives: ['the parcel is late', 'the partial is late'],
  });
  first.hear('correct that');
  expect(corrections).toBe(1);
  expect(dictation.last()?.alternatives).toEqual(['The parcel is late']);
  expect(dictation.choose('The parcel is late')).toBe(true);
  expect(text).toBe('The parcel is late');
  expect(dictation.last()?.alternatives, 'and back again').toEqual(['The partial is late']);
  expect(dictation.scratch()).toBe(true);
  expect(text).toBe('');
});

test('A47: doubtful words are marked', async () => {
  await open();
  first.hear('your parsel came', {
    words: [
      { text: 'your', confidence: 0.9 },
      { text: 'parsel', confidence: 0.3 },
      { text: 'came' },
    ],
  });
  expect(dictation.last()?.doubtful).toEqual(['parsel']);
});

test('a command is run and not written; one that is hidden in a sentence is written', async () => {
  await open();
  first.hear('send message');
  expect([ran, text]).toEqual([['send'], '']);
  first.hear('I will send a message to the depot');
  expect(ran).toEqual(['send']);
  expect(text).toBe('I will send a message to the depot');
  first.hear('stop dictation');
  await settled();
  expect(dictation.state()).toBe('closed');
});

test('an engine that fails gives way to the next one, and it is said; its words stay', async () => {
  await open();
  first.hear('hello');
  first.fail('network');
  await settled();
  expect(troubles).toEqual(['first: network']);
  second.hear('there');
  expect(text).toBe('Hello there');
  second.fail('slow-server');
  await settled();
  expect(troubles).toEqual(['first: network', 'second: slow-server']);
  expect(dictation.state()).toBe('closed');
  expect(text).toBe('Hello there');
});

test('a microphone that is refused is not asked for again by the next engine', async () => {
  await open();
  first.fail('microphone-denied');
  await settled();
  expect(second.sessions()).toBe(0);
  expect(dictation.state()).toBe('closed');
});

test('recognition rests while the desk speaks, and 300 ms after', async () => {
  await open();
  dictation.rest(true);
  expect(first.isListening()).toBe(false);
  expect(dictation.state()).toBe('resting');
  dictation.rest(false);
  await clock.advance(299);
  expect(first.isListening()).toBe(false);
  await clock.advance(1);
  await settled();
  expect(first.isListening()).toBe(true);
  expect(states).toEqual(['opening', 'open', 'resting', 'opening', 'open']);
});

test('opened while the desk speaks it waits; closed meanwhile it stays closed', async () => {
  dictation.rest(true);
  await open();
  expect([dictation.state(), first.sessions()]).toEqual(['resting', 0]);
  dictation.close();
  dictation.rest(false);
  await clock.advance(1000);
  await settled();
  expect([dictation.state(), first.sessions()]).toEqual(['closed', 0]);
});

test('what is heard after the end is written nowhere: it would be the next customer’s reply', async () => {
  await open();
  const late = first.listening();
  dictation.dispose();
  late?.onHeard({ text: 'a secret', words: [], alternatives: [] });
  late?.onHeard({ text: 'send message', words: [], alternatives: [] });
  expect([text, ran]).toEqual(['', []]);
});

test('opened twice it listens once, and let go of it listens no more', async () => {
  await open();
  await open();
  expect(first.sessions()).toBe(1);
  dictation.dispose();
  await settled();
  expect(first.isListening()).toBe(false);
});
