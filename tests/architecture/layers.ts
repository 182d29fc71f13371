import { findImports, resolveImport, type SourceFile } from './source-files.ts';

const parts = [
  'a11y',
  'i18n',
  'connectors',
  'speech',
  'simulator',
  'canned-responses',
  'credential',
  'outbox',
  'english',
  'offline',
] as const;
const solidFolders = ['app', 'ui', 'session', 'i18n'];

/** The folder under src/ that a file stands in; the file's own name if it stands in src/ itself. */
const folderOf = (path: string) => path.split('/')[1] ?? '';

/** How high a folder stands: imports go down only. A folder that is none of the known is a screen. */
export function rankOf(folder: string): number {
  if (folder === 'shared') return 0;
  if (folder === 'domain') return 1;
  if ((parts as readonly string[]).includes(folder)) return 2;
  if (folder === 'ui') return 3;
  if (folder === 'session') return 4;
  if (folder === 'main.tsx') return 7;
  return folder === 'app' ? 6 : 5;
}

/** `connectors/xmpp` for a file in there: a plug-in, which knows its port but no other plug-in. */
function pluginOf(path: string): string | undefined {
  const [, folder, plugin, file] = path.split('/');
  return file && (folder === 'connectors' || folder === 'speech') ? plugin : undefined;
}

function isAllowed(from: string, to: string): boolean {
  const [source, target] = [folderOf(from), folderOf(to)];
  if (source === target) {
    const [own, other] = [pluginOf(from), pluginOf(to)];
    // The registry, which stands above the plug-ins, may load each of them.
    return own === undefined || other === undefined || own === other;
  }
  // Most of it is in the service worker, which is a program of its own and must stay small.
  if (source === 'offline') return target === 'shared';
  if (pluginOf(from) === 'practice' && target === 'simulator') return true;
  return rankOf(target) < rankOf(source);
}

/** Imports that do not point down, as `from → to`. */
export function findUpwardImports(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    findImports(text)
      .map((name) => resolveImport(path, name))
      .filter((target) => target.startsWith('src/') && !isAllowed(path, target))
      .map((target) => `${path} → ${target}`),
  );
}

/** Files that import Solid although they stand below it. */
export function findStraySolid(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => {
      const folder = folderOf(path);
      return rankOf(folder) < 4 && !solidFolders.includes(folder);
    })
    .filter(({ text }) => findImports(text).some((name) => /^(solid-js|@solid-|#dom)/.test(name)))
    .map(({ path }) => path);
}

/** Each group of files that import one another in a circle, as `a → b → a`. */
export function findCycles(files: readonly SourceFile[]): string[] {
  const targets = new Map(
    files.map(({ path, text }) => [
      path,
      findImports(text).map((name) => resolveImport(path, name)),
    ]),
  );
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]) => {
    const seen = trail.indexOf(path);
    if (seen >= 0) cycles.push([...trail.slice(seen), path].join(' → '));
    if (seen >= 0 || done.has(path)) return;
    for (const target of targets.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const { path } of files) visit(path, []);
  return cycles;
}
