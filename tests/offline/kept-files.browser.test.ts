import { afterEach, describe, expect, it } from 'vitest';
import type { FileList, ListedFile } from '../../src/offline/file-list.ts';
import { createKeptFiles } from '../../src/offline/kept-files.ts';

const listOf = (version: string, names: readonly string[], voice: readonly string[] = []) => {
  const asFile = (name: string): ListedFile => [`/assets/${name}`, name.length];
  const page: ListedFile = ['/', version.length, version];
  const list: FileList = {
    version,
    entry: `/assets/${names[0]}`,
    files: [...names.map(asFile), page],
    voice: voice.map(asFile),
    voicePacked: 7,
  };
  return list;
};

/** A host that serves a version: what a file holds is its own name, what the page holds its version. */
const openHost = (list: FileList) => {
  const asked: string[] = [];
  const answers = new Map<string, () => Response>();
  const fetch = async (path: string) => {
    asked.push(path);
    const special = answers.get(path);
    if (special) return special();
    const own = [...list.files, ...list.voice].some(([known]) => known === path);
    if (!own) return new Response('<h1>Start</h1>', { headers: { 'content-type': 'text/html' } });
    return new Response(path === '/' ? list.version : path.slice('/assets/'.length), {
      headers: { vary: 'Origin' },
    });
  };
  return { asked, answers, fetch: fetch as typeof globalThis.fetch };
};

const install = async (list: FileList, inUse: readonly string[] | 'unknown' = []) => {
  const host = openHost(list);
  const kept = createKeptFiles({
    list,
    caches,
    fetch: host.fetch,
    entriesInUse: async () => (inUse === 'unknown' ? undefined : inUse),
  });
  await kept.install();
  return { ...host, kept };
};
const keepAll = async ({ kept }: Awaited<ReturnType<typeof install>>, voice = false) => {
  let state = await kept.state();
  for (let turn = 0; turn < 20 && !state.failure; turn += 1) {
    const next = await kept.keepNext(voice);
    if (next.kept === state.kept && next.voice.kept === state.voice.kept) return next;
    state = next;
  }
  return state;
};
const textOf = async (response: Promise<Response | undefined>) => (await response)?.text();

afterEach(async () => {
  await caches.delete('harebell-files');
});

describe('keeping', () => {
  it('fetches one file at a time, the page last, and none twice', async () => {
    const desk = await install(listOf('v1', ['a.js', 'b.js']));
    expect(desk.asked).toEqual([]);
    expect(await desk.kept.keepNext(false)).toMatchObject({ kept: 1, files: 3 });
    expect(desk.asked).toEqual(['/assets/a.js']);
    expect(await keepAll(desk)).toMatchObject({ kept: 3, files: 3, bytes: 10 });
    expect(desk.asked).toEqual(['/assets/a.js', '/assets/b.js', '/']);
  });

  it('goes on behind a file that broke off, also as a worker that was started anew', async () => {
    const list = listOf('v1', ['a.js', 'b.js', 'c.js']);
    const desk = await install(list);
    desk.answers.set('/assets/b.js', () => {
      throw new TypeError('Failed to fetch');
    });
    expect(await keepAll(desk)).toMatchObject({ kept: 1, failure: 'network' });
    const anew = await install(list);
    expect(await keepAll(anew)).toMatchObject({ kept: 4 });
    expect(anew.asked).toEqual(['/assets/b.js', '/assets/c.js', '/']);
  });

  it.each([
    ['a login page in its place', () => new Response('<h1>Welcome to the hotel</h1>'), 'gone'],
    ['what is not there any more', () => new Response('', { status: 404 }), 'gone'],
    ['a host in trouble', () => new Response('a.js', { status: 503 }), 'network'],
    ['a host that is asked too much', () => new Response('a.js', { status: 429 }), 'network'],
  ])('does not take %s', async (_, answer, failure) => {
    const desk = await install(listOf('v1', ['a.js']));
    desk.answers.set('/assets/a.js', answer);
    expect(await desk.kept.keepNext(false)).toMatchObject({ kept: 0, failure });
    expect(await desk.kept.file('/assets/a.js')).toBeUndefined();
  });

  it('asks the host itself when what the browser had kept of a file is wrong', async () => {
    const desk = await install(listOf('v1', ['a.js']));
    let times = 0;
    desk.answers.set('/assets/a.js', () => {
      times += 1;
      return new Response(times === 1 ? 'a wrong one' : 'a.js');
    });
    expect(await desk.kept.keepNext(false)).toMatchObject({ kept: 1 });
    expect(desk.asked).toEqual(['/assets/a.js', '/assets/a.js']);
  });

  it('sees what was wiped meanwhile before it says that everything is here', async () => {
    const desk = await install(listOf('v1', ['a.js', 'b.js']));
    await desk.kept.keepNext(false);
    await (await caches.open('harebell-files')).delete('/assets/a.js');
    await desk.kept.keepNext(false);
    expect(await desk.kept.keepNext(false)).toMatchObject({ kept: 2, files: 3 });
    expect(await keepAll(desk)).toMatchObject({ kept: 3 });
    expect(desk.asked).toEqual(['/assets/a.js', '/assets/b.js', '/', '/assets/a.js']);
  });

  it('does not have the browser list what is here before each of the files', async () => {
    const names = Array.from({ length: 40 }, (_, at) => `${at}.js`);
    const list = listOf('v1', names);
    let looks = 0;
    const counted = {
      open: async (name: string) => {
        const cache = await caches.open(name);
        return Object.assign(Object.create(cache), {
          keys: () => {
            looks += 1;
            return cache.keys();
          },
          match: cache.match.bind(cache),
          put: cache.put.bind(cache),
        });
      },
    } as unknown as CacheStorage;
    const { fetch } = openHost(list);
    const kept = createKeptFiles({ list, caches: counted, fetch, entriesInUse: async () => [] });
    for (const _ of list.files) await kept.keepNext(false);
    expect(await kept.state()).toMatchObject({ kept: 41, files: 41 });
    expect(looks).toBeLessThanOrEqual(3);
  });

  it('tells that there is no room', async () => {
    const list = listOf('v1', ['a.js']);
    const { fetch } = openHost(list);
    const full = {
      open: async (name: string) => {
        const cache = await caches.open(name);
        return Object.assign(Object.create(cache), {
          keys: () => cache.keys(),
          put: () => Promise.reject(new DOMException('', 'QuotaExceededError')),
        });
      },
    } as unknown as CacheStorage;
    const kept = createKeptFiles({ list, caches: full, fetch, entriesInUse: async () => [] });
    expect(await kept.keepNext(false)).toMatchObject({ kept: 0, failure: 'full' });
  });

  it('takes the voice by choice, and gives it up again', async () => {
    const desk = await install(listOf('v1', ['a.js'], ['espeak.js', 'english.bin']));
    expect(await keepAll(desk)).toMatchObject({ kept: 2, voice: { kept: 0, files: 2, packed: 7 } });
    expect(await keepAll(desk, true)).toMatchObject({ kept: 2, voice: { kept: 2, bytes: 20 } });
    expect(await desk.kept.forgetVoice()).toMatchObject({ kept: 2, voice: { kept: 0 } });
  });
});

describe('opening', () => {
  it('is left to the network until everything is here', async () => {
    const desk = await install(listOf('v1', ['a.js']));
    await desk.kept.keepNext(false);
    expect(await desk.kept.page()).toBeUndefined();
    await keepAll(desk);
    expect(await textOf(desk.kept.page())).toBe('v1');
    expect(await textOf(desk.kept.file('/assets/a.js'))).toBe('a.js');
  });

  it('is the version before while a newer one is not whole, and never one that is newer still', async () => {
    const first = await install(listOf('v1', ['a.js']));
    await keepAll(first);
    const second = await install(listOf('v2', ['a2.js', 'b2.js']));
    await second.kept.keepNext(false);
    expect(await textOf(second.kept.page())).toBe('v1');
    await keepAll(second);
    expect(await textOf(second.kept.page())).toBe('v2');
    expect(await textOf(first.kept.page())).toBe('v1');
  });

  it('is an earlier version again when that is what is served', async () => {
    await keepAll(await install(listOf('v1', ['a.js'])));
    await keepAll(await install(listOf('v2', ['a2.js'])));
    const back = await install(listOf('v1', ['a.js']));
    expect(back.asked).toEqual([]);
    expect(await textOf(back.kept.page())).toBe('v1');
    await back.kept.sweep();
    expect(await back.kept.file('/assets/a2.js')).toBeUndefined();
  });

  it('is not troubled by a list that cannot be read', async () => {
    const cache = await caches.open('harebell-files');
    await cache.put('/harebell-version?odd', new Response('{"version":1'));
    const desk = await install(listOf('v1', ['a.js']));
    expect(await desk.kept.page()).toBeUndefined();
  });
});

describe('sweeping', () => {
  const twoVersions = async (inUse: readonly string[] | 'unknown') => {
    await keepAll(await install(listOf('v1', ['a.js', 'shared.js'])));
    const second = await install(listOf('v2', ['a2.js', 'shared.js']), inUse);
    return second;
  };

  it('takes what no version needs that is open', async () => {
    const desk = await twoVersions([]);
    await keepAll(desk);
    expect(desk.asked).toEqual(['/assets/a2.js', '/']);
    await desk.kept.sweep();
    expect(await desk.kept.file('/assets/a.js')).toBeUndefined();
    expect(await textOf(desk.kept.file('/assets/shared.js'))).toBe('shared.js');
    expect(await textOf(desk.kept.page())).toBe('v2');
  });

  it.each([
    ['a tab of the version before is open', ['/assets/a.js']],
    ['nobody can tell which tabs are open', 'unknown'],
  ] as const)('takes nothing while %s', async (_, inUse) => {
    const desk = await twoVersions(inUse);
    await keepAll(desk);
    await desk.kept.sweep();
    expect(await textOf(desk.kept.file('/assets/a.js'))).toBe('a.js');
  });

  it('takes nothing while the version itself is not whole', async () => {
    const desk = await twoVersions([]);
    await desk.kept.sweep();
    expect(await textOf(desk.kept.page())).toBe('v1');
  });

  it('leaves a newer version alone that is on its way', async () => {
    const first = await install(listOf('v1', ['a.js']));
    await keepAll(first);
    const second = await install(listOf('v2', ['a2.js', 'b2.js']));
    await second.kept.keepNext(false);
    await first.kept.sweep();
    expect(await second.kept.state()).toMatchObject({ kept: 1 });
  });
});
