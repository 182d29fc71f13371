import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import { parseScenario } from '../../src/simulator/parse-scenario.ts';

/** Leaves the lines of texts (`{en: […], zh: […]}`) and the facts of one language. */
const keepLanguage =
  (language: string, all: readonly string[]) =>
  (key: string, value: unknown): unknown => {
    if (all.includes(key) && key !== language) return undefined;
    if (!Array.isArray(value)) return value;
    return value.filter((item: { language?: string } | string) => {
      const own = typeof item === 'object' ? item.language : undefined;
      return own === undefined || own === '*' || own === language;
    });
  };

/**
 * Reads `NAME.txt?scenario=LANGUAGE` at build time, so that neither the parser nor the other
 * languages' lines are part of the first screen. A built-in scenario with an error fails the build
 * and says in which lines.
 */
export const scenarioData: Plugin = {
  name: 'scenario-data',
  enforce: 'pre',
  async load(id) {
    const [, file, language] = /^(.*\.txt)\?scenario=([a-z]+)$/.exec(id) ?? [];
    if (!file || !language) return undefined;
    this.addWatchFile(file);
    const { scenario, problems } = parseScenario(await readFile(file, 'utf8'));
    if (!scenario || problems.length > 0) {
      const lines = problems.map(({ line, kind }) => `line ${line}: ${kind}`);
      this.error(`${file} is not a whole scenario: ${lines.join('; ')}`);
    }
    const json = JSON.stringify(scenario, keepLanguage(language, scenario.languages));
    return { code: `export default JSON.parse(${JSON.stringify(json)});`, map: null };
  },
};
