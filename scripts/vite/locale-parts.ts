import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

/**
 * Sections of a locale that only screens behind the first one use. They travel in a second piece,
 * so that the first screen does not wait for the words of the settings.
 */
export const laterSections: readonly string[] = [
  'acts',
  'advice',
  'assessment',
  'availability',
  'away',
  'canned',
  'cannedResponses',
  'certificates',
  'coach',
  'commands',
  'common',
  'comparison',
  'connectorError',
  'credential',
  'customer',
  'debrief',
  'dictation',
  'editor',
  'ending',
  'fileField',
  'fileMessage',
  'gloss',
  'help',
  'keys',
  'linkState',
  'lock',
  'mentor',
  'numbers',
  'offline',
  'palette',
  'phrases',
  'plainText',
  'profiles',
  'progress',
  'review',
  'runFile',
  'search',
  'shadow',
  'signIn',
  'simulator',
  'speech',
  'storage',
  'timers',
  'training',
  'unfinished',
  'verdict',
  'voice',
  'voiceAnswer',
  'voiceMessage',
  'where',
  'wrapUp',
];

/**
 * Sections of the settings and of the pages that they lead to, and of what only a real desk says: 3.5 kB
 * that a practice never needs.
 */
export const settingsSections: readonly string[] = [
  'idle',
  'keptChats',
  'linkCheck',
  'settings',
  'speechInput',
  'traffic',
  'unsure',
];

/** Sections that are a piece each: for who locks what is kept, and for who asks for advice on English. */
const apart: readonly string[] = ['safe', 'slips'];

const pieceOf = (section: string) => {
  if (apart.includes(section)) return section;
  if (settingsSections.includes(section)) return 'settings';
  return laterSections.includes(section) ? 'later' : 'first';
};

/**
 * Cuts `locales/*.json` in pieces: `en.json?first`, `en.json?later`, `en.json?settings`, and one for each
 * section that stands apart, `en.json?slips`. A locale stays one file for those who write it.
 */
export const localeParts: Plugin = {
  name: 'locale-parts',
  enforce: 'pre',
  async load(id) {
    const [, file, part] =
      /^(.*\/locales\/[^/]+\.json)\?(first|later|settings|safe|slips)$/.exec(id) ?? [];
    if (!file) return undefined;
    this.addWatchFile(file);
    const sections = Object.entries(JSON.parse(await readFile(file, 'utf8')) as object);
    const chosen = sections.filter(([section]) => pieceOf(section) === part);
    const json = JSON.stringify(Object.fromEntries(chosen));
    // A string that is parsed is read faster, and minified less badly, than an object literal.
    return { code: `export default JSON.parse(${JSON.stringify(json)});`, map: null };
  },
};
