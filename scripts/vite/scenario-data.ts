import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import { parseScenario } from '../../src/simulator/parse-scenario.ts';

/**
 * Reads `NAME.txt?scenario` at build time, so that the parser is not part of the first screen.
 * A built-in scenario with an error fails the build and says in which lines.
 */
export const scenarioData: Plugin = {
  name: 'scenario-data',
  enforce: 'pre',
  async load(id) {
    const [, file] = /^(.*\.txt)\?scenario$/.exec(id) ?? [];
    if (!file) return undefined;
    this.addWatchFile(file);
    const { scenario, problems } = parseScenario(await readFile(file, 'utf8'));
    if (!scenario || problems.length > 0) {
      const lines = problems.map(({ line, kind }) => `line ${line}: ${kind}`);
      this.error(`${file} is not a whole scenario: ${lines.join('; ')}`);
    }
    return {
      code: `export default JSON.parse(${JSON.stringify(JSON.stringify(scenario))});`,
      map: null,
    };
  },
};
