import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file of the project: its path from the root with `/`, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** The project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** All files in a folder of the project whose names end so, in order of their paths. */
export function readSources(folder: string, extensions: readonly string[]): SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && extensions.includes(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('node_modules') && !path.includes('screen-reader/out'))
    .map((path) => ({
      path: relative(root, path).replaceAll('\\', '/'),
      text: readFileSync(path, 'utf8'),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The text without comments; what only looks like one inside a string may go too. */
export const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`\\])\/\/.*$/gm, '$1');

const statement = /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm;
const sideEffect = /^\s*import\s*['"]([^'"]+)['"]/gm;
const dynamic = /\bimport\s*\(\s*['"]([^'"]+)['"]/g;

/** What a file imports, as written, also types and what is loaded later. */
export function findImports(text: string): string[] {
  const code = withoutComments(text);
  const found = [statement, sideEffect, dynamic].flatMap((pattern) =>
    [...code.matchAll(pattern)].map(([, name]) => name ?? ''),
  );
  return [...new Set(found)];
}

/** The file that an import names, or the package's name as it stands. */
export function resolveImport(from: string, name: string): string {
  if (name === '#dom') return 'src/ui/dom.ts';
  if (!name.startsWith('.')) return name;
  return posix.join(posix.dirname(from), name.replace(/\?.*$/, ''));
}
