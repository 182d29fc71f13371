import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';

interface Needs {
  missingPackages(names: readonly string[]): string[];
}

const folder = mkdtempSync(join(tmpdir(), 'harebell-needs-'));
const path = '../../scripts/test/needs.mjs';
const load = async (): Promise<Needs> => {
  vi.resetModules();
  return (await import(path)) as Needs;
};

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

it('knows by its command whether a package is there', async () => {
  vi.stubEnv('PATH', folder);
  writeFileSync(join(folder, 'xdotool'), '');
  expect((await load()).missingPackages(['xdotool', 'chromium'])).toEqual(['chromium']);
});
