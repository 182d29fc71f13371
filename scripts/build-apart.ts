import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A production build in a folder of its own, with Vite's manifest. */
export interface Build {
  readonly folder: string;
  remove(): void;
}

/**
 * Builds for production without touching dist/, which somebody may be serving.
 * @param plugins more than those of vite.config.ts, to look at what comes out
 */
export async function buildApart(plugins: Plugin[] = []): Promise<Build> {
  const folder = mkdtempSync(join(tmpdir(), 'harebell-build-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const output = {
      outDir: folder,
      emptyOutDir: true,
      manifest: true,
      reportCompressedSize: false,
    };
    await build({ root, logLevel: 'warn', plugins, build: output });
  } catch (error) {
    remove();
    throw error;
  }
  return { folder, remove };
}
