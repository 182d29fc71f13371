import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { writeRunFile } from '../../src/domain/run-file.ts';
import type { MentorComment } from '../../src/domain/run-record.ts';
import { readRuns } from '../../src/session/kept-runs.ts';
import { encodeVoice } from '../../src/speech/encode-voice.ts';
import { speechRate } from '../../src/speech/pcm.ts';
import { checkAxe } from '../support/check-axe.ts';
import { find, focused, press, texts, upload } from '../support/on-page.ts';
import { openTraining } from '../support/open-training.ts';
import { aTurn } from './a-report.ts';
import { aRun } from './a-run.ts';

const seconds = 4;
const tone = Float32Array.from({ length: seconds * speechRate }, (_, at) => Math.sin(at / 6) / 4);
const encoded = await encodeVoice(tone, speechRate);
if (!encoded.ok) throw new Error(encoded.error.kind);
const voice = { sound: encoded.value, seconds };
const run = aRun({ id: 'mine' }, { rules: [], turns: [aTurn(), aTurn()] });
const answerOf = (comments: readonly MentorComment[]) => writeRunFile({ ...run, comments });
const said: readonly MentorComment[] = [
  { turn: 1, text: 'Ask first, 小李.', voice },
  { text: 'Well done.', voice },
];
const button = (name: string) => page.getByRole('button', { name, exact: true });

beforeEach(async () => {
  await page.viewport(1280, 800);
});

describe('a trainee, in the debrief', () => {
  it.each([
    ['en', 'Play, your mentor on turn 2', 'Pause, your mentor on turn 2', 'Mentor: Ask first'],
    ['zh-CN', '播放，导师对第 2 轮的点评', '暂停，导师对第 2 轮的点评', '导师：Ask first'],
  ] as const)(
    'in %s: reads what the mentor says, and hears it by keyboard',
    async (language, play, pause, text) => {
      const { workspace } = await openTraining('progress', [run], { language });
      await upload('#answer-file', await answerOf(said));
      await expect.poll(() => texts('.mentor').join()).toContain(text);
      expect(texts('.mentor [lang^=zh]').join()).toContain('小李');
      await checkAxe();
      await expect.element(button(play)).toBeVisible();
      (button(play).element() as HTMLElement).focus();
      await userEvent.keyboard('{Enter}');
      await expect.element(button(pause)).toHaveFocus();
      const slider = find<HTMLInputElement>('.mentor input[type=range]');
      await expect.poll(() => slider.valueAsNumber).toBeGreaterThan(0);
      await userEvent.keyboard('{Enter}');
      await expect.element(button(play)).toHaveFocus();
      // The one on the whole practice is another, with a name of its own.
      expect(document.querySelectorAll('.voice-player')).toHaveLength(2);
      await checkAxe();
      const [kept] = await readRuns(workspace.storage);
      const [comment] = kept?.comments ?? [];
      expect(await comment?.voice?.sound.text()).toBe(await voice.sound.text());
    },
    30_000,
  );

  it('at 320 pixels nothing is cut off, and what is pressed is large enough', async () => {
    await page.viewport(320, 700);
    await openTraining('progress', [{ ...run, comments: said }]);
    await press('#open-run-mine');
    await expect.poll(() => document.querySelectorAll('.voice-player')).toHaveLength(2);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    for (const control of document.querySelectorAll('.voice-player :is(button, select, input)')) {
      expect(control.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
    }
  });

  it('sound that cannot be played is told as that, and the words are there', async () => {
    const broken = { sound: new Blob(['no sound at all']), seconds };
    const { spoken } = await openTraining('progress', [run]);
    await upload('#answer-file', await answerOf([{ turn: 0, text: 'Ask first.', voice: broken }]));
    await expect.element(button('Play, your mentor on turn 1')).toBeVisible();
    await press(button('Play, your mentor on turn 1').element() as HTMLElement);
    const why = 'This is not a sound that the browser can play.';
    await expect.poll(() => texts('.mentor .error')).toEqual([why]);
    await expect.poll(() => spoken.filter((text) => text === why)).toHaveLength(1);
    expect(texts('.mentor').join()).toContain('Ask first.');
    await checkAxe();
  });

  it.each([
    ['of which sound is broken', (file: string) => file.replace('T2dn', 'T2dm')],
    ['with more sound than there can be', (file: string) => file.replace('T2dn', 'A'.repeat(1e7))],
  ])('a file %s is refused, and nothing changes', async (_name, change) => {
    const { workspace } = await openTraining('progress', [run]);
    const file = await answerOf(said);
    const changed = change(file);
    expect(changed).not.toBe(file);
    await upload('#answer-file', changed);
    await expect.poll(() => focused().className).toBe('error-summary');
    expect(await readRuns(workspace.storage)).toEqual([run]);
  });

  it('a voice to which nobody wrote a word says so', async () => {
    await openTraining('progress', [{ ...run, comments: [{ turn: 0, text: '', voice }] }]);
    await press('#open-run-mine');
    await expect.poll(() => texts('.mentor').join()).toContain('Nobody has written down yet');
  });
});
