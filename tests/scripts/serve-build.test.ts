import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ServedBuild, serveBuild } from '../support/serve-build.ts';

const folder = mkdtempSync(join(tmpdir(), 'harebell-serve-'));
let server: ServedBuild;

beforeAll(async () => {
  mkdirSync(join(folder, 'build', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'build', 'index.html'), '<h1>Harebell</h1>');
  writeFileSync(join(folder, 'build', 'assets', 'main.js'), 'export {};');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  server = await serveBuild(join(folder, 'build'));
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

it('serves files with their types', async () => {
  const response = await fetch(`${server.origin}/assets/main.js`);
  expect(response.headers.get('content-type')).toContain('text/javascript');
  expect(await response.text()).toBe('export {};');
});

it.each(['/', '/practise', '/desk?seed=1'])('gives the program for its route %s', async (path) => {
  const response = await fetch(server.origin + path);
  expect(response.headers.get('content-type')).toContain('text/html');
  expect(await response.text()).toBe('<h1>Harebell</h1>');
});

it.each(['/assets/gone.js', '/..%2fsecret.txt', '/%2e%2e/secret.txt'])(
  'has nothing at %s',
  async (path) => {
    expect((await fetch(server.origin + path)).status).toBe(404);
  },
);
