import { describe, expect, it } from 'vitest';
import { answerRequest } from '../../src/offline/answer-request.ts';

const origin = 'https://desk.example';
const kept = {
  page: async () => new Response('the page'),
  file: async (path: string) => new Response(path),
};
const answer = (url: string, how: { method?: string; mode?: RequestMode } = {}) =>
  answerRequest({ url, method: 'GET', mode: 'cors', ...how }, kept, origin);
const textOf = async (...asked: Parameters<typeof answer>) => (await answer(...asked)?.())?.text();

describe('a request', () => {
  it.each(['/', '/?from=shortcut', '/practise'])('for the screen %s is the page', async (path) => {
    expect(await textOf(origin + path, { mode: 'navigate' })).toBe('the page');
  });

  it.each(['/assets/a-1b2c.js', '/icon.svg', '/third-party.txt?x=1'])(
    'for %s is that file',
    async (path) => {
      expect(await textOf(origin + path)).toBe(path.replace(/\?.*/, ''));
      expect(await textOf(origin + path, { mode: 'navigate' })).toBe(path.replace(/\?.*/, ''));
    },
  );

  it.each([
    ['of somebody else', 'https://box.example/v1/models.json', {}],
    ['that sends something', `${origin}/assets/a.js`, { method: 'POST' }],
    ['whether the program can be fetched', `${origin}/`, { method: 'HEAD' }],
    ['of a service at the same address', `${origin}/http-bind`, {}],
    ['for the way out', `${origin}/reset.html`, { mode: 'navigate' as const }],
    ['for the way out’s own script', `${origin}/reset.js`, {}],
  ])('%s goes to the network', (_, url, how) => {
    expect(answer(url, how)).toBeUndefined();
  });
});
