import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { scenarioData } from '../../scripts/vite/scenario-data.ts';
import type { Scenario } from '../../src/simulator/scenario.ts';
import { loadWith } from './load-with.ts';

const small = `scenario: small
title en: Small
title zh: 小
languages: en, zh
never: no way | 没门
# chat: A
customer en: Ann
customer zh: 安
facts: card=6222
facts en: city=Porto
facts zh: city=昆明
## open
says en: Hi
says zh: 你好
want: greet
end: solved
`;
const write = (text: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'harebell-scenario-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'small.txt');
  writeFileSync(file, text);
  return file;
};
const load = async (file: string, language: string) => {
  const loaded = await loadWith(scenarioData, `${file}?scenario=${language}`);
  return { ...loaded, scenario: loaded.value as Scenario };
};

describe('a scenario read at build time', () => {
  it.each([
    ['en', 'Small', '小'],
    ['zh', '小', 'Small'],
  ])('has the lines of %s and no others', async (language, own, other) => {
    const { scenario, code } = await load(write(small), language);
    expect(scenario.texts.title).toEqual({ [language]: [own] });
    expect(Object.keys(scenario.chats[0]?.texts.customer ?? {})).toEqual([language]);
    expect(code).not.toContain(other);
  });

  it('keeps the facts of its language and those of all', async () => {
    const facts = (scenario: Scenario) => scenario.chats[0]?.facts.map(({ value }) => value);
    const file = write(small);
    expect(facts((await load(file, 'en')).scenario)).toEqual(['6222', 'Porto']);
    expect(facts((await load(file, 'zh')).scenario)).toEqual(['6222', '昆明']);
  });

  it('keeps all that must not be said, in any language, and which languages there are', async () => {
    const { scenario } = await load(write(small), 'en');
    expect(scenario.nevers).toEqual(['no way | 没门']);
    expect(scenario.languages).toEqual(['en', 'zh']);
  });

  it('is built again when its file changes', async () => {
    const file = write(small);
    expect((await load(file, 'en')).watched).toEqual([file]);
  });

  it('with an error fails the build, with the line', async () => {
    const line = small.split('\n').length;
    await expect(load(write(`${small}nonsense here\n`), 'en')).rejects.toThrow(
      new RegExp(`small\\.txt is not a whole scenario: .*line ${line}: `),
    );
  });

  it.each(['/x/a.txt', '/x/a.md?scenario=en', '/x/a.txt?scenario=', '/x/a.txt?raw'])(
    'leaves %s to others',
    async (id) => {
      expect((await loadWith(scenarioData, id)).code).toBeUndefined();
    },
  );
});

const folder = new URL('../../src/connectors/practice/scenarios/', import.meta.url).pathname;
const builtIn = readdirSync(folder).filter((name) => name.endsWith('.txt'));

it.each(builtIn)(
  'the built-in %s is whole in both languages, each without the other',
  async (name) => {
    const file = join(folder, name);
    const [english, chinese] = [await load(file, 'en'), await load(file, 'zh')];
    const texts = ({ scenario }: typeof english) =>
      JSON.stringify([scenario.texts, scenario.chats.map(({ texts, beats }) => [texts, beats])]);
    expect(texts(english)).not.toMatch(/"zh":/);
    expect(texts(chinese)).not.toMatch(/"en":/);
    expect(english.scenario.chats.map(({ id }) => id)).toEqual(
      chinese.scenario.chats.map(({ id }) => id),
    );
  },
);
