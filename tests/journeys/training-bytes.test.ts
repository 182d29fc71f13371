import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { collectFirstScreen, lazyButFirst, type Manifest } from '../../scripts/first-screen.ts';
import { trainingSteps } from '../../scripts/training-size.ts';
import { parseScenario } from '../../src/simulator/parse-scenario.ts';
import type { Scenario } from '../../src/simulator/scenario.ts';
import { enter, isFocused, serveAll } from '../support/by-keyboard.ts';
import { type OpenBuild, openBuild, passUntil } from '../support/open-build.ts';
import { sharedBuild } from '../support/shared-build.ts';

let build: OpenBuild;
let manifest: Manifest;
let scenario: Scenario;

beforeAll(async () => {
  const text = readFileSync('src/connectors/practice/scenarios/first-hello.txt', 'utf8');
  scenario = parseScenario(text).scenario as Scenario;
  build = await openBuild();
  const file = join(await sharedBuild(), '.vite', 'manifest.json');
  manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
});
afterAll(() => build?.close());

it.each([
  ['en-US', 'en'],
  ['zh-CN', 'zh'],
] as const)(
  'in %s the training fetches what scripts/training-size.ts counts',
  async (locale, language) => {
    const asked: string[] = [];
    const page = await build.open({ locale, asked });
    await enter(page, '#start-practise');
    await passUntil(page, isFocused(page, 'h1'));
    await enter(page, '#to-training');
    await page.waitForSelector('#training-practise');
    await passUntil(page, isFocused(page, 'h1'));
    await enter(page, '#training-practise');
    await page.waitForSelector('#start-first-hello');
    await passUntil(page, isFocused(page, 'h1'));
    await enter(page, '#start-first-hello');
    await page.waitForSelector('.shell.desk');
    expect(await serveAll(page, scenario, language)).toBeGreaterThan(0);
    await page.waitForSelector('.turn');

    const steps = trainingSteps(manifest, language).slice(0, 3);
    const counted = new Set([
      ...collectFirstScreen(manifest, [
        ...lazyButFirst,
        'locales/zh-CN.json?first',
        'src/connectors/practice/scenarios/first-hello.txt?scenario=zh',
      ]),
      ...steps.flatMap(({ files }) => files),
    ]);
    const came = asked.filter((file) => /\.(js|css)$/.test(file));
    expect(came.filter((file) => !counted.has(file))).toEqual([]);
    const own = steps.filter(({ isTraining }) => isTraining).flatMap(({ files }) => files);
    expect(own.filter((file) => !came.includes(file))).toEqual([]);
    await page.context().close();
  },
);
