import type { Plugin } from 'vite';
import { type Build, buildApart } from '../../scripts/build-apart.ts';

const change: Plugin = {
  name: 'a-newer-version',
  transform: (code, id) =>
    id.endsWith('/src/help/help.tsx')
      ? { code: `${code}\nconsole.debug('newer');`, map: null }
      : undefined,
};

/** A newer version of the program: another help, and so another name for whatever leads to it. */
export const buildNewer = (): Promise<Build> => buildApart([change]);
