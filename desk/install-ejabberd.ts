import { installPackages } from '../scripts/test/needs.mjs';
import { ejabberdPackages, type FoundEjabberd, findEjabberd } from './find-ejabberd.ts';

/**
 * Finds ejabberd, and installs it where that is possible (Debian and its relatives, as root).
 * Says what to do otherwise, and returns undefined.
 */
export function installEjabberd(): FoundEjabberd | undefined {
  const before = findEjabberd();
  if (before) return before;
  const obstacle = installPackages(ejabberdPackages);
  if (obstacle) console.error(`The live desk needs ejabberd. ${obstacle}`);
  return findEjabberd();
}
