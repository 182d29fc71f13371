/** What a build knows of its modules; Rolldown hands it to whoever divides them. */
export interface Modules {
  getModuleInfo(
    id: string,
  ): { readonly isEntry: boolean; readonly importers: readonly string[] } | null;
}

/** What watches the desk from behind the first screen. */
const behind = '/src/app/watch-desk.ts';

/** What keeps things, and finds the key to them. */
const vault = '/src/outbox/create-storage.ts';

/** Whether a module is one of `isRoot`, or imported by one, near or far. */
const comesWith = (start: string, modules: Modules, isRoot: (module: string) => boolean) => {
  const seen = new Set<string>();
  const isPart = (module: string): boolean => {
    if (seen.has(module)) return false;
    seen.add(module);
    return isRoot(module) || (modules.getModuleInfo(module)?.importers ?? []).some(isPart);
  };
  return isPart(start);
};

/**
 * Names the file of all that the page's own script imports, however many parts that come later use
 * it too: one file, which is fetched once and compresses better than its pieces. Left to itself the
 * bundler cuts out what is shared; each piece is another request, 20 ms on a slow processor.
 * @param id a module
 * @returns nothing for what only comes with `import()`
 */
export function firstFile(id: string, modules: Modules): string | null {
  const isEntry = (module: string) => modules.getModuleInfo(module)?.isEntry ?? false;
  return comesWith(id, modules, isEntry) ? 'first' : null;
}

/**
 * Names the file of what comes right behind the first screen, to be asked after `firstFile`: in pieces of
 * 300 bytes, their requests held up the first chat by two seconds on GPRS.
 * @param id a module
 * @returns nothing for all else
 */
export const behindFile = (id: string, modules: Modules): string | null =>
  comesWith(id, modules, (one) => one.endsWith(behind)) ? 'behind' : null;

/**
 * Names the file of what finds the key, asked for beside the first practice: its pieces were fetched one
 * after the other, two more round trips before anything could be kept.
 * @param id a module
 * @returns nothing for all else
 */
export const vaultFile = (id: string, modules: Modules): string | null =>
  comesWith(id, modules, (one) => one.endsWith(vault)) ? 'vault' : null;
