import { afterAll, beforeAll, expect, test } from 'vitest';
import { createShortener } from '../../src/speech/espeak/shorten-sound.ts';
import { hearByGrammar } from '../support/hear-by-grammar.ts';
import { type EspeakBuild, openEspeakBuild } from '../support/open-espeak-page.ts';

let build: EspeakBuild;
beforeAll(async () => {
  build = await openEspeakBuild();
});
afterAll(() => build.close());

/** What can be said: small enough to be told apart for certain. */
const grammar = `#JSGF V1.0; grammar call;
    public <sentence> = (your | our) (parcel | order | invoice) (is | was) (sent | lost | paid)
      (today | yesterday | on monday) | please (call | write to) (us | me) (again | tomorrow);`;
const sentences = ['your parcel was sent on monday', 'please write to us tomorrow'];

const ofEspeak = (requests: readonly string[]) =>
  requests
    .map((request) => /espeak-(english|mandarin|worker)\b/.exec(request)?.[1])
    .filter((name) => name !== undefined);

test('eSpeak is fetched when it first speaks, Mandarin when that is spoken, under the policy', async () => {
  const { page, requests, violations, call } = await build.open();
  expect(await call('availability', 'en')).toEqual({ kind: 'ready' });
  expect(ofEspeak(requests)).toEqual([]);

  const english = await call('render', 'Your parcel is on its way.');
  expect(english).toMatchObject({ words: 6 });
  expect(english.seconds).toBeGreaterThan(1);
  expect(english.seconds).toBeLessThan(4);
  expect(english.loudest).toBeGreaterThan(0.2);
  expect(ofEspeak(requests)).toEqual(['worker', 'english']);

  const mandarin = await call('render', '您的包裹已经在路上了。', { language: 'zh-CN' });
  expect(mandarin.seconds).toBeGreaterThan(1.5);
  expect(mandarin.seconds).toBeLessThan(5);
  expect(mandarin.loudest).toBeGreaterThan(0.2);
  expect(mandarin.words).toBeGreaterThan(6);
  expect(ofEspeak(requests)).toEqual(['worker', 'english', 'mandarin']);

  expect(await call('speak', 'Hello.')).toEqual({ ok: true });
  expect(ofEspeak(requests)).toHaveLength(3);
  expect(violations).toEqual([]);
  // The policy is in force: an address that did not come from it starts no worker.
  const refused = "try { new Worker('/assets/x.js'); 'started' } catch (error) { error.name }";
  expect(await page.evaluate(refused)).toBe('TypeError');
});

test('what is typed is heard at the far end of a call, word for word', async () => {
  const { call } = await build.open();
  for (const sentence of sentences) {
    const { result, told, heard } = await call('overCall', sentence, { rate: 0.8 });
    expect(result).toEqual({ ok: true });
    expect(told).toEqual(sentence.split(' '));
    expect(hearByGrammar(heard, grammar)).toBe(sentence);
  }
});

test('what is made shorter is still understood, word for word', async () => {
  const { call } = await build.open();
  const quiet = Array.from({ length: 8000 }, () => 0);
  for (const sentence of sentences) {
    for (const [rate, factor] of [
      [1, 1.5],
      [0.5, 2.5],
    ] as const) {
      const shortener = createShortener(factor, 16_000);
      const sound = Float32Array.from(await call('samples', sentence, { rate }));
      const short = [...shortener.push(sound), ...shortener.finish()];
      expect(sound.length / short.length).toBeCloseTo(factor, 1);
      expect(hearByGrammar([...quiet, ...short, ...quiet], grammar)).toBe(sentence);
    }
  }
});

test('eSpeak can be fetched ahead, before anything is to be said', async () => {
  const { requests, call } = await build.open();
  expect(await call('prepare', 'zh-CN')).toEqual({ ok: true });
  expect(ofEspeak(requests)).toEqual(['worker', 'english', 'mandarin']);
  expect(await call('prepare', 'fr')).toEqual({ ok: false, error: { kind: 'no-voice' } });
});

test('sound waits for a click or a key, says so, and comes after it', async () => {
  const { page } = await build.open('#speak');
  const isOutcome = (message: { text(): string }) => message.text().startsWith('{');
  const outcome = async () => JSON.parse((await page.waitForEvent('console', isOutcome)).text());
  expect(await outcome()).toEqual({ ok: false, error: { kind: 'needs-gesture' } });
  const [heard] = await Promise.all([outcome(), page.click('button')]);
  expect(heard).toEqual({ ok: true });
});

test('without a network eSpeak says so, and speaks where it was used before', async () => {
  const [used, fresh] = [await build.open(), await build.open()];
  await used.call('render', 'Hello.');
  await used.call('render', '您好。', { language: 'zh-CN' });
  await build.goOffline();
  // Not the worker that is there already: another one, from what the browser has kept.
  await used.call('restart');
  expect(await used.call('render', 'Still here.')).toMatchObject({ words: 2 });
  expect(await used.call('render', '还在。', { language: 'zh-CN' })).toMatchObject({ words: 2 });
  expect(await fresh.call('render', 'Hello.')).toEqual({ error: 'network' });
});
