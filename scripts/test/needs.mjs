// What the steps need from the system, and how it gets there.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, delimiter, dirname, isAbsolute, join } from 'node:path';

// Debian package → what shows that it is there: a command, a path, or how a path begins (*).
const evidence = {
  chromium: 'chromium',
  xvfb: 'Xvfb',
  xdotool: 'xdotool',
  openbox: 'openbox',
  orca: 'orca',
  'at-spi2-core': '/usr/libexec/at-spi-bus-launcher',
  'dbus-daemon': 'dbus-daemon',
  'x11-xkb-utils': 'xkbcomp',
  'util-linux': 'setpriv',
  ejabberd: 'ejabberdctl',
  'erlang-p1-sqlite3': '/usr/lib/erlang/lib/p1_sqlite3-*',
  'speech-dispatcher': 'speech-dispatcher',
  flite: 'flite',
  'pocketsphinx-en-us': '/usr/share/pocketsphinx/model/en-us/en-us.lm.bin',
  'python3-pocketsphinx': '/usr/lib/python3/dist-packages/pocketsphinx/__init__.py',
  'python3-slixmpp': '/usr/lib/python3/dist-packages/slixmpp/__init__.py',
};

// ejabberdctl stands where an ordinary user's PATH does not look.
const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'];

function isThere(name) {
  const sign = evidence[name];
  if (!isAbsolute(sign)) return folders.some((folder) => existsSync(join(folder, sign)));
  if (!sign.endsWith('*')) return existsSync(sign);
  const beginning = basename(sign).slice(0, -1);
  const folder = dirname(sign);
  return existsSync(folder) && readdirSync(folder).some((entry) => entry.startsWith(beginning));
}

/** The packages of the list that are not installed. */
export const missingPackages = (names) => names.filter((name) => !isThere(name));

function isDebian() {
  if (!existsSync('/etc/os-release') || !existsSync('/usr/bin/apt-get')) return false;
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** The words before a command that make it run as root; undefined where that takes a password. */
function asRoot() {
  if (process.getuid?.() === 0) return [];
  const sudo = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' });
  return sudo.status === 0 ? ['sudo', '-n'] : undefined;
}

/**
 * The shell script that installs: first argument the path of policy-rc.d, then packages. A server that
 * is only installed for tests must not start as a service of this machine, neither now (policy-rc.d is
 * Debian's way to say so, for as long as apt runs) nor at the next start (the units that came with it are disabled).
 * One package that this release does not have does not keep out the others.
 */
export const installScript = `
policy=$1
shift
if [ ! -e "$policy" ]; then
  trap 'rm -f "$policy"' EXIT
  printf '#!/bin/sh\\nexit 101\\n' > "$policy" && chmod 755 "$policy"
fi
export DEBIAN_FRONTEND=noninteractive
new=
for unit in ejabberd.service epmd.service epmd.socket; do
  systemctl --quiet is-enabled "$unit" 2> /dev/null || new="$new $unit"
done
apt-get -qq update
for name do
  shift
  if apt-cache show "$name" > /dev/null 2>&1; then set -- "$@" "$name"; fi
done
if [ $# -gt 0 ]; then
  apt-get -qq -o DPkg::Lock::Timeout=400 install -y --no-install-recommends "$@"
fi
for unit in $new; do
  if systemctl --quiet is-enabled "$unit" 2> /dev/null; then systemctl --quiet disable "$unit"; fi
done
`;

const thisSystem = {
  isDebian,
  asRoot,
  missing: missingPackages,
  /** @returns what apt printed; several hundred lines when there is nothing wrong */
  run: ([command, ...args]) => {
    const done = spawnSync(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
      maxBuffer: 64 * 2 ** 20,
    });
    return `${done.stdout ?? ''}${done.stderr ?? ''}`;
  },
};

/**
 * Tries to install packages, and shows what apt printed only if that did not succeed.
 * @param {string[]} names those that are missing
 * @returns undefined if all are there now, else a sentence that says what to do
 */
export function installPackages(names, system = thisSystem, log = console.log) {
  if (!system.isDebian()) {
    return `Packages of Debian or Ubuntu are missing: ${names.join(', ')}.`;
  }
  const command = (list) => `apt-get install --no-install-recommends ${list.join(' ')}`;
  const prefix = system.asRoot();
  if (!prefix) return `Packages are missing. Install them as root: ${command(names)}`;
  log(`Installing ${names.join(', ')} …`);
  const shell = ['sh', '-c', installScript, 'sh', '/usr/sbin/policy-rc.d', ...names];
  const output = system.run([...prefix, ...shell]);
  const still = system.missing(names);
  if (still.length === 0) return undefined;
  log(output.trim());
  return `apt could not install ${still.join(', ')}; above it says why. To try again, as root: ${command(still)}`;
}
