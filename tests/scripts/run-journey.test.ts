import { describe, expect, it } from 'vitest';
import type { Utterance } from '../screen-reader/create-orca.ts';
import { formatTranscript } from '../screen-reader/format-transcript.ts';
import type { Journey, Step } from '../screen-reader/journey.ts';
import type { ListenOptions, Rig } from '../screen-reader/rig.ts';
import { RigFailure } from '../screen-reader/rig-failure.ts';
import {
  findFaults,
  hasCome,
  orderWords,
  runJourney,
  withoutClock,
} from '../screen-reader/run-journey.ts';

const say = (text: string): Utterance => ({ kind: 'say', text });
const live = (text: string): Utterance => ({ kind: 'live', text });
const step = (more: Partial<Step>): Step => ({ note: 'a step', ...more });

/** A rig that says the next of the given answers whenever it is listened to. */
function createFakeRig(answers: readonly (readonly Utterance[])[], more: Partial<Rig> = {}) {
  const done: string[] = [];
  const options: (ListenOptions | undefined)[] = [];
  const left = [...answers];
  const act = (name: string) => async (value?: unknown) => {
    done.push(value === undefined ? name : `${name} ${value}`);
  };
  const rig: Rig = {
    press: act('press'),
    type: act('type'),
    insert: act('insert'),
    until: act('until'),
    evaluate: act('evaluate'),
    rest: act('rest'),
    spoken: async (how) => {
      options.push(how);
      return { utterances: left.shift() ?? [], mode: 'browse' };
    },
    errors: [],
    close: async () => {},
    ...more,
  };
  return { rig, done, options };
}

const journey = (...steps: Step[]): Journey => ({ title: 'A walk', url: '/', steps });

describe('what is compared', () => {
  it('has answers to keys first and live words after, marked, each in order', () => {
    expect(orderWords([live('b'), say('one'), live('a'), say('two')])).toEqual([
      'one',
      'two',
      '~ b',
      '~ a',
    ]);
    expect(orderWords([live('b'), say('x'), live('a')], true)).toEqual(['x', '~ a', '~ b']);
  });

  it('has no blanks at the ends of what was said, which nobody hears', () => {
    expect(orderWords([say('A long '), live(' line ')])).toEqual(['A long', '~ line']);
  });

  it('has what the page’s own voice said between the two, under its own mark', () => {
    const voice: Utterance = { kind: 'voice', text: 'hello' };
    expect(orderWords([voice, live('b'), say('one')])).toEqual(['one', '» hello', '~ b']);
    expect(findFaults(step({ expect: ['one'] }), ['one', '» one'], '')).toHaveLength(1);
  });

  it('may differ between runs where words are only looked through', () => {
    const heard = (more: Partial<Step>, word: string) =>
      withoutClock({ step: step(more), words: [word], mode: 'browse', faults: [] });
    const includes = ['Solved after'];
    expect(heard({ includes }, 'Solved after 4 s')).toEqual(
      heard({ includes }, 'Solved after 5 s'),
    );
    expect(heard({}, 'one').words).toEqual(['one']);
    expect(heard({ includes, expect: ['one'] }, 'one').words).toEqual(['one']);
  });

  it('finds a word too many, too few, another, or in another order', () => {
    const expected = step({ expect: ['one', 'two'] });
    expect(findFaults(expected, ['one', 'two'], '')).toEqual([]);
    for (const words of [['one'], ['one', 'two', 'three'], ['two', 'one'], ['one', '~ two'], []]) {
      expect(findFaults(expected, words, '')).toHaveLength(1);
    }
  });

  it('takes an empty list for silence, and none for anything', () => {
    expect(findFaults(step({ expect: [] }), ['a word'], '')).toHaveLength(1);
    expect(findFaults(step({}), ['a word'], '')).toEqual([]);
  });

  it('sorts only where the order is given up', () => {
    const words = ['~ a', '~ b'];
    expect(findFaults(step({ expect: ['~ b', '~ a'], anyOrder: true }), words, '')).toEqual([]);
    expect(findFaults(step({ expect: ['~ b', '~ a'] }), words, '')).toHaveLength(1);
  });

  it('looks for parts, forbidden parts, and the mode', () => {
    const words = ['Ada, 2 unread'];
    expect(findFaults(step({ includes: ['2 unread'], mode: 'focus' }), words, 'focus')).toEqual([]);
    expect(findFaults(step({ includes: ['3 unread'] }), words, '')).toHaveLength(1);
    expect(findFaults(step({ excludes: ['unread'] }), words, '')).toHaveLength(1);
    expect(findFaults(step({ mode: 'focus' }), words, 'browse')).toHaveLength(1);
  });

  it('knows when all has come, counting words that come twice', () => {
    const twice = step({ expect: ['hello', 'hello'] });
    expect(hasCome(twice, ['hello'])).toBe(false);
    expect(hasCome(twice, ['hello', 'between', 'hello'])).toBe(true);
    expect(hasCome(step({ includes: ['ell'] }), ['hello'])).toBe(true);
    expect(hasCome(step({ includes: ['bye'] }), ['hello'])).toBe(false);
  });
});

describe('runJourney', () => {
  it('does what a step says, in the order of the README, and rests between keys', async () => {
    const { rig, done } = createFakeRig([]);
    const all = step({
      until: 'b',
      insert: '您好',
      type: 'x',
      press: ['Tab', 'Return'],
      ready: 'a',
      evaluate: 'e',
    });
    await runJourney(rig, journey(all));
    expect(done).toEqual([
      'evaluate e',
      'until a',
      'press Tab',
      'rest',
      'press Return',
      'type x',
      'insert 您好',
      'until b',
    ]);
  });

  it('goes on after a fault and gives every word', async () => {
    const { rig } = createFakeRig([[say('wrong')], [say('right'), live('news')]]);
    const results = await runJourney(
      rig,
      journey(step({ expect: ['other'] }), step({ expect: ['right', '~ news'] })),
    );
    expect(results.map(({ faults }) => faults.length)).toEqual([1, 0]);
    expect(results.map(({ words }) => words)).toEqual([['wrong'], ['right', '~ news']]);
  });

  it('listens until what is expected has been said', async () => {
    const { rig, options } = createFakeRig([[say('a')]]);
    await runJourney(rig, journey(step({ expect: ['a', '~ b'], listen: 5 })));
    expect(options[0]?.listen).toBe(5);
    expect(options[0]?.enough?.([say('a')])).toBe(false);
    expect(options[0]?.enough?.([live('b'), say('a')])).toBe(true);
  });

  it('counts what the page throws as a fault of the step', async () => {
    const errors: string[] = [];
    const { rig } = createFakeRig([], {
      errors,
      press: async () => void errors.push('TypeError: x'),
    });
    const [first, second] = await runJourney(rig, journey(step({ press: 'Tab' }), step({})));
    expect(first?.faults).toEqual(['the page threw TypeError: x']);
    expect(second?.faults).toEqual([]);
  });

  it('takes a wait that ends in vain for a fault, and a broken rig for no answer at all', async () => {
    const late = createFakeRig([], { until: () => Promise.reject(new Error('never true')) });
    const results = await runJourney(late.rig, journey(step({ until: 'x' })));
    expect(results[0]?.faults).toEqual(['never true']);
    const broken = createFakeRig([], { press: () => Promise.reject(new RigFailure('Orca went')) });
    await expect(runJourney(broken.rig, journey(step({ press: 'Tab' })))).rejects.toThrow(
      RigFailure,
    );
  });
});

describe('formatTranscript', () => {
  it('can be read: notes, keys, words, silence, and what was wrong', () => {
    const words = ['Send push button', '~ Sent'];
    const text = formatTranscript('A walk', [
      { step: step({ note: 'Send', press: ['Tab', 'Return'] }), words, mode: 'focus', faults: [] },
      { step: step({ note: 'Wait' }), words: [], mode: '', faults: ['expected ["x"]'] },
    ]);
    expect(text).toBe(
      [
        'A walk',
        '======',
        '# Send',
        '> press Tab, Return [focus]',
        '  Send push button',
        '  ~ Sent',
        '',
        '# Wait',
        '> listen',
        '  (silence)',
        '  ! expected ["x"]',
        '',
      ].join('\n'),
    );
  });
});
