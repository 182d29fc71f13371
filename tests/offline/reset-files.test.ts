import { expect, it } from 'vitest';
import { resetFiles } from '../../src/offline/reset-files.ts';

/** The program itself, and no page of the network's. */
const program = async () => new Response('', { headers: { 'content-type': 'text/javascript' } });

const rig = (fetch: () => Promise<Response>) => {
  const done: string[] = [];
  return {
    done,
    parts: {
      fetch: ((path: string, how: RequestInit) => {
        done.push(`${how.method} ${path}`);
        return fetch();
      }) as typeof globalThis.fetch,
      container: {
        getRegistrations: async () => [
          {
            unregister: async () => done.push('unregister'),
          } as unknown as ServiceWorkerRegistration,
        ],
      },
      caches: {
        keys: async () => ['harebell-files', 'of-somebody-else'],
        delete: async (name: string) => done.push(`delete ${name}`) > 0,
      },
    },
  };
};

it('takes away the program’s files and what answers with them, and no others', async () => {
  const { done, parts } = rig(program);
  expect(await resetFiles(parts)).toBe(true);
  expect(done).toEqual(['HEAD /sw.js', 'unregister', 'delete harebell-files']);
});

it.each([
  ['there is no link', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['the host is in trouble', async () => new Response('', { status: 502 })],
  [
    'a network answers everything with its own page',
    async () => new Response('', { headers: { 'content-type': 'text/html' } }),
  ],
])('takes nothing away while %s', async (_, fetch) => {
  const { done, parts } = rig(fetch);
  expect(await resetFiles(parts)).toBe(false);
  expect(done).toEqual(['HEAD /sw.js']);
});

it('has nothing to take away where a browser keeps nothing', async () => {
  const { parts } = rig(program);
  expect(await resetFiles({ ...parts, container: undefined, caches: undefined })).toBe(true);
});
