import type { Plugin } from 'vite';

/** What a plugin's `load` made of one module. */
export interface Loaded {
  /** Its source text; undefined when the plugin leaves that module to others. */
  readonly code: string | undefined;
  /** What it exports by default. */
  readonly value: unknown;
  /** The files that it depends on. */
  readonly watched: readonly string[];
}

/** Lets a plugin load a module as Vite would, and runs what comes of it. */
export async function loadWith(plugin: Plugin, id: string): Promise<Loaded> {
  const watched: string[] = [];
  const context = {
    addWatchFile: (file: string) => watched.push(file),
    error: (message: string): never => {
      throw new Error(message);
    },
  };
  const load = plugin.load as unknown as (this: typeof context, id: string) => Promise<unknown>;
  const loaded = (await load.call(context, id)) as { readonly code: string } | undefined;
  const code = loaded?.code;
  if (code === undefined) return { code, value: undefined, watched };
  const url = `data:text/javascript,${encodeURIComponent(code)}`;
  const module = (await import(/* @vite-ignore */ url)) as { readonly default: unknown };
  return { code, value: module.default, watched };
}
