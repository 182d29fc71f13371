// What the steps need from the system, and how it gets there.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

// Debian package → what shows that it is there: a command, or a path.
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
  'python3-slixmpp': '/usr/lib/python3/dist-packages/slixmpp/__init__.py',
};

// ejabberdctl stands where an ordinary user's PATH does not look.
const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'];

const isThere = (name) =>
  isAbsolute(evidence[name])
    ? existsSync(evidence[name])
    : folders.some((folder) => existsSync(join(folder, evidence[name])));

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

// A server that is only installed for tests must not start as a service of this machine:
// policy-rc.d is Debian's way to say so, for as long as apt runs.
const script = `
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  trap 'rm -f "$policy"' EXIT
  printf '#!/bin/sh\\nexit 101\\n' > "$policy" && chmod 755 "$policy"
fi
export DEBIAN_FRONTEND=noninteractive
apt-get -qq update
apt-get -qq -o DPkg::Lock::Timeout=400 install -y --no-install-recommends "$@"
`;

/**
 * Tries to install packages.
 * @returns undefined if all are there now, else a sentence that says what to do
 */
export function installPackages(names) {
  const command = `apt-get install --no-install-recommends ${names.join(' ')}`;
  if (!isDebian()) {
    return `This needs Debian or Ubuntu with the packages ${names.join(', ')}.`;
  }
  const prefix = asRoot();
  if (!prefix) return `Packages are missing. Install them as root: ${command}`;
  console.log(`Installing ${names.join(', ')} …`);
  const [first, ...rest] = [...prefix, 'sh', '-c', script, 'sh', ...names];
  spawnSync(first, rest, { stdio: 'inherit' });
  const still = missingPackages(names);
  return still.length === 0 ? undefined : `apt could not install ${still.join(', ')}.`;
}
