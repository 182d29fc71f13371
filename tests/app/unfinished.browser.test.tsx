import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { loadScenario } from '../../src/connectors/practice/scenarios.ts';
import { listJournals, writeJournal } from '../../src/session/journal.ts';
import { readRuns } from '../../src/session/kept-runs.ts';
import { checkAxe } from '../support/check-axe.ts';
import { until } from '../support/desk-screens.ts';
import {
  breakOff,
  comeBack,
  named,
  onDisk,
  press,
  reply,
  slow,
  tamper,
  texts,
  words,
} from './break-off.ts';

beforeEach(async () => {
  await page.viewport(1280, 800);
});

describe.each(['en', 'zh-CN'] as const)('a practice that broke off, in %s', (language) => {
  it('is offered above the screen, by name, and said once', async () => {
    const desk = await comeBack(await breakOff({ language }));
    const notice = page.getByRole('region', {
      name: language === 'en' ? 'Interrupted practice' : '中断的练习',
    });
    await expect.element(notice).toHaveTextContent(/Parcel/);
    const buttons = [...document.querySelectorAll('.notices button')];
    expect(buttons.map(({ textContent }) => textContent)).toEqual(named[language]);
    for (const button of buttons) {
      await expect.element(page.elementLocator(button)).toHaveAccessibleDescription(/Parcel/);
    }
    const told = texts('.notices p')[0] ?? '';
    await expect
      .poll(() => desk.spoken.filter((text) => text.includes(told)), slow)
      .toHaveLength(1);
    expect(document.activeElement).toBe(document.body);
    await checkAxe();
  }, 30_000);

  it('goes on where it was: the words, the draft, and the customer', async () => {
    const broken = await breakOff({ language });
    const desk = await comeBack(broken);
    await press(named[language][0]);
    await expect.poll(() => document.activeElement?.tagName, slow).toBe('H1');
    expect(words(desk)).toEqual(broken.before);
    expect(document.querySelector('.notices')).toBeNull();
    await expect.poll(() => desk.spoken.join('\n'), slow).toContain('Parcel');
    expect(desk.workspace.run()?.start).toMatchObject({ seed: 7, mode: 'coach' });
    const box = () => document.querySelector<HTMLTextAreaElement>('#reply');
    await expect.poll(() => box()?.value).toBe('I understand that you are wor');
    expect(document.querySelectorAll('.log .agent')).toHaveLength(1);
    await expect.poll(() => document.querySelectorAll('main').length).toBe(1);
    await checkAxe();
    box()?.focus();
    await userEvent.keyboard('ried. Your parcel is in Leeds, I will know more by noon.');
    await expect
      .poll(async () => {
        await userEvent.keyboard('{Enter}');
        return box()?.value;
      })
      .toBe('');
    // She goes on to her next question: the run knew where she was.
    await expect
      .poll(() => words(desk).join('\n'), slow)
      .toContain('And what can you do about it?');
    await expect
      .poll(async () => {
        desk.workspace.run()?.finish();
        return (await readRuns(desk.workspace.storage)).length;
      }, slow)
      .toBe(1);
    const [run] = await readRuns(desk.workspace.storage);
    expect(run?.report.turns.map(({ beat, verdict }) => [beat, verdict])).toEqual([
      ['open', 'met'],
      ['details', 'met'],
    ]);
    await expect.poll(() => listJournals(desk.workspace.storage)).toEqual([]);
  }, 60_000);

  it('is scored to that point, with its debrief, and not offered again', async () => {
    const desk = await comeBack(await breakOff({ language }), '#/practise');
    await press(named[language][1]);
    await until(() => document.querySelector('.debrief h1'));
    await expect.poll(() => document.activeElement?.tagName, slow).toBe('H1');
    expect(document.querySelectorAll('.turn')).toHaveLength(1);
    const { storage } = desk.workspace;
    await expect.poll(async () => (await readRuns(storage)).length, slow).toBe(1);
    expect((await readRuns(storage))[0]).toMatchObject({
      mode: 'coach',
      report: { seed: 7, turns: [{ beat: 'open', reply, verdict: 'met' }] },
    });
    await expect.poll(() => listJournals(storage)).toEqual([]);
  }, 30_000);

  it('can be forgotten, which is said; the focus goes to the heading', async () => {
    const desk = await comeBack(await breakOff({ language }));
    await press(named[language][2]);
    await expect.poll(() => document.querySelector('.notices')).toBeNull();
    expect(document.activeElement?.tagName).toBe('H1');
    const forgotten = language === 'en' ? 'It is forgotten.' : '已删掉。';
    await expect.poll(() => desk.spoken, slow).toContain(forgotten);
    await expect.poll(() => listJournals(desk.workspace.storage)).toEqual([]);
  }, 30_000);
});

describe('what cannot be gone on with is told plainly, and put away', () => {
  it.each([
    ['broken', { entries: 'gone' }, 'An interrupted practice cannot be read any more.'],
    ['of another version', { version: 99 }, 'kept by another version of this desk'],
  ])(
    'one that is %s',
    async (_, patch, sentence) => {
      const broken = await breakOff();
      await tamper(broken.database, patch);
      const desk = await comeBack(broken);
      expect(texts('.notices p').join()).toContain(sentence);
      expect(texts('.notices button')).toEqual(['Close']);
      await expect.poll(() => desk.spoken.join(), slow).toContain(sentence);
      await expect.poll(() => listJournals(desk.workspace.storage)).toEqual([]);
    },
    30_000,
  );

  it('one whose scenario is another one by now', async () => {
    const broken = await breakOff();
    const scenario = await loadScenario('refund', 'en');
    await onDisk(broken.database, (storage, journal) =>
      writeJournal(storage, { ...journal, start: { ...journal.start, scenario } }),
    );
    const desk = await comeBack(broken);
    await press('Go on where you were');
    const sentence = 'The scenario of an interrupted practice has changed since';
    await expect.poll(() => texts('.notices p').join(), slow).toContain(sentence);
    await expect.poll(() => desk.spoken.join(), slow).toContain(sentence);
    expect(document.activeElement?.tagName).toBe('H1');
    expect(desk.workspace.session()).toBeUndefined();
    await expect.poll(() => listJournals(desk.workspace.storage)).toEqual([]);
  }, 30_000);
});

it('one in which nobody was served yet is not offered', async () => {
  const { database } = await breakOff({ accepts: false });
  expect(await onDisk(database, listJournals)).toEqual([]);
});
