import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build, type Plugin } from 'vite';
import type { FileList, ListedFile } from '../../src/offline/file-list.ts';

const worker = fileURLToPath(new URL('../../src/offline/service-worker.ts', import.meta.url));

/** A file as it comes out of the build, by its name within it. */
export type BuiltFiles = ReadonlyMap<string, Uint8Array>;

const isVoice = (name: string) => /^assets\/espeak-/.test(name);
/** Pictures that a system fetches when it installs the program, maps, and the way out. */
const isLeftOut = (name: string) => /\.(png|map)$|^reset\.|^\.|(^|\/)\./.test(name);
const hash = (content: string | Uint8Array) =>
  createHash('sha256').update(content).digest('hex').slice(0, 8);

/**
 * Lists what a version consists of, what is needed first at the beginning, the page at the end.
 * @param entry the page's own script
 */
export function listFiles(built: BuiltFiles, entry: string): FileList {
  const list = (names: readonly string[]): ListedFile[] =>
    names.map((name) => {
      const content = built.get(name) ?? new Uint8Array();
      const path = name === 'index.html' ? '/' : `/${name}`;
      // Vite's own names have a hash already.
      return name.startsWith('assets/')
        ? [path, content.length]
        : [path, content.length, hash(content)];
    });
  const names = [...built.keys()].filter((name) => !isLeftOut(name) && name !== 'index.html');
  const rank = (name: string) => (name === entry ? 0 : /\.css$/.test(name) ? 1 : 2);
  const files = list([
    ...names.filter((name) => !isVoice(name)).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1)),
    'index.html',
  ]);
  const voiceNames = names.filter(isVoice).sort();
  const voicePacked = voiceNames.reduce((sum, name) => {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
    return sum + brotliCompressSync(built.get(name) ?? '', { params }).length;
  }, 0);
  const rest = { entry: `/${entry}`, files, voice: list(voiceNames), voicePacked };
  return { version: hash(JSON.stringify(rest)), ...rest };
}

/** Bundles the service worker with its list. */
async function buildWorker(list: FileList): Promise<string> {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    define: { harebellFiles: JSON.stringify(list) },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: worker, output: { format: 'iife' } },
    },
  });
  const [chunk] = 'output' in built ? built.output : [];
  if (chunk?.type !== 'chunk') throw new Error('The service worker was not built.');
  return chunk.code;
}

const readPublic = (folder: string): [string, Uint8Array][] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((file) => file.isFile())
        .map((file) => join(file.parentPath, file.name))
        .map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path)])
    : [];

/**
 * Writes `sw.js`: the service worker, which knows all files of this build (docs/adr/0018-offline.md).
 * A build of another page than the desk's has none.
 */
export const offlineFiles = (): Plugin => {
  let publicDir = '';
  return {
    name: 'offline-files',
    apply: 'build',
    enforce: 'post',
    configResolved: (config) => {
      publicDir = config.publicDir;
    },
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        if (!bundle['index.html']) return;
        const built = new Map(readPublic(publicDir));
        let entry = '';
        for (const [name, file] of Object.entries(bundle)) {
          const content = file.type === 'chunk' ? file.code : file.source;
          built.set(
            name,
            typeof content === 'string' ? new TextEncoder().encode(content) : content,
          );
          if (file.type === 'chunk' && file.isEntry && /index/.test(name)) entry = name;
        }
        const source = await buildWorker(listFiles(built, entry));
        this.emitFile({ type: 'asset', fileName: 'sw.js', source });
      },
    },
  };
};
