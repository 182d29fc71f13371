import { fetchFile } from './fetch-file.ts';
import { type FileList, keyOf, type ListedFile, pageOf, readList } from './file-list.ts';
import { isWhole, type KeepFailure, type KeptState } from './worker-words.ts';

/** What the worker works with; all but the list is the browser's. */
export interface KeptFilesParts {
  readonly list: FileList;
  readonly caches: CacheStorage;
  readonly fetch: typeof fetch;
  /** The entries of all tabs that are open; nothing if that cannot be known. */
  entriesInUse(): Promise<readonly string[] | undefined>;
}

/** The program's files on this computer, of this version and of those that are still in use. */
export interface KeptFiles {
  /** Notes down what this version consists of; fetches nothing. */
  install(): Promise<void>;
  state(failure?: KeepFailure): Promise<KeptState>;
  /** Fetches the first file that is missing. */
  keepNext(voice: boolean): Promise<KeptState>;
  forgetVoice(): Promise<KeptState>;
  sweep(): Promise<KeptState>;
  /** The page of this version, or of the newest one before it of which everything is here. */
  page(): Promise<Response | undefined>;
  /** A file by its address. */
  file(path: string): Promise<Response | undefined>;
}

/** One place for all versions: what two of them share is kept, and fetched, once. */
const cacheName = 'harebell-files';
const listPrefix = '/harebell-version?';

/**
 * Keeps the program's files one by one. Each counts at once, so a link that breaks costs the file that
 * was on its way and no other; files with the same address in two versions are the same.
 */
export function createKeptFiles(parts: KeptFilesParts): KeptFiles {
  const { list, caches } = parts;
  const open = () => caches.open(cacheName);
  // Each address has one content, whatever the answer says it varies by.
  const match = (cache: Cache, key: string) => cache.match(key, { ignoreVary: true });

  const readKeys = async (cache: Cache) =>
    (await cache.keys()).map(({ url }) => {
      const { pathname, search } = new URL(url);
      return pathname + search;
    });
  /** The lists of all versions that were installed, oldest first. */
  const readLists = async (cache: Cache) => {
    const lists: { readonly key: string; readonly list: FileList }[] = [];
    for (const key of await readKeys(cache)) {
      if (!key.startsWith(listPrefix)) continue;
      const read = readList((await (await match(cache, key))?.text()) ?? '');
      if (read) lists.push({ key, list: read });
    }
    return lists;
  };

  /** What is here, as `keepNext` knows it: browsers make an object of each key, 250 for each of 250 files. */
  let known: Set<string> | undefined;
  const look = async (cache: Cache) => {
    known = new Set(await readKeys(cache));
    return known;
  };

  const describe = (keys: ReadonlySet<string>, failure?: KeepFailure): KeptState => {
    const count = (files: readonly ListedFile[]) =>
      files.filter((file) => keys.has(keyOf(file))).length;
    const weigh = (files: readonly ListedFile[]) =>
      files.reduce((sum, [, bytes]) => sum + bytes, 0);
    return {
      version: list.version,
      entry: list.entry,
      kept: count(list.files),
      files: list.files.length,
      bytes: weigh(list.files),
      voice: {
        kept: count(list.voice),
        files: list.voice.length,
        bytes: weigh(list.voice),
        packed: list.voicePacked,
      },
      ...(failure && { failure }),
    };
  };
  const state = async (failure?: KeepFailure) => describe(await look(await open()), failure);

  return {
    state,
    install: async () => {
      const cache = await open();
      const key = listPrefix + list.version;
      // Anew, also where an earlier version comes back: the order tells which one is newer.
      await cache.delete(key);
      await cache.put(key, new Response(JSON.stringify(list)));
    },
    keepNext: async (voice) => {
      const cache = await open();
      const wanted = [...list.files, ...(voice ? list.voice : [])];
      const findMissing = (keys: ReadonlySet<string>) =>
        wanted.find((each) => !keys.has(keyOf(each)));
      const keys = known ?? (await look(cache));
      // That everything is here is believed only when it has been seen.
      const file = findMissing(keys) ?? findMissing(await look(cache));
      if (!file) return state();
      const { response, failure } = await fetchFile(file, parts.fetch);
      if (failure) return state(failure);
      try {
        await cache.put(keyOf(file), response);
      } catch {
        return state('full');
      }
      // Another tab may have had it looked at anew meanwhile.
      known = (known ?? keys).add(keyOf(file));
      return findMissing(known) ? describe(known) : state();
    },
    forgetVoice: async () => {
      const cache = await open();
      for (const file of list.voice) await cache.delete(keyOf(file));
      return state();
    },
    sweep: async () => {
      const now = await state();
      const inUse = await parts.entriesInUse();
      // Until this version is whole, the one before it is what opens without a network.
      if (!inUse || !isWhole(now)) return now;
      const cache = await open();
      const lists = await readLists(cache);
      const own = lists.findIndex((each) => each.list.version === list.version);
      // A newer one may be on its way.
      const needed = lists.filter((each, at) => at >= own || inUse.includes(each.list.entry));
      const keep = new Set(
        needed.flatMap((each) => [
          each.key,
          ...[...each.list.files, ...each.list.voice].map(keyOf),
        ]),
      );
      for (const key of await readKeys(cache)) if (!keep.has(key)) await cache.delete(key);
      return now;
    },
    page: async () => {
      const cache = await open();
      const ownPage = await match(cache, keyOf(pageOf(list)));
      if (ownPage) return ownPage;
      const lists = await readLists(cache);
      const own = lists.findIndex((each) => each.list.version === list.version);
      for (const each of lists.slice(0, Math.max(own, 0)).reverse()) {
        const page = await match(cache, keyOf(pageOf(each.list)));
        if (page) return page;
      }
      return undefined;
    },
    file: async (path) => {
      const listed = [...list.files, ...list.voice].find((each) => each[0] === path);
      return match(await open(), listed ? keyOf(listed) : path);
    },
  };
}
