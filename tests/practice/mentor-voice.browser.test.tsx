import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
// Fetched when somebody first records; here the server has to make them first.
import '../../src/session/create-speech.ts';
import '../../src/speech/encode-voice.ts';
import {
  longestVoice,
  longestVoices,
  readRunFile,
  writeRunFile,
} from '../../src/domain/run-file.ts';
import type { MentorComment } from '../../src/domain/run-record.ts';
import { createId } from '../../src/shared/id.ts';
import type { Recognizer } from '../../src/speech/recognizer.ts';
import { createRegistry } from '../../src/speech/registry.ts';
import { checkAxe } from '../support/check-axe.ts';
import { alone, catchFiles, find, focused, press, texts, upload } from '../support/on-page.ts';
import type { OpenDesk } from '../support/open-desk.tsx';
import { openTraining } from '../support/open-training.ts';
import { playMicrophone, recogniser } from '../support/open-voice.ts';
import { aTurn } from './a-report.ts';
import { aRun } from './a-run.ts';

const turns = [aTurn({ verdict: 'met' }), aTurn({ verdict: 'met' })];
const run = aRun({ id: 'sent' }, { rules: [], turns });
const asSent = (comments: readonly MentorComment[] = []) => writeRunFile({ ...run, comments });
const record = '#comment-0-record';
const words = () => find<HTMLTextAreaElement>('#comment-0');
const player = () => document.querySelector<HTMLButtonElement>('#player-comment-0 button');
const timesSaid = ({ spoken }: OpenDesk, sentence: string) =>
  spoken.filter((text) => text.includes(sentence)).length;

/** A run that a trainee sent, open before a mentor whose ears are the test's. */
const openReview = async (
  options: {
    language?: 'en' | 'zh-CN';
    database?: string;
    ears?: readonly Recognizer[];
    comments?: readonly MentorComment[];
  } = {},
) => {
  const { ears = [], comments = [], ...rest } = options;
  const desk = await openTraining('review', [], rest);
  const speech = await desk.workspace.speech();
  Object.assign(desk.workspace, {
    speech: async () => ({ ...speech, recognizers: createRegistry([...ears]) }),
  });
  if (!document.querySelector('#comment-0')) await upload('#review-file', await asSent(comments));
  await expect.poll(() => document.querySelector(record)).not.toBeNull();
  return { ...desk, reader: speech.reader };
};
/** Begins to record on a turn, and goes on for a moment. */
const begin = async (control = record) => {
  await press(control);
  await expect.poll(() => texts('.microphone').join()).toMatch(/0:01/);
};
const recordOnce = async () => {
  await begin();
  await press(record);
  await expect.poll(player).not.toBeNull();
};
/** The comments of the answer that was saved last. */
const answer = async (saved: Map<string, Promise<string>>) => {
  await expect.poll(() => saved.size).toBe(1);
  const read = readRunFile((await [...saved.values()].at(-1)) ?? '');
  if (!read.ok) throw new Error(read.error.kind);
  return read.value.comments;
};
/** Seconds that the browser hears in a sound. */
const lengthOf = async (sound: Blob | undefined) =>
  (
    await new OfflineAudioContext(1, 1, 48_000).decodeAudioData(
      (await sound?.arrayBuffer()) ?? new ArrayBuffer(0),
    )
  ).duration;

beforeEach(async () => {
  await page.viewport(1280, 800);
});

describe('a mentor, by keyboard', () => {
  it.each([
    ['en', 'Recorded, ', 'Written down: kindly said', /answer-.*json saved, (\d+) kB\./],
    ['zh-CN', '已录好，', '转文字结果：kindly said', /已保存 answer-.*json，(\d+) kB/],
  ] as const)(
    'in %s: speaks about a turn, hears it, and saves it with the words that a recogniser heard',
    async (language, recorded, written, done) => {
      const track = playMicrophone();
      const saved = catchFiles();
      // One that writes at once has nothing said in between.
      const fast = recogniser({ text: 'kindly said' });
      const ear: Recognizer = {
        ...fast,
        transcribe: async (...recording) => {
          await expect.poll(() => timesSaid(desk, recorded)).toBe(1);
          return fast.transcribe?.(...recording) ?? { ok: false, error: { kind: 'failed' } };
        },
      };
      const desk = await openReview({ language, ears: [ear] });
      await begin();
      expect(find(record).ariaPressed).toBe('true');
      const read = await desk.reader.read({ text: 'It is half past four.', language: 'en' });
      expect(read, 'it would be heard in the recording').toMatchObject({
        error: { kind: 'aborted' },
      });
      await checkAxe();
      await press(record);
      await expect.poll(() => words().value).toBe('kindly said');
      expect(track().readyState).toBe('ended');
      expect(focused().id).toBe('comment-0-record');
      await expect.poll(() => timesSaid(desk, written)).toBe(1);
      expect(timesSaid(desk, recorded)).toBe(1);
      await checkAxe();

      const play = player()?.textContent;
      player()?.focus();
      await userEvent.keyboard('{Enter}');
      await expect.poll(() => player()?.textContent).not.toBe(play);
      await press('#review-save');
      await expect.poll(() => desk.spoken.at(-1)).toMatch(done);
      const [comment] = await answer(saved);
      expect(comment).toMatchObject({ turn: 0, text: 'kindly said' });
      const { sound, seconds = 0 } = comment?.voice ?? {};
      expect(await sound?.slice(0, 40).text()).toMatch(/^OggS.*OpusHead/s);
      expect(seconds).toBeGreaterThan(0.5);
      expect(await lengthOf(sound)).toBeCloseTo(seconds, 1);
      const size = Number(done.exec(desk.spoken.at(-1) ?? '')?.[1]) * 1000;
      expect(size).toBeGreaterThan(sound?.size ?? 0);
    },
    40_000,
  );

  it('is told that words are needed, where nobody writes them down; without them nothing is saved', async () => {
    playMicrophone();
    const saved = catchFiles();
    const desk = await openReview();
    await recordOnce();
    const told = /^Recorded, 0:\d\d\. Write what you say as well/;
    await expect.poll(() => desk.spoken.filter((text) => told.test(text))).toHaveLength(1);
    const hint = document.getElementById(words().getAttribute('aria-describedby') ?? '');
    expect(hint?.textContent).toContain('a trainee who cannot hear');
    expect(words().required).toBe(true);
    await press('#review-save');
    await expect.poll(() => desk.spoken.at(-1)).toMatch(/^Not saved: /);
    expect(focused()).toBe(words());
    expect(saved.size).toBe(0);
    await userEvent.keyboard('Kindly said.');
    await press('#review-save');
    expect(await answer(saved)).toMatchObject([
      { turn: 0, text: 'Kindly said.', voice: { sound: expect.any(Blob) } },
    ]);
  }, 30_000);

  it('is asked for the words, too, when a recogniser fails', async () => {
    playMicrophone();
    const desk = await openReview({ ears: [recogniser('failed')] });
    await recordOnce();
    await expect.poll(() => timesSaid(desk, 'Write what you say as well')).toBe(1);
    expect(words().value).toBe('');
  }, 30_000);

  it('records again, deletes, and takes that back; each is said once, and the focus has a place', async () => {
    playMicrophone();
    const desk = await openReview({
      ears: [recogniser({ text: 'the first' }, { text: 'the second' })],
    });
    await recordOnce();
    await expect.poll(() => words().value).toBe('the first');
    await recordOnce();
    await expect.poll(() => words().value).toBe('the second');
    await press('#comment-0-delete');
    await expect.poll(() => timesSaid(desk, 'Recording deleted.')).toBe(1);
    expect(player()).toBeNull();
    expect(focused().id).toBe('comment-0-undo');
    expect(words().value).toBe('the second');
    await checkAxe();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => timesSaid(desk, 'The recording is back.')).toBe(1);
    expect(focused()).toBe(player());
    expect(document.getElementById('comment-0-undo')).toBeNull();
  }, 30_000);

  it('makes one recording at a time, and saves nothing meanwhile', async () => {
    playMicrophone();
    const saved = catchFiles();
    const desk = await openReview();
    await begin();
    await press('#comment-whole-record');
    await expect.poll(() => desk.spoken.at(-1)).toBe('A recording is going on. Stop it first.');
    expect(texts('.microphone')).toHaveLength(1);
    await press('#review-save');
    await expect.poll(() => timesSaid(desk, 'Stop it first.')).toBe(2);
    expect(saved.size).toBe(0);
    await press(record);
    await expect.poll(player).not.toBeNull();
    await begin('#comment-whole-record');
  }, 30_000);

  it('what is recorded when the screen goes is kept, and so it is after a reload', async () => {
    const track = playMicrophone();
    const database = `test-${createId()}`;
    const desk = await openReview({ database });
    await begin();
    desk.workspace.router.go('training');
    await expect.poll(() => track().readyState).toBe('ended');
    await alone();
    await expect.poll(() => timesSaid(desk, 'Recorded, ')).toBe(1);
    await desk.close();
    await openReview({ database });
    await expect.poll(player).not.toBeNull();
    await press('#player-comment-0 button');
    await expect.poll(() => player()?.textContent).toBe('Pause');
  }, 30_000);

  it('ends by itself at the ten minutes that an answer may have, and then asks for words', async () => {
    playMicrophone();
    const spoken = (turn: number, seconds: number): MentorComment => ({
      ...{ turn, text: 'Said.' },
      voice: { sound: new Blob(['OggS']), seconds },
    });
    const rest = 2;
    const count = longestVoices / longestVoice;
    // On turns that the run does not have: it is the sum that counts.
    const comments = Array.from({ length: count }, (_, at) =>
      spoken(at + 2, at ? longestVoice : longestVoice - rest),
    );
    const desk = await openReview({ comments });
    await press(record);
    await expect.poll(() => timesSaid(desk, 'The recording has ended by itself')).toBe(1);
    await expect.poll(player).not.toBeNull();
    await press('#comment-1-record');
    await expect.poll(() => desk.spoken.at(-1)).toMatch(/^Your recordings .* last 10 minutes/);
    expect(texts('.error')).toHaveLength(1);
    expect(texts('.microphone')).toEqual([]);
  }, 30_000);

  it('without a microphone it is said why, and words can still be written', async () => {
    playMicrophone(new DOMException('', 'NotAllowedError'));
    const desk = await openReview();
    await press(record);
    await expect.poll(() => texts('.error').join()).toMatch(/microphone/);
    await expect.poll(() => desk.spoken.at(-1)).toBe(texts('.error')[0]);
    words().focus();
    await userEvent.keyboard('Good.');
    expect(words().value).toBe('Good.');
  });
});
