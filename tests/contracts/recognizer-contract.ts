import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Result } from '../../src/shared/result.ts';
import type { ListenOptions, Recognizer } from '../../src/speech/recognizer.ts';
import type { SpeechError } from '../../src/speech/speech-error.ts';
import { eventually } from '../support/eventually.ts';
import { quietWav } from '../support/quiet-wav.ts';
import { shareHeard } from '../support/share-heard.ts';

/** An engine to be tried, and what the suite cannot know of it. */
export interface RecognizerBench {
  readonly recognizer: Recognizer;
  /** What is said, in English. */
  readonly text: string;
  /** Begins to say it, over and over, into a track of its own. */
  speak(): MediaStreamTrack;
  /** Somebody says it into this recording. */
  readonly recording?: Blob;
  /** The same engine, which fails once it has heard something. */
  readonly failing?: Recognizer;
  close(): void;
}

const words = 0.7;
const places = ['device', 'network', 'cloud', 'unknown'];
const states = ['ready', 'installable', 'needs-server', 'needs-consent', 'unavailable'];

/**
 * What every engine that understands speech keeps to; `src/speech/README.md` says it in words. The
 * same tests run on each of them.
 * @param open makes an engine that has not listened yet
 */
export function recognizerContract(name: string, open: () => Promise<RecognizerBench>): void {
  describe(`the ${name} recogniser keeps the contract:`, { timeout: 60_000 }, () => {
    let bench: RecognizerBench;
    beforeEach(async () => {
      bench = await open();
    });
    afterEach(() => {
      bench.recognizer.dispose();
      bench.failing?.dispose();
      bench.close();
    });

    /** Listens to the sentence; everything that is told is kept, in order. */
    function listen(engine = bench.recognizer, more: Partial<ListenOptions> = {}) {
      const controller = new AbortController();
      const told: string[] = [];
      let text = '';
      let stop = () => {};
      let settled: Result<void, SpeechError> | undefined;
      const track = bench.speak();
      const result = engine.listen?.({
        language: 'en',
        signal: controller.signal,
        track,
        until: new Promise((resolve) => {
          stop = resolve;
        }),
        onOpen: () => told.push('open'),
        onPartial: () => told.push('partial'),
        onHeard: (heard) => {
          told.push('heard');
          text = `${text} ${heard.text}`;
        },
        ...more,
      });
      const ended = (result ?? Promise.reject(new Error('It cannot listen.'))).then((value) => {
        track.stop();
        told.push('end');
        settled = value;
        return value;
      });
      return {
        controller,
        told,
        ended,
        stop: () => stop(),
        text: () => text,
        settled: () => settled,
      };
    }
    const failure = (kind: SpeechError['kind']) => ({ ok: false, error: { kind } });
    const seconds = (count: number) => new Promise((resolve) => setTimeout(resolve, count * 1000));
    const isOpen = (told: readonly string[]) => (told.includes('open') ? true : undefined);

    test.each(['en', 'zh-CN', 'tlh', 'x'])(
      'says in two seconds what it can for %s',
      async (tag) => {
        const begun = performance.now();
        const { kind } = await bench.recognizer.availability(tag);
        expect(states).toContain(kind);
        expect(performance.now() - begun).toBeLessThan(2500);
      },
    );

    test('says where the sound goes', () => {
      expect(places).toContain(bench.recognizer.place);
      expect(bench.recognizer.id).toMatch(/^[a-z][a-z-]+$/);
    });

    test('hears what is said, from when it says that it is open until it is stopped', async () => {
      const { told, ended, stop, text } = listen();
      await eventually(() => isOpen(told));
      await seconds(5);
      stop();
      expect(await ended).toEqual({ ok: true, value: undefined });
      expect(shareHeard(bench.text, text())).toBeGreaterThanOrEqual(words);
      expect([told[0], told.at(-1)]).toEqual(['open', 'end']);
      expect(told.filter((each) => each === 'open').length).toBe(1);
      if (bench.recognizer.can.streaming) expect(told).toContain('partial');
    });

    test('tells nothing when it was given up before', async () => {
      const { told, ended } = listen(bench.recognizer, { signal: AbortSignal.abort() });
      expect(await ended).toEqual(failure('aborted'));
      expect(told).toEqual(['end']);
    });

    test('ends at once when it is given up, and tells nothing after that', async () => {
      const { controller, told, ended } = listen();
      await eventually(() => isOpen(told));
      controller.abort();
      const begun = performance.now();
      expect(await ended).toEqual(failure('aborted'));
      expect(performance.now() - begun).toBeLessThan(1500);
      const { length } = told;
      await seconds(1);
      expect(told.length).toBe(length);
    });

    test('can be stopped at once, and listens again after that', async () => {
      const first = listen(bench.recognizer, { until: Promise.resolve() });
      expect(await first.ended).toMatchObject({ ok: true });
      const second = listen();
      await eventually(() => isOpen(second.told));
      second.stop();
      expect(await second.ended).toMatchObject({ ok: true });
    });

    test('lets go of everything, more than once, and settles even then', async () => {
      const { told, ended } = listen();
      await eventually(() => isOpen(told));
      bench.recognizer.dispose();
      bench.recognizer.dispose();
      expect(await ended).toEqual(failure('aborted'));
      expect(await listen().ended).toMatchObject({ ok: false });
    });

    test('has told what it heard before an error', async () => {
      if (!bench.failing) return expect(bench.recognizer.can.streaming).toBe(false);
      const { told, ended, text } = listen(bench.failing);
      expect(await ended).toEqual(failure('network'));
      expect(told.lastIndexOf('heard')).toBeLessThan(told.indexOf('end'));
      expect(shareHeard(bench.text, text())).toBeGreaterThanOrEqual(words);
    });

    describe('recordings', () => {
      const transcribe = async (recording: Blob, signal = new AbortController().signal) => {
        const { transcribe: ask } = bench.recognizer;
        if (!ask) return undefined;
        return ask(recording, { language: 'en', signal });
      };

      test('are transcribed, where it can', async () => {
        const { can } = bench.recognizer;
        if (!bench.recording) return expect(can.recording).toBe(false);
        const result = await transcribe(bench.recording);
        if (!result?.ok) throw new Error(result?.error.kind);
        expect(shareHeard(bench.text, result.value.text)).toBeGreaterThanOrEqual(words);
        for (const { from = 0, to = 0 } of result.value.words) expect(to).toBeGreaterThan(from);
      });

      test('that the browser made itself are transcribed too', async () => {
        if (!bench.recording) return expect(bench.recognizer.transcribe).toBeUndefined();
        const track = bench.speak();
        const recorder = new MediaRecorder(new MediaStream([track]), { mimeType: 'audio/webm' });
        const made = new Promise<Blob>((resolve) => {
          recorder.ondataavailable = ({ data }) => resolve(data);
        });
        recorder.start();
        await seconds(5);
        recorder.stop();
        const result = await transcribe(await made);
        track.stop();
        if (!result?.ok) throw new Error(result?.error.kind);
        expect(shareHeard(bench.text, result.value.text)).toBeGreaterThanOrEqual(words);
      });

      test.each([
        ['empty', () => new Blob([], { type: 'audio/wav' }), 'empty-audio'],
        ['not audio', () => new Blob(['<h1>Hello</h1>'], { type: 'audio/wav' }), 'not-audio'],
        ['over 100 MB', () => new Blob(Array(101).fill(new Uint8Array(1024 ** 2))), 'too-large'],
        ['over two hours', () => quietWav(2.1 * 3600), 'too-long'],
      ] as const)('that are %s have their own error', async (_, make, kind) => {
        if (!bench.recording) return expect(bench.recognizer.can.recording).toBe(false);
        expect(await transcribe(make())).toEqual(failure(kind));
      });

      test.each([0, 200])('given up after %i ms end so', async (ms) => {
        if (!bench.recording) return expect(bench.recognizer.can.recording).toBe(false);
        const controller = new AbortController();
        setTimeout(() => controller.abort(), ms);
        if (ms === 0) controller.abort();
        expect(await transcribe(bench.recording, controller.signal)).toEqual(failure('aborted'));
      });
    });
  });
}
