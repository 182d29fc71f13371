import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  listJournals,
  readJournal,
  removeJournal,
  writeJournal,
} from '../../src/session/journal.ts';
import { readRuns } from '../../src/session/kept-runs.ts';
import { checkAxe } from '../support/check-axe.ts';
import { until } from '../support/desk-screens.ts';
import { openDesk } from '../support/open-desk.tsx';
import {
  breakOff,
  comeBack,
  named,
  onDisk,
  otherTab,
  press,
  reply,
  slow,
  texts,
  words,
} from './break-off.ts';

const [goOn, , forget] = named.en;
const idOf = (database: string) => onDisk(database, async (_, { id }) => id);
/** The locks of a practice, as they are held and waited for. */
const locks = async (id: string) => {
  const { held = [], pending = [] } = await navigator.locks.query();
  const count = (all: readonly LockInfo[]) =>
    all.filter(({ name }) => name === `harebell-run:${id}`).length;
  return { held: count(held), pending: count(pending) };
};

beforeEach(async () => {
  await page.viewport(1280, 800);
});

describe('two tabs', () => {
  it('one that goes on in another tab is not offered, until that one is gone', async () => {
    const { database, clock } = await breakOff();
    const id = await idOf(database);
    const other = otherTab(id);
    await expect.poll(other.isHeld).toBe(true);
    await openDesk({ signedOut: true, database, clock });
    // It has asked for its turn, and waits.
    await expect.poll(() => locks(id), slow).toEqual({ held: 1, pending: 1 });
    expect(document.querySelector('.notices')).toBeNull();
    other.free();
    await expect.poll(() => texts('.notices button'), slow).toEqual(named.en);
  }, 30_000);

  it('the one that goes on with it keeps its turn until it leaves the desk', async () => {
    const broken = await breakOff();
    const id = await idOf(broken.database);
    const desk = await comeBack(broken);
    const other = otherTab(id);
    await press(goOn);
    await expect.poll(() => words(desk), slow).toEqual(broken.before);
    await expect.poll(() => document.querySelector('.notices')).toBeNull();
    // All that watches over the practice is there: it asks as well.
    await expect.poll(() => locks(id), slow).toEqual({ held: 1, pending: 2 });
    expect(other.isHeld()).toBe(false);
    desk.workspace.endSession();
    await expect.poll(other.isHeld, slow).toBe(true);
    other.free();
  }, 30_000);

  it('one that came to its end in another tab is not spoken of', async () => {
    const { database, clock } = await breakOff();
    const id = await idOf(database);
    const other = otherTab(id);
    const { spoken, workspace } = await openDesk({ signedOut: true, database, clock });
    await expect.poll(() => locks(id), slow).toEqual({ held: 1, pending: 1 });
    await removeJournal(workspace.storage, id);
    other.free();
    await other.done;
    await expect.poll(() => locks(id), slow).toEqual({ held: 0, pending: 0 });
    expect(workspace.notices()).toEqual([]);
    expect(spoken.filter((text) => text.includes('interrupted'))).toEqual([]);
  }, 30_000);
});

it('of many, three are offered at a time; the oldest are kept and come up in their turn', async () => {
  const broken = await breakOff();
  await onDisk(broken.database, async (storage, journal) => {
    for (const at of [1, 2, 3]) {
      const start = { ...journal.start, title: `Parcel ${at}` };
      await writeJournal(storage, { ...journal, id: `${journal.id}-${at}`, start });
    }
  });
  const { workspace } = await comeBack(broken);
  const titles = () => texts('.notices p').map((text) => text.match(/“(.*)”/)?.[1]);
  await expect.poll(() => titles().length, slow).toBe(3);
  expect(titles()).not.toContain('Parcel');
  expect(await listJournals(workspace.storage)).toHaveLength(4);
  document.querySelectorAll<HTMLElement>('.notices .row button:last-child')[0]?.click();
  await expect.poll(() => titles(), slow).toContain('Parcel');
  expect(titles()).toHaveLength(3);
  expect(await listJournals(workspace.storage)).toHaveLength(3);
}, 30_000);

it('who was away comes back away: nobody who waited is offered before', async () => {
  const broken = await breakOff({
    ...{ scenario: 'rush', messages: 3 },
    before: async ({ workspace }) => {
      const session = workspace.session();
      await expect.poll(() => session?.desk().offers.length, slow).toBeGreaterThan(0);
      session?.setAvailability({ status: 'away', capacity: 9 });
      for (const { id } of session?.desk().offers ?? []) session?.decline(id);
      const since = workspace.clock.now();
      // Who was given back comes again after 20 seconds, and that is on the disk two seconds later.
      await expect
        .poll(async () => {
          const [id = ''] = await listJournals(workspace.storage);
          const read = await readJournal(workspace.storage, id);
          return read.ok && read.value.savedAt - since;
        }, slow)
        .toBeGreaterThan(21_500);
      expect(session?.desk().offers).toEqual([]);
    },
  });
  const { workspace, spoken } = await comeBack(broken);
  await press(goOn);
  await expect.poll(() => workspace.session()?.desk().conversations.length, slow).toBe(1);
  const desk = () => workspace.session()?.desk();
  expect(desk()?.availability.status).toBe('away');
  expect(desk()?.offers).toEqual([]);
  expect(spoken.filter((text) => /Okafor|Neri/.test(text))).toEqual([]);
  workspace.session()?.setAvailability({ status: 'available', capacity: 9 });
  await expect.poll(() => desk()?.offers.length).toBeGreaterThan(0);
}, 30_000);

describe('an exam that broke off', () => {
  it.each([
    [
      'en',
      'Give it up: it counts as a try, scored to this point',
      /^The exam “Parcel” is over\. It counts as a try, with \d+ points\.$/,
    ],
    ['zh-CN', '放弃：算考过一次，按到此为止评分', /^考试“Parcel”已结束，算考过一次，\d+ 分。$/],
  ] as const)(
    'in %s, cannot be forgotten: it is scored, and counts',
    async (language, button, said) => {
      const desk = await comeBack(await breakOff({ language, mode: 'exam' }), '#/');
      const { storage } = desk.workspace;
      expect(texts('.notices button').at(-1)).toBe(button);
      await checkAxe();
      await press(button);
      await expect.poll(async () => (await readRuns(storage)).length, slow).toBe(1);
      expect((await readRuns(storage))[0]).toMatchObject({
        mode: 'exam',
        report: { seed: 7, turns: [{ beat: 'open', reply, verdict: 'met' }] },
      });
      await expect.poll(() => document.querySelector('.notices')).toBeNull();
      expect(document.activeElement?.tagName).toBe('H1');
      await expect.poll(() => desk.spoken.at(-1), slow).toMatch(said);
      expect(desk.workspace.session()).toBeUndefined();
      expect(await listJournals(storage)).toEqual([]);
    },
    30_000,
  );

  it.each([
    ['en', 'An exam “Parcel has not moved for three days” is not over yet.', /^Begin exam: Parcel/],
    ['zh-CN', '“包裹三天没动”还有一场考试没考完。', /^开始考试：包裹/],
  ] as const)(
    'in %s, keeps another try from beginning, and the focus goes to the ways on',
    async (language, said, name) => {
      const desk = await comeBack(await breakOff({ language, mode: 'exam' }), '#/certificates');
      await until(() => document.querySelector('#exam-language'));
      await userEvent.selectOptions(document.querySelector('#exam-language') as HTMLElement, 'en');
      await press(name);
      await expect.poll(() => desk.spoken.join(), slow).toContain(said);
      expect(document.activeElement?.textContent).toBe(named[language][0]);
      expect(desk.workspace.session()).toBeUndefined();
      // In the other language it is another exam.
      await userEvent.selectOptions(document.querySelector('#exam-language') as HTMLElement, 'zh');
      await press(name);
      await expect.poll(() => desk.workspace.router.route(), slow).toBe('desk');
    },
    30_000,
  );

  it('a practice is simply forgotten', async () => {
    const { workspace } = await comeBack(await breakOff());
    await press(forget);
    await expect.poll(() => listJournals(workspace.storage)).toEqual([]);
    expect(await readRuns(workspace.storage)).toEqual([]);
  }, 30_000);
});
