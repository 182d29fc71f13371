import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../scripts/first-screen.ts';
import { sharedBuild } from './shared-build.ts';

/**
 * The paths that the scripts of this name have in the shared build, as requests show them; a locale's
 * name is its language, and it has one for each of its pieces.
 * @throws if there is none: then nothing that a test says about them would mean anything
 */
export async function builtFiles(name: string): Promise<readonly string[]> {
  const text = readFileSync(join(await sharedBuild(), '.vite', 'manifest.json'), 'utf8');
  const found = Object.values(JSON.parse(text) as Manifest)
    .filter((chunk) => chunk.name === name)
    .map(({ file }) => `/${file}`);
  if (!found.length) throw new Error(`No script of the build is called ${name}.`);
  return found;
}
