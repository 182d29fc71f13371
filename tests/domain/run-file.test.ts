import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  asRun,
  longestRunFile,
  longestVoice,
  longestVoices,
  readRunFile,
  writeRunFile,
} from '../../src/domain/run-file.ts';
import type { RunRecord } from '../../src/domain/run-record.ts';
import { sha256 } from '../../src/shared/sha256.ts';
import { unwanted } from '../../src/shared/unwanted.ts';
import { aChineseReport, aTurn } from '../practice/a-report.ts';
import { aRun } from '../practice/a-run.ts';

const run = aRun({
  comments: [{ text: 'Good.' }, { turn: 0, text: '先问订单号。', verdict: 'not-met' }],
});
const file = await writeRunFile(run);
/** What became of a file: the kind of its refusal, or the run. */
const outcome = (text: string) => {
  const read = readRunFile(text);
  return read.ok ? read.value : read.error.kind;
};

describe('there and back', () => {
  test('a run comes back as it was, its comments too', async () => {
    expect(outcome(file)).toEqual(run);
    const waited = aTurn({ reply: '', replyAfter: undefined });
    const silent = aRun({}, { ...aChineseReport(), turns: [waited] });
    expect(outcome(await writeRunFile(silent))).toEqual(silent);
  });

  test('whatever was written in it but marks that nobody sees', async () => {
    const words = fc
      .string({ unit: 'binary', maxLength: 40 })
      .map((text) => text.replace(unwanted, '\n'));
    await fc.assert(
      fc.asyncProperty(words, words, fc.nat({ max: 100 }), async (reply, text, points) => {
        const one = aRun({ points, comments: [{ text }] }, { turns: [aTurn({ reply })] });
        expect(outcome(await writeRunFile(one))).toEqual(one);
      }),
    );
  }, 30_000);

  test('with other line ends and spaces, as a mail program may leave it', () => {
    expect(outcome(file.replaceAll('\n', '\r\n'))).toEqual(run);
    expect(outcome(JSON.stringify(JSON.parse(file)))).toEqual(run);
  });

  test('what is more than a run has does not travel', async () => {
    const more = { ...run, secret: 'x' } as RunRecord;
    expect(await writeRunFile(more)).toBe(file);
  });

  test('what is no run is not written', async () => {
    await expect(writeRunFile({ ...run, id: '../x' })).rejects.toThrow('no run');
  });
});

describe('what is refused', () => {
  test('a file that was cut off, wherever', () => {
    for (let length = 0; length < file.trimEnd().length; length += 1) {
      expect(['not-json', 'truncated', 'edited']).toContain(outcome(file.slice(0, length)));
    }
    expect(outcome(file.slice(0, file.length / 2))).toBe('truncated');
  });

  test('a file in which a character was changed, wherever; or it means the same', () => {
    const at = fc.nat({ max: file.length - 1 });
    fc.assert(
      fc.property(at, fc.string({ minLength: 1, maxLength: 1 }), (index, other) => {
        const changed = outcome(file.slice(0, index) + other + file.slice(index + 1));
        if (typeof changed !== 'string') expect(changed).toEqual(run);
      }),
      { numRuns: 1000 },
    );
  });

  test.each<[string, string, string]>([
    ['an edited number', file.replace(/"points": \d+/, '"points": 100'), 'edited'],
    ['an edited word', file.replace('Hello Lin.', 'Hello, Lin.'), 'edited'],
    ['a field that is gone', file.replace('"mode"', '"mood"'), 'edited'],
    ['a broken middle', file.replace('"mode":', '"mode"'), 'edited'],
    ['no checksum', file.replace('"sha256"', '"sum"'), 'edited'],
    ['no run', JSON.stringify({ format: 'harebell-run', version: 1, sha256: '' }), 'edited'],
    ['a newer version', file.replace('"version": 1', '"version": 4'), 'newer-version'],
    ['a version that never was', file.replace('"version": 1', '"version": 0.5'), 'edited'],
    ['settings', '{"version": 1, "language": "en"}', 'not-a-run'],
    ['nothing at all', 'null', 'not-a-run'],
    ['an empty file', '', 'not-json'],
    ['a letter', 'Dear mentor, here is my run.', 'not-json'],
    ['a hundred thousand brackets', '['.repeat(100_000), 'not-json'],
    ['a run of brackets', `${'['.repeat(5000)}${']'.repeat(5000)}`, 'not-a-run'],
    ['too much', ' '.repeat(longestRunFile + 1), 'too-large'],
  ])('%s', (_name, text, kind) => {
    expect(outcome(text)).toBe(kind);
  });

  test.each<[string, unknown]>([
    ['an id that is none', { ...run, id: 'a b' }],
    ['a moment that no calendar has', { ...run, report: { ...run.report, startedAt: 1e300 } }],
    ['a language that is none', { ...run, report: { ...run.report, language: '"><' } }],
    ['more points than there are', { ...run, points: 1e6 }],
    ['a comment on no turn', { ...run, comments: [{ turn: -1, text: '' }] }],
    ['an act that nobody knows', { ...run, report: { ...run.report, turns: [aTurn(), 7] } }],
    ['nothing', undefined],
  ])('as a run: %s', (_name, value) => {
    expect(asRun(value)).toBeUndefined();
  });
});

test('marks that turn the direction of what stands around them are gone; lines stay', async () => {
  const report = { ...run.report, turns: [aTurn({ reply: 'one\n\u202etwo\u0007\u2066' })] };
  const comments = [{ text: '\u202eWell\ndone' }];
  expect(outcome(await writeRunFile({ ...run, report, comments }))).toMatchObject({
    report: { turns: [{ reply: 'one\ntwo' }] },
    comments: [{ text: 'Well\ndone' }],
  });
});

const bytes = (length: number) => Uint8Array.from({ length }, (_, at) => (at * 37) % 256);
const spoken = (length: number, seconds: number) => ({
  sound: new Blob([bytes(length)], { type: 'audio/ogg' }),
  seconds,
});
const withVoices = (...voices: ReturnType<typeof spoken>[]) =>
  aRun({ comments: voices.map((voice, turn) => ({ turn, text: 'Well.', voice })) });
const voiced = await writeRunFile(withVoices(spoken(1000, 2.5)));
/** The file with other sound, and the checksum of what is in it then. */
const withSound = (sound: unknown, seconds: unknown = 2.5) => {
  const value = JSON.parse(voiced);
  value.run.comments[0].voice = { seconds, sound };
  value.sha256 = sha256(JSON.stringify(value.run));
  return JSON.stringify(value);
};

describe('a mentor’s voice', () => {
  test.each([0, 1, 2, 3, 8191, 8192, 200_000])(
    '%i bytes come back as they were',
    async (length) => {
      const back = outcome(await writeRunFile(withVoices(spoken(length, 60))));
      if (typeof back === 'string') throw new Error(back);
      const [comment] = back.comments;
      expect(comment).toMatchObject({ turn: 0, text: 'Well.', voice: { seconds: 60 } });
      expect(comment?.voice?.sound.type).toBe('audio/ogg');
      const sound = await comment?.voice?.sound.arrayBuffer();
      expect(new Uint8Array(sound ?? new ArrayBuffer(1))).toEqual(bytes(length));
    },
  );

  test('makes a file of the second version; one without a voice can be read by an older desk', () => {
    expect(JSON.parse(voiced).version).toBe(2);
    expect(JSON.parse(file).version).toBe(1);
    expect(outcome(voiced.replace('"version": 2', '"version": 1'))).toMatchObject({ id: run.id });
  });

  test('a verdict on a rule makes it one of the third, which an older desk names as newer', async () => {
    const comments = [{ rule: 0, text: '', verdict: 'met' as const }];
    const judged = await writeRunFile({ ...run, comments });
    expect(JSON.parse(judged).version).toBe(3);
    expect(outcome(judged)).toMatchObject({ comments });
  });

  test('is covered by the checksum: other sound, another length', () => {
    const [sound = ''] = /(?<="sound": ")[^"]+/.exec(voiced) ?? [];
    const other = sound.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'));
    expect(outcome(voiced.replace(sound, other))).toBe('edited');
    expect(outcome(voiced.replace('"seconds": 2.5', '"seconds": 2.6'))).toBe('edited');
    expect(outcome(voiced.slice(0, voiced.indexOf(sound) + 100))).toBe('truncated');
    expect(outcome(withSound(other)), 'the checksum of this test is right').toMatchObject({});
  });

  test.each<[string, string, string]>([
    ['that is no base64', withSound('*'.repeat(40)), 'edited'],
    ['that was cut off in base64', withSound('AAAAA'), 'edited'],
    ['that is no text', withSound([1, 2, 3]), 'edited'],
    ['longer than anybody may speak', withSound('AAAA', longestVoice + 1), 'edited'],
    ['of no length', withSound('AAAA', -1), 'edited'],
    ['larger than a minute can be', withSound('A'.repeat(1_000_000)), 'edited'],
    ['of ten megabytes', withSound('A'.repeat(10_000_000)), 'too-large'],
  ])('is refused: sound %s', (_name, text, kind) => {
    expect(outcome(text)).toBe(kind);
  });

  test('ten minutes of it in one run, at the rate of our encoder, fit into a file', async () => {
    const count = longestVoices / longestVoice;
    const minutes = Array.from({ length: count }, () => spoken(3600 * longestVoice, longestVoice));
    const written = await writeRunFile(withVoices(...minutes));
    expect(written.length).toBeLessThan(longestRunFile);
    expect(outcome(written)).toMatchObject({ comments: { length: count } });
  }, 30_000);

  test('as it is kept: sound that is no sound is refused', () => {
    const kept = withVoices(spoken(10, 1));
    expect(asRun(kept)).toEqual(kept);
    const broken = { text: '', voice: { sound: 'AAAA', seconds: 1 } };
    expect(asRun({ ...kept, comments: [broken] })).toBeUndefined();
  });
});
