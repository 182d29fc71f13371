import { expect, it } from 'vitest';
import { resetFiles } from '../../src/offline/reset-files.ts';

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
  const { done, parts } = rig(async () => new Response());
  expect(await resetFiles(parts)).toBe(true);
  expect(done).toEqual(['HEAD /', 'unregister', 'delete harebell-files']);
});

it.each([
  ['there is no link', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['the host is in trouble', async () => new Response('', { status: 502 })],
])('takes nothing away while %s', async (_, fetch) => {
  const { done, parts } = rig(fetch);
  expect(await resetFiles(parts)).toBe(false);
  expect(done).toEqual(['HEAD /']);
});

it('has nothing to take away where a browser keeps nothing', async () => {
  const { parts } = rig(async () => new Response());
  expect(await resetFiles({ ...parts, container: undefined, caches: undefined })).toBe(true);
});
