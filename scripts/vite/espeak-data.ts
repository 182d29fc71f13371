import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { cutEngine, packFiles, readEspeakFiles } from './cut-espeak.ts';

const packageName = '@echogarden/espeak-ng-emscripten';
const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const original = (file: string) => join(modules, packageName, file);

/** What must be said where the engine is passed on: whose it is, what was changed, where its source is. */
const notice = `/*! Contains eSpeak NG, copyright (C) 2005-2015 Jonathan Duddington, (C) 2015-2024 Reece H. Dunn and
contributors, licence GPL-3.0-or-later; compiled by the Echogarden project (${packageName}).
Changed for Harebell in 2026: without the code that loads data, with the data of two languages.
See /third-party.txt. */
`;

/**
 * What each part holds. Mandarin's voice is a few lines, and must be there when eSpeak starts; what
 * makes Mandarin heavy is its dictionary.
 */
const parts: Readonly<Record<string, RegExp>> = {
  english:
    /\/(en_dict|intonations|phondata|phonindex|phontab|lang\/gmw\/en(-US|-GB-scotland)?|lang\/sit\/cmn)$/,
  mandarin: /\/cmn_dict$/,
};

/** Writes a part where Vite can serve or emit it like any other file, and says where. */
function writePart(part: string, wanted: RegExp): string {
  const { version } = JSON.parse(readFileSync(original('package.json'), 'utf8'));
  const key = createHash('sha256').update(`${version} ${wanted}`).digest('hex').slice(0, 12);
  const folder = join(modules, '.cache', 'espeak', key);
  const file = join(folder, `espeak-${part}.bin`);
  if (existsSync(file)) return file;
  const source = readFileSync(original('espeak-ng.js'), 'utf8');
  const data = readFileSync(original('espeak-ng.data'));
  const files = readEspeakFiles(source, data).filter(({ path }) => wanted.test(path));
  mkdirSync(folder, { recursive: true });
  // Two builds may run at a time; a name is never seen before its file is whole.
  writeFileSync(`${file}.${process.pid}`, packFiles(files));
  renameSync(`${file}.${process.pid}`, file);
  return file;
}

/**
 * eSpeak NG cut down to English and Mandarin: `espeak:english` and `espeak:mandarin` are the
 * addresses of its data, and the engine comes without the code that would fetch all 24 MB.
 * See docs/adr/0010-espeak.md.
 */
export const espeakData: Plugin = {
  name: 'espeak-data',
  enforce: 'pre',
  // Vite's own bundling of dependencies would pass this by.
  config: () => ({ optimizeDeps: { exclude: [packageName] } }),
  resolveId(id) {
    const [, part = ''] = /^espeak:(.+)$/.exec(id) ?? [];
    const wanted = parts[part];
    return wanted && `${writePart(part, wanted)}?url`;
  },
  transform(code, id) {
    if (!id.replace(/\?.*/, '').endsWith(`${packageName}/espeak-ng.js`)) return undefined;
    return { code: cutEngine(code), map: null };
  },
  // Here and not in `transform`: the minifier would take it out.
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      const isEngine = Object.keys(chunk.modules).some((id) => id.includes(packageName));
      if (isEngine) chunk.code = notice + chunk.code;
    }
  },
};
