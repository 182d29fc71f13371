import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import en from '../../locales/en.json';
import { parseScenario } from '../../src/simulator/parse-scenario.ts';
import type { Scenario } from '../../src/simulator/scenario.ts';
import { enter, isFocused, serveAll, tabTo } from '../support/by-keyboard.ts';
import { type OpenBuild, openBuild, passUntil } from '../support/open-build.ts';

const organisation = 'Haus der Stimmen';
const learner = 'lin.wei@example.org';

let build: OpenBuild;
let scenario: Scenario;
let folder: string;

beforeAll(async () => {
  const text = readFileSync('src/connectors/practice/scenarios/rush-four.txt', 'utf8');
  const parsed = parseScenario(text).scenario;
  if (!parsed) throw new Error('The scenario cannot be read.');
  scenario = parsed;
  folder = mkdtempSync(join(tmpdir(), 'harebell-exam-'));
  build = await openBuild();
});
afterAll(async () => {
  await build?.close();
  rmSync(folder, { recursive: true });
});

const inFolder = (name: string) => join(folder, name);
const readJson = (name: string) => JSON.parse(readFileSync(inFolder(name), 'utf8'));

/** What a mentor types. */
const issue = (...words: string[]) => {
  const { status, stderr } = spawnSync('npm', ['run', '-s', 'issue-certificate', '--', ...words], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
};

/** Keeps all that is said. */
const listen = (page: Page) =>
  page.evaluate(() => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    for (const node of document.querySelectorAll('[aria-live]'))
      new MutationObserver(() => {
        if (node.textContent) said.push(node.textContent);
      }).observe(node, { childList: true });
  });
/** Waits until something has been said since the last time that this was asked. */
const hear = async (page: Page, words: string) => {
  const said = () => page.evaluate(() => (globalThis as unknown as { said: string[] }).said);
  await passUntil(page, async () => (await said()).some((one) => one.includes(words)), 20);
  await page.evaluate(() => {
    (globalThis as unknown as { said: string[] }).said.length = 0;
  });
};

/** Opens a file by keyboard where certificates are opened. */
const openFile = async (page: Page, name: string) => {
  await tabTo(page, '#certificate-file');
  const chosen = page.waitForEvent('filechooser').then((one) => one.setFiles(inFolder(name)));
  await page.keyboard.press('Enter');
  await chosen;
};

it('an exam by keyboard alone: passed, signed by the organisation, shown as valid, and taken back', async () => {
  const page = await build.open();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('console', (entry) => {
    if (entry.type() === 'error') troubles.push(entry.text());
  });
  // Heard all the time: between two, Chromium would open its own window for files.
  page.on('filechooser', () => undefined);
  await listen(page);
  const toHeading = () => passUntil(page, isFocused(page, 'h1'));

  await enter(page, '#start-practise');
  await toHeading();
  await enter(page, '#to-training');
  await page.waitForSelector('#training-certificates');
  await toHeading();
  await enter(page, '#training-certificates');
  await page.waitForSelector('#exams');
  await toHeading();
  await enter(page, '.exam:last-of-type summary');
  await enter(page, '#exam-rush-four');
  await page.waitForSelector('.shell.desk');

  await passUntil(page, () => page.locator('.offer').first().isVisible());
  await page.keyboard.press('Alt+a');
  await passUntil(page, isFocused(page, '#reply'));
  expect(await page.locator('#ask-hint, .coach').count()).toBe(0);
  // What knows of hints comes with the customer's panel.
  await page.waitForSelector('#note');
  await page.keyboard.type('/hint');
  await page.keyboard.press('Enter');
  await hear(page, en.coach.notHere);
  const beats = scenario.chats.flatMap(({ beats }) => beats).length;
  expect(await serveAll(page, scenario, 'en')).toBe(beats);
  await toHeading();
  expect(await page.textContent('.debrief')).toContain('That is a pass');

  await enter(page, '#practise-again');
  await page.waitForSelector('#exams');
  await toHeading();
  await enter(page, '.exam:last-of-type summary');
  const saved = page.waitForEvent('download');
  await enter(page, '#save-level-4');
  await hear(page, 'Saved as exam-level-4-en.json');
  await (await saved).saveAs(inFolder('record.json'));
  expect(await isFocused(page, '#save-level-4')()).toBe(true);

  issue('keygen', folder, '--name', organisation);
  const [key, certificate] = [inFolder('private-key.json'), inFolder('certificate.json')];
  issue(
    ...['sign', '--key', key, '--record', inFolder('record.json'), '--subject', learner],
    ...['--assessor', 'Ada Mentor', '--out', certificate],
  );
  const signed = readJson('certificate.json');
  expect(signed.credentialSubject.achievement.tag).toEqual(['level-4']);
  writeFileSync(
    inFolder('longer.json'),
    JSON.stringify({ ...signed, validUntil: '2099-01-01T00:00:00Z' }),
  );

  await openFile(page, 'issuer.json');
  await passUntil(page, isFocused(page, 'h3'));
  await enter(page, '.note .primary');
  await hear(page, `You trust ${organisation} now.`);
  await openFile(page, 'certificate.json');
  await hear(page, `It is as ${organisation} signed it.`);
  await toHeading();
  expect(await page.textContent('.state')).toMatch(/^Valid until /);
  await tabTo(page, '#owner-name');
  await page.keyboard.insertText(learner);
  await page.keyboard.press('Enter');
  await hear(page, `Yes, it belongs to ${learner}.`);
  await enter(page, '#back');
  await passUntil(page, isFocused(page, '[id^=show-]'));

  await openFile(page, 'longer.json');
  await hear(page, 'Not valid: it was changed after it was signed');
  await toHeading();
  await enter(page, '#back');

  const list = inFolder('revocations.json');
  const which = ['--list', list, '--certificate', certificate];
  issue('revoke', '--key', key, ...which, '--reason', 'A test.');
  await openFile(page, 'revocations.json');
  await hear(page, 'It takes back 1 certificate.');
  const state = `Not valid: ${organisation} has taken it back. Reason: A test.`;
  await enter(page, '[id^=show-]');
  await hear(page, state);
  await toHeading();
  expect(await page.textContent('.state')).toBe(state);
  expect(troubles).toEqual([]);
});
