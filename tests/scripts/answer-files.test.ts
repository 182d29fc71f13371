import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerFiles } from '../../scripts/answer-files.mjs';

const folder = mkdtempSync(join(tmpdir(), 'harebell-files-'));
const root = join(folder, 'build');
const script = 'export const words = "a word and a word";\n'.repeat(50);
const page = '<h1>Harebell</h1>';
let server: Server;

beforeAll(async () => {
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(root, 'index.html'), page);
  writeFileSync(join(root, 'assets', 'main-1.js'), script);
  writeFileSync(join(root, 'icon.png'), 'picture');
  writeFileSync(join(root, 'sw.js'), 'worker');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  server = createServer(answerFiles(root));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** As it comes over the wire; `fetch` would tidy up the address and decompress. */
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<{
    status: number | undefined;
    headers: Record<string, string | string[] | undefined>;
    body: Buffer;
  }>((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    const asked = request({ host: '127.0.0.1', port, path, headers, method }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        resolve({
          status: answer.statusCode,
          headers: answer.headers,
          body: Buffer.concat(parts),
        }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });

it('compresses with brotli for whoever takes it, else with gzip, else not', async () => {
  const path = '/assets/main-1.js';
  const br = await ask(path, { 'accept-encoding': 'gzip, deflate, br' });
  expect(br.headers['content-encoding']).toBe('br');
  expect(brotliDecompressSync(br.body).toString()).toBe(script);
  expect(br.body.length).toBeLessThan(script.length);
  const gz = await ask(path, { 'accept-encoding': 'gzip, br;q=0' });
  expect(gz.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(gz.body).toString()).toBe(script);
  const plain = await ask(path);
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(plain.body.toString()).toBe(script);
  expect(plain.headers['vary']).toBe('accept-encoding');
});

it('does not compress a picture once more', async () => {
  const answer = await ask('/icon.png', { 'accept-encoding': 'br' });
  expect(answer.headers['content-encoding']).toBeUndefined();
  expect(answer.body.toString()).toBe('picture');
});

it('lets browsers keep what has a hash in its name, the worker for an hour, and ask again for all else', async () => {
  const kept = await ask('/assets/main-1.js');
  expect(kept.headers['cache-control']).toContain('immutable');
  expect((await ask('/icon.png')).headers['cache-control']).toContain('max-age=86400');
  expect((await ask('/sw.js')).headers['cache-control']).toBe('public, max-age=3600');
  const first = await ask('/');
  expect(first.headers['cache-control']).toBe('no-cache');
  const again = await ask('/', { 'if-none-match': String(first.headers['etag']) });
  expect(again.status).toBe(304);
  expect(again.body).toHaveLength(0);
});

it('notices a new build', async () => {
  const path = join(root, 'version.txt');
  writeFileSync(path, 'old');
  const old = await ask('/version.txt');
  writeFileSync(path, 'newer');
  const now = await ask('/version.txt', { 'if-none-match': String(old.headers['etag']) });
  expect([now.status, now.body.toString()]).toEqual([200, 'newer']);
});

it.each(['/', '/practise', '/desk?seed=1.5'])(
  'gives the program for its route %s',
  async (path) => {
    const answer = await ask(path);
    expect(answer.body.toString()).toBe(page);
    expect(answer.headers['content-type']).toContain('text/html');
  },
);

it.each([
  ['/assets/gone.js', 404],
  ['/../secret.txt', 404],
  ['/%2e%2e/secret.txt', 404],
  ['/..%2fsecret.txt', 404],
  ['/secret%00.txt', 404],
  ['/%zz', 400],
])('has nothing at %s', async (path, status) => {
  expect((await ask(path)).status).toBe(status);
});

it('only gives', async () => {
  expect((await ask('/', {}, 'POST')).status).toBe(405);
  const head = await ask('/', {}, 'HEAD');
  expect([head.status, head.body.length]).toEqual([200, 0]);
  expect(head.headers['content-length']).toBe(String(page.length));
});
