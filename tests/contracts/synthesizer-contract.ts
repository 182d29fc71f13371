import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SpeakOptions, Synthesizer, Utterance } from '../../src/speech/synthesizer.ts';

/** An engine to be tried, and what the suite cannot know of it. */
export interface SynthesizerBench {
  readonly synthesizer: Synthesizer;
  /** A language that it speaks. */
  readonly language: string;
  /** A language that it does not. */
  readonly unknown: string;
  /** Takes away what was put up around it; the suite disposes of the engine itself. */
  close?(): Promise<void>;
}

const sentence = 'Your parcel was sent on Monday.';
const manyWords = 'The customer would like to know where it is. '.repeat(230).slice(0, 10_000);

/**
 * What every engine that speaks keeps to; `src/speech/README.md` says it in words. The same tests run
 * on each of them, in a browser, where a click has allowed sound.
 * @param open makes an engine that has not spoken yet
 */
export function synthesizerContract(name: string, open: () => Promise<SynthesizerBench>): void {
  describe(`the ${name} synthesizer keeps the contract:`, { timeout: 60_000 }, () => {
    let bench: SynthesizerBench;
    let engine: Synthesizer;
    beforeEach(async () => {
      bench = await open();
      engine = bench.synthesizer;
    });
    afterEach(async () => {
      engine.dispose();
      await bench.close?.();
    });

    const utterance = (more: Partial<Utterance> = {}): Utterance => ({
      text: sentence,
      language: bench.language,
      rate: 3,
      pitch: 1,
      volume: 1,
      ...more,
    });
    const never = new AbortController().signal;
    const say = (more: Partial<Utterance> = {}, options: Partial<SpeakOptions> = {}) =>
      engine.speak(utterance(more), { signal: never, ...options });
    /** Begins to say it, and resolves when it is heard. */
    const begin = async (more: Partial<Utterance> = {}) => {
      const controller = new AbortController();
      let settled: Awaited<ReturnType<Synthesizer['speak']>> | undefined;
      let result = Promise.resolve(settled);
      await new Promise<void>((resolve, reject) => {
        result = say(more, { signal: controller.signal, onStart: resolve }).then((value) => {
          settled = value;
          reject(new Error(`It was over before it was heard: ${JSON.stringify(value)}`));
          return value;
        });
      });
      return { controller, result, settled: () => settled };
    };
    const spoken = { ok: true, value: undefined };
    const aborted = { ok: false, error: { kind: 'aborted' } };

    test('has a name, a place, and is ready for its language', async () => {
      expect(engine.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(['device', 'network', 'cloud', 'unknown']).toContain(engine.place);
      expect(await engine.availability(bench.language)).toEqual({ kind: 'ready' });
      expect((await engine.availability(bench.unknown)).kind).toBe('unavailable');
    });

    test('names its voices once each, those for a language in that language', async () => {
      const [all, own] = [await engine.voices(), await engine.voices(bench.language)];
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
      expect(own.length).toBeGreaterThan(0);
      for (const { id, name, language } of own) {
        expect(all.map((each) => each.id)).toContain(id);
        expect(name).not.toBe('');
        expect(language.split('-')[0]).toBe(bench.language.split('-')[0]);
      }
      expect(await engine.voices(bench.unknown)).toEqual([]);
    });

    test('says a sentence: it is heard once, then over', async () => {
      const events: string[] = [];
      const result = await say({}, { onStart: () => events.push('start') });
      expect(result).toEqual(spoken);
      expect(events).toEqual(['start']);
    });

    test('says nothing where there is nothing to say', async () => {
      const events: string[] = [];
      const onStart = () => events.push('start');
      expect(await say({ text: '' }, { onStart })).toEqual(spoken);
      expect(await say({ text: ' \n\t ' }, { onStart })).toEqual(spoken);
      expect(events).toEqual([]);
    });

    test('settles as aborted without a sound when it was given up before', async () => {
      const events: string[] = [];
      const signal = AbortSignal.abort();
      expect(await say({}, { signal, onStart: () => events.push('start') })).toEqual(aborted);
      expect(events).toEqual([]);
    });

    test('falls silent at once when it is given up, and can speak again', async () => {
      const { controller, result } = await begin({ text: manyWords });
      const since = performance.now();
      controller.abort();
      expect(await result).toEqual(aborted);
      expect(performance.now() - since).toBeLessThan(50);
      controller.abort();
      expect(await say()).toEqual(spoken);
    });

    test('a second saying ends the first one as aborted, and is heard itself', async () => {
      const first = await begin({ text: manyWords });
      const second = await begin();
      expect(first.settled()).toEqual(aborted);
      expect(await second.result).toEqual(spoken);
    });

    test('of three that are asked for in one breath, the last one is heard', async () => {
      const results = await Promise.all([say(), say(), say()]);
      expect(results).toEqual([aborted, aborted, spoken]);
    });

    test('a language without a voice is an error, not a wrong voice', async () => {
      expect(await say({ language: bench.unknown })).toEqual({
        ok: false,
        error: { kind: 'no-voice' },
      });
    });

    test('speaks with another voice when the chosen one is gone', async () => {
      expect(await say({ voice: 'a voice that was uninstalled' })).toEqual(spoken);
    });

    test('says what a customer may write: markup, pictures, signs, characters of control', async () => {
      const text =
        '<b>No</b> &amp; [[no]] 😀 \u0000\u202Enaïve\u200B "yes" <break time="60s"/> 100%';
      expect(await say({ text })).toEqual(spoken);
    });

    test('heeds the ends of what can be asked for', async () => {
      for (const rate of [0.5, 6]) {
        expect(await say({ text: 'Yes.', rate, pitch: 0, volume: 0 })).toEqual(spoken);
        expect(await say({ text: 'Yes.', rate, pitch: 2, pan: -1 })).toEqual(spoken);
      }
    });

    test('a device that is not there is replaced by the default one', async () => {
      expect(await say({ outputDevice: 'unplugged' })).toEqual(spoken);
    });

    test('what is being said ends when the engine is let go of; twice is once', async () => {
      const { result } = await begin({ text: manyWords });
      engine.dispose();
      engine.dispose();
      expect(await result).toEqual(aborted);
    });

    test('tells words in order, while they are heard, where it can tell words', async () => {
      if (!engine.can.wordTiming) return expect(engine.can.wordTiming).toBe(false);
      const text = 'Order  4711 – the “blue” lamp 😀 – wasn’t there.\nNaïve? No!';
      const found: string[] = [];
      let last = -1;
      const result = await say(
        { text },
        {
          onWord: (at, length) => {
            expect(at).toBeGreaterThan(last);
            last = at;
            found.push(text.slice(at, at + length));
          },
        },
      );
      expect(result).toEqual(spoken);
      for (const word of ['Order', '4711', 'blue', 'lamp', 'wasn’t', 'there', 'Naïve', 'No']) {
        expect(found).toContain(word);
      }
      for (const word of found) expect(word).toMatch(/^\S+$/);
      return undefined;
    });

    test('gives the sound itself, where it can', async () => {
      if (!engine.render) return expect(engine.can.pcm).toBe(false);
      const render = async (more: Partial<Utterance>) => {
        const result = await engine.render?.(utterance(more), never);
        if (!result?.ok) throw new Error(JSON.stringify(result));
        return result.value;
      };
      const { samples, sampleRate, words } = await render({ rate: 1 });
      expect(samples.length / sampleRate).toBeGreaterThan(0.8);
      expect(samples.length / sampleRate).toBeLessThan(6);
      expect(samples.some((value) => Math.abs(value) > 0.1)).toBe(true);
      expect(samples.every((value) => Math.abs(value) <= 1)).toBe(true);
      expect(words.map(({ at, length }) => sentence.slice(at, at + length))).toEqual([
        'Your',
        'parcel',
        'was',
        'sent',
        'on',
        'Monday',
      ]);
      const times = words.map(({ time }) => time);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(times.at(-1)).toBeLessThan(samples.length / sampleRate);
      // Volume belongs to the playing of it.
      expect((await render({ rate: 1, volume: 0 })).samples.some((v) => Math.abs(v) > 0.1)).toBe(
        true,
      );
      expect((await render({ text: '' })).samples.length).toBe(0);
      const unknown = await engine.render(utterance({ language: bench.unknown }), never);
      expect(unknown).toEqual({ ok: false, error: { kind: 'no-voice' } });
      expect(await engine.render(utterance(), AbortSignal.abort())).toEqual(aborted);
      return undefined;
    });

    test('says 10,000 characters to their end, word by word, where it gives sound', async () => {
      if (!engine.render) return expect(engine.can.pcm).toBe(false);
      const result = await engine.render(utterance({ text: manyWords, rate: 6 }), never);
      if (!result.ok) throw new Error(result.error.kind);
      const { words } = result.value;
      // Some engines take two words for one, as “would like”.
      expect(words.length).toBeGreaterThan(1700);
      const offsets = words.map(({ at }) => at);
      expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
      expect(manyWords.length - (offsets.at(-1) ?? 0)).toBeLessThan(50);
      for (const { at, length } of words) {
        expect(manyWords.slice(at, at + length)).toMatch(/^[A-Za-z]+$/);
      }
      return undefined;
    });
  });
}
