import { expect, it } from 'vitest';
import { findContainer, registerWorker } from '../../src/offline/register-worker.ts';

const known = { scope: '/' } as ServiceWorkerRegistration;
const container = (
  register: () => Promise<ServiceWorkerRegistration>,
  registration?: ServiceWorkerRegistration,
) => {
  const asked: unknown[][] = [];
  const played = {
    register: (...how: unknown[]) => {
      asked.push(how);
      return register();
    },
    getRegistration: async () => registration,
  } as unknown as ServiceWorkerContainer;
  return { asked, played };
};

it('tells why nothing can be kept', () => {
  const { played } = container(async () => known);
  const navigator = { serviceWorker: played };
  expect(findContainer({ isSecureContext: false, navigator })).toEqual({
    ok: false,
    error: { kind: 'insecure' },
  });
  expect(findContainer({ isSecureContext: true, navigator: {} })).toEqual({
    ok: false,
    error: { kind: 'unsupported' },
  });
  expect(findContainer({ isSecureContext: true, navigator })).toEqual({ ok: true, value: played });
});

it('registers one address, which may be as old as its host lets it be', async () => {
  const { played, asked } = container(async () => known);
  expect(await registerWorker(played)).toEqual({ ok: true, value: known });
  expect(asked).toEqual([['/sw.js', { updateViaCache: 'all' }]]);
});

it('tells of what keeps a worker away without an error', async () => {
  const { played } = container(async () => undefined as unknown as ServiceWorkerRegistration);
  expect(await registerWorker(played)).toEqual({ ok: false, error: { kind: 'refused' } });
});

it('works with what is there when there is no link', async () => {
  const { played } = container(() => Promise.reject(new TypeError('Failed to fetch')), known);
  expect(await registerWorker(played)).toEqual({ ok: true, value: known });
});

it.each([
  [new DOMException('No.', 'SecurityError'), 'refused'],
  [new TypeError('Failed to fetch'), 'unsupported'],
])('tells of a browser that may not or cannot: %s', async (error, kind) => {
  const { played } = container(() => Promise.reject(error));
  expect(await registerWorker(played)).toEqual({ ok: false, error: { kind } });
});
