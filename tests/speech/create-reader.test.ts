import { describe, expect, test } from 'vitest';
import { defaultSpeech, type SpeechSettings } from '../../src/domain/speech-settings.ts';
import { createEngineChoice, type VoiceTrouble } from '../../src/speech/choose-engines.ts';
import { createReader } from '../../src/speech/create-reader.ts';
import { createRegistry } from '../../src/speech/registry.ts';
import { sayAs } from '../../src/speech/say-as/say-as.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { createPlayedEngine, type PlayedEngine, settled } from './played-engine.ts';

const setUp = (
  patch: Partial<SpeechSettings> = {},
  engines: readonly PlayedEngine[] = [createPlayedEngine('first'), createPlayedEngine('second')],
) => {
  const clock = createFakeClock();
  const troubles: VoiceTrouble[] = [];
  let settings = { ...defaultSpeech, ...patch };
  const reader = createReader({
    choice: createEngineChoice({
      synthesizers: createRegistry(engines),
      clock,
      settings: () => settings,
      onTrouble: (trouble) => troubles.push(trouble),
    }),
    settings: () => settings,
    sayAs: (text, language) => sayAs(text, language, { sayPrivate: settings.sayPrivate }),
  });
  const [first, second] = engines as [PlayedEngine, PlayedEngine];
  return {
    clock,
    reader,
    troubles,
    first,
    second,
    change: (more: Partial<SpeechSettings>) => {
      settings = { ...settings, ...more };
    },
    read: (text: string, language = 'en', source?: string) =>
      reader.read({ text, language, ...(source && { source }) }),
  };
};
const texts = (engine: PlayedEngine) => engine.given.map(({ text }) => text);
const spoken = { ok: true, value: undefined };
const failed = (kind: string, unsaid: string) => ({ ok: false, error: { kind, unsaid } });

describe('reading', () => {
  test('A57: each run goes out in its language, in sentences, in the words that are said', async () => {
    const { first, read, change } = setUp();
    first.bySelf();
    change({ rate: 2, pitch: 0.8, volume: 0.4, voices: { zh: 'x' }, outputDevice: 'd' });
    expect(await read('He said 你好。Order number 20417. Is it late?')).toEqual(spoken);
    expect(first.given.map(({ language, text }) => [language, text])).toEqual([
      ['en', 'He said'],
      ['zh-CN', '你好。'],
      ['en', 'Order number 2 0 4, 1 7.'],
      ['en', 'Is it late?'],
    ]);
    expect(first.given[0]).toMatchObject({ rate: 2, pitch: 0.8, volume: 0.4, outputDevice: 'd' });
    expect(first.given.map(({ voice }) => voice)).toEqual([undefined, 'x', undefined, undefined]);
  });

  test.each([2, 0.6])('a pace of 0.6 is slower than %d, but never under half', async (rate) => {
    const { first, reader } = setUp({ rate });
    first.bySelf();
    await reader.read({ text: 'Slowly.', language: 'en', pace: 0.6 });
    expect(first.given.map((one) => one.rate)).toEqual([Math.max(0.5, rate * 0.6)]);
  });

  test('one waits for the other, and listeners know whether anything is being read', async () => {
    const { first, reader, read } = setUp();
    const told: boolean[] = [];
    const unsubscribe = reader.subscribe(() => told.push(reader.speaking()));
    const both = Promise.all([read('One.'), read('Two.')]);
    await settled();
    expect([texts(first), reader.speaking()]).toEqual([['One.'], true]);
    first.end();
    await settled();
    expect(texts(first)).toEqual(['One.', 'Two.']);
    first.end();
    expect(await both).toEqual([spoken, spoken]);
    await settled();
    expect([told, reader.speaking()]).toEqual([[true, false], false]);
    unsubscribe();
    first.bySelf();
    await read('Three.');
    expect(told).toEqual([true, false]);
  });

  test('what is asked for now comes before all that waits, and lets go of what is said', async () => {
    const { first, reader, read } = setUp();
    const results = [read('One.'), read('Two.')];
    await settled();
    const now = reader.read({ text: 'Now.', language: 'en' }, { now: true });
    await settled();
    first.end();
    await settled();
    first.end();
    expect(await now).toEqual(spoken);
    expect(await Promise.all(results)).toEqual([failed('aborted', 'One.'), spoken]);
    expect(texts(first)).toEqual(['One.', 'Now.', 'Two.']);
  });

  test('nothing to say is said at once', async () => {
    const { first, read } = setUp();
    expect(await read(' … ')).toEqual(spoken);
    expect(first.given).toEqual([]);
  });
});

describe('keys', () => {
  test('stopping falls silent, forgets what waits, and says whether there was anything', async () => {
    const { first, reader, read } = setUp();
    expect(reader.stop()).toBe(false);
    const all = Promise.all([read('One. Two.'), read('Three.')]);
    await settled();
    expect(reader.stop()).toBe(true);
    expect(await all).toEqual([failed('aborted', 'One. Two.'), failed('aborted', 'Three.')]);
    await settled();
    expect([texts(first), reader.speaking()]).toEqual([['One.'], false]);
    first.bySelf();
    expect(await read('Four.')).toEqual(spoken);
  });

  test('reading again begins at the beginning', async () => {
    const { first, reader, read } = setUp();
    expect(reader.repeat()).toBeUndefined();
    void read('One. Two.');
    await settled();
    first.end();
    await settled();
    first.bySelf();
    expect(await reader.repeat()).toEqual(spoken);
    expect(texts(first)).toEqual(['One.', 'Two.', 'One.', 'Two.']);
  });

  test('a restart says the sentence at hand again, with what is set now', async () => {
    const { first, reader, read, change } = setUp();
    const reading = read('One. Two. Three.');
    await settled();
    first.end();
    await settled();
    change({ rate: 0.75 });
    first.bySelf();
    reader.restart();
    expect(await reading).toEqual(spoken);
    expect(first.given.map(({ text, rate }) => [text, rate])).toEqual([
      ['One.', 1],
      ['Two.', 1],
      ['Two.', 0.75],
      ['Three.', 0.75],
    ]);
    reader.restart();
    expect(first.given).toHaveLength(4);
  });

  test('the last word is spelled: of the whole afterwards, of the sentence at hand while it is read', async () => {
    const { first, reader, read } = setUp();
    expect(reader.spellLast()).toBeUndefined();
    first.bySelf();
    await read('It goes to Elm Road.');
    await reader.spellLast();
    expect(first.given.at(-1)?.text).toBe('R, O, A, D');
    await read('地址是北京路。', 'zh-CN');
    await reader.spellLast();
    expect(first.given.at(-1)).toMatchObject({ language: 'zh-CN' });
    expect(first.given.at(-1)?.text).toMatch(/^(北，京，)?路$/u);
  });

  test('a card number is not spelled out either', async () => {
    const { first, reader, read, change } = setUp();
    first.bySelf();
    await read('My card is 4111111111111111');
    await reader.spellLast();
    for (const text of texts(first)) expect(text.replaceAll(/\D/g, '')).not.toContain('411111');
    change({ sayPrivate: true });
    await read('My card is 4111111111111111');
    expect(first.given.at(-1)?.text.replaceAll(/\D/g, '')).toBe('4111111111111111');
  });
});

describe('telling apart', () => {
  const pitches = async (apart: SpeechSettings['apart'], can = {}) => {
    const engine = createPlayedEngine('first', can);
    const { read, reader } = setUp({ apart }, [engine]);
    engine.bySelf();
    for (const source of ['a', 'b', 'a', 'c']) await read('Hello.', 'en', source);
    reader.free('a');
    await read('Hello.', 'en', 'd');
    await read('No one’s.');
    return engine.given.map(({ pitch, pan }) => `${pitch} ${pan ?? '-'}`);
  };
  test('all sound the same, unless wanted otherwise', async () => {
    expect(new Set(await pitches('none'))).toEqual(new Set(['1 -']));
  });
  test('by pitch: each chat keeps its own, and a new one gets one that is free', async () => {
    expect(await pitches('pitch')).toEqual(['1 -', '0.75 -', '1 -', '1.3 -', '1 -', '1 -']);
  });
  test('by side, where the engine has sides, and by pitch where it has none', async () => {
    const sides = await pitches('side', { pan: true });
    expect(sides).toEqual(['1 -0.9', '1 0.9', '1 -0.9', '1 0', '1 -0.9', '1 -']);
    expect(await pitches('side')).toEqual(await pitches('pitch'));
  });
});

describe('failures', () => {
  test('an engine that falls silent is stood in for, which is said once, and is asked last', async () => {
    const { first, second, troubles, read, clock } = setUp();
    first.bySelf(() => 'engine-silent');
    second.bySelf();
    expect(await read('One. Two.')).toEqual(spoken);
    expect(await read('Three.')).toEqual(spoken);
    expect([texts(first), texts(second)]).toEqual([['One.'], ['One.', 'Two.', 'Three.']]);
    expect(troubles).toEqual([
      { kind: 'stand-in', error: 'engine-silent', engine: 'first', next: 'second' },
    ]);
    await clock.advance(5 * 60_000);
    first.bySelf();
    await read('Four.');
    expect(texts(first)).toEqual(['One.', 'Four.']);
    // It was well again: a new failure is news.
    first.bySelf(() => 'failed');
    await read('Five.');
    expect(troubles).toHaveLength(2);
  });

  test('all of them failing is an error, with what was not said', async () => {
    const { first, second, troubles, read } = setUp();
    first.bySelf(() => 'engine-silent');
    second.bySelf(() => 'failed');
    expect(await read('One.')).toEqual(failed('failed', 'One.'));
    expect(troubles).toHaveLength(1);
    first.bySelf(({ text }) => (text === 'Two.' ? 'failed' : undefined));
    second.bySelf(({ text }) => (text === 'Two.' ? 'failed' : undefined));
    expect(await read('One. Two. Three.')).toEqual(failed('failed', 'Two. Three.'));
  });

  test('a page that may not sound yet says so, and tries no other engine', async () => {
    const { first, second, read } = setUp();
    first.bySelf(() => 'needs-gesture');
    expect(await read('One.')).toEqual(failed('needs-gesture', 'One.'));
    expect(second.given).toEqual([]);
  });

  test.each([
    [{ kind: 'unavailable', reason: 'no-voice' }, 'no-voice'],
    [{ kind: 'unavailable', reason: 'not-in-this-browser' }, 'not-in-this-browser'],
    [{ kind: 'needs-consent' }, 'no-consent'],
    [{ kind: 'installable' }, 'not-installed'],
  ] as const)('with no engine at all, %j is the reason', async (state, kind) => {
    const engine = createPlayedEngine('only');
    engine.state = state;
    const { read } = setUp({}, [engine]);
    expect(await read('One.')).toEqual(failed(kind, 'One.'));
  });

  test('a voice that is no longer there is told once, and another one reads', async () => {
    const engine = createPlayedEngine('only', {}, ['Here']);
    const { read, troubles, change } = setUp({ voices: { en: 'Gone' } }, [engine]);
    engine.bySelf();
    expect(await read('One.')).toEqual(spoken);
    await read('Two.');
    expect(troubles).toEqual([{ kind: 'voice-gone', language: 'en' }]);
    change({ voices: { en: 'Here' } });
    await read('Three.');
    expect([troubles.length, engine.given.at(-1)?.voice]).toEqual([1, 'Here']);
  });
});

describe('which engine', () => {
  const speaker = async (settings: Partial<SpeechSettings>) => {
    const plain = createPlayedEngine('plain', {}, ['p']);
    const able = createPlayedEngine('able', { pan: true, outputDevice: true }, ['a']);
    const { read } = setUp(settings, [plain, able]);
    plain.bySelf();
    able.bySelf();
    await read('Hello.');
    return plain.given.length ? 'plain' : 'able';
  };
  test.each([
    [{}, 'plain'],
    [{ synthesizer: 'able' }, 'able'],
    [{ apart: 'side' }, 'able'],
    [{ outputDevice: 'headset' }, 'able'],
    [{ apart: 'side', synthesizer: 'plain' }, 'plain'],
    [{ voices: { en: 'a' } }, 'able'],
    [{ voices: { en: 'a' }, synthesizer: 'plain' }, 'able'],
    [{ voices: { zh: 'a' } }, 'plain'],
    [{ synthesizer: 'unknown' }, 'plain'],
  ] as const)('%j is read by %s', async (settings, id) => {
    expect(await speaker(settings)).toBe(id);
  });
});

test('letting go ends what is said and what waits', async () => {
  const { reader, read } = setUp();
  const all = Promise.all([read('One.'), read('Two.')]);
  await settled();
  reader.dispose();
  expect(await all).toEqual([failed('aborted', 'One.'), failed('aborted', 'Two.')]);
});
