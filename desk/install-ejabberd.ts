import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { ejabberdPackages, type FoundEjabberd, findEjabberd } from './find-ejabberd.ts';

const apt = '/usr/bin/apt-get';

/**
 * Finds ejabberd, and installs it where that is possible (Debian and its relatives, as root).
 * Says what to do otherwise, and returns undefined.
 */
export function installEjabberd(): FoundEjabberd | undefined {
  const before = findEjabberd();
  if (before) return before;
  const command = `apt-get install --no-install-recommends ${ejabberdPackages.join(' ')}`;
  if (!existsSync(apt)) {
    console.error('The live desk needs ejabberd, which this can install only on Debian or Ubuntu.');
    return undefined;
  }
  if (process.getuid?.() !== 0) {
    console.error(`The live desk needs ejabberd. Install it with\n  sudo ${command}`);
    return undefined;
  }
  console.log('Installing ejabberd …');
  // The package starts a server of its own; that one is neither needed nor wanted (policy-rc.d: 101).
  const done = spawnSync(apt, ['install', '-y', '--no-install-recommends', ...ejabberdPackages], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
  });
  const after = done.status === 0 ? findEjabberd() : undefined;
  if (!after) console.error(`ejabberd could not be installed. Try\n  ${command}`);
  return after;
}
