import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

/**
 * Sections of a locale that only screens behind the first one use. They travel in a second piece,
 * so that the first screen does not wait for the words of the settings.
 */
export const laterSections: readonly string[] = [
  'acts',
  'canned',
  'cannedResponses',
  'commands',
  'connectorError',
  'customer',
  'debrief',
  'ending',
  'help',
  'keys',
  'palette',
  'plainText',
  'profiles',
  'search',
  'settings',
  'signIn',
  'simulator',
  'storage',
  'verdict',
  'wrapUp',
];

/**
 * Cuts `locales/*.json` in two: `en.json?first` and `en.json?later`. A locale stays one file for
 * those who write it.
 */
export const localeParts: Plugin = {
  name: 'locale-parts',
  enforce: 'pre',
  async load(id) {
    const [, file, part] = /^(.*\/locales\/[^/]+\.json)\?(first|later)$/.exec(id) ?? [];
    if (!file) return undefined;
    this.addWatchFile(file);
    const sections = Object.entries(JSON.parse(await readFile(file, 'utf8')) as object);
    const chosen = sections.filter(
      ([section]) => laterSections.includes(section) === (part === 'later'),
    );
    const json = JSON.stringify(Object.fromEntries(chosen));
    // A string that is parsed is read faster, and minified less badly, than an object literal.
    return { code: `export default JSON.parse(${JSON.stringify(json)});`, map: null };
  },
};
