import { minify } from 'terser';
import type { Plugin } from 'vite';

/**
 * Puts the page's own script through a second minifier: Terser folds what Vite's leaves, 0.4 KiB of the
 * first screen for a second of each build (docs/adr/0007-first-screen.md). Only with options that keep
 * what a program does.
 * @throws if the script cannot be read, which would be a bug of the first one
 */
export const minifyAgain: Plugin = {
  name: 'minify-again',
  apply: 'build',
  async generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk' || !file.isEntry) continue;
      const { code } = await minify(file.code, { module: true, ecma: 2022 });
      if (code) file.code = code;
    }
  },
};
