import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { System } from '../../scripts/test/needs.mjs';

// Plain JavaScript without types of its own.
const stepsPath = '../../scripts/test/steps.mjs';

/** As if loaded for the first time: it looks at PATH then. */
const load = async () => {
  vi.resetModules();
  return await import('../../scripts/test/needs.mjs');
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'harebell-needs-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

it('knows by its command whether a package is there', async () => {
  vi.stubEnv('PATH', folder);
  writeFileSync(join(folder, 'xdotool'), '');
  expect((await load()).missingPackages(['xdotool', 'chromium'])).toEqual(['chromium']);
});

it('knows how to look for each package that a step needs', async () => {
  vi.stubEnv('PATH', folder);
  const { steps } = (await import(stepsPath)) as { steps: readonly { needs: string[] }[] };
  const needed = steps.flatMap(({ needs }) => needs);
  expect((await load()).missingPackages(needed)).toEqual(expect.arrayContaining(['chromium']));
  expect(needed).toContain('orca');
});

describe('what is said of missing packages', () => {
  const names = ['chromium', 'orca'];
  const install = async (system: Partial<System>) => {
    const said: string[] = [];
    const ran: (readonly string[])[] = [];
    const { installPackages } = await load();
    const answer = installPackages(
      names,
      {
        isDebian: () => true,
        asRoot: () => [],
        missing: () => [],
        run: (words) => {
          ran.push(words);
          return 'Unpacking chromium …';
        },
        ...system,
      },
      (text) => said.push(text),
    );
    return { answer, said, ran };
  };

  it('is nothing, and nothing of what apt printed, when they could be installed', async () => {
    const { answer, said, ran } = await install({ asRoot: () => ['sudo', '-n'] });
    expect(answer).toBeUndefined();
    expect(said).toEqual(['Installing chromium, orca …']);
    expect(ran[0]?.slice(0, 4)).toEqual(['sudo', '-n', 'sh', '-c']);
    expect(ran[0]?.slice(-2)).toEqual(names);
  });

  it('is the command to install all of them, for someone who may not', async () => {
    const { answer, ran } = await install({ asRoot: () => undefined });
    expect(answer).toMatch(/as root: apt-get install --no-install-recommends chromium orca$/);
    expect(ran).toEqual([]);
  });

  it('is their names on another system', async () => {
    const { answer, ran } = await install({ isDebian: () => false });
    expect(answer).toMatch(/Debian or Ubuntu are missing: chromium, orca\.$/);
    expect(ran).toEqual([]);
  });

  it('is what apt printed, and which are still missing, when it failed', async () => {
    const { answer, said } = await install({
      missing: () => ['orca'],
      run: () => 'E: Unable to fetch orca\n',
    });
    expect(said.at(-1)).toBe('E: Unable to fetch orca');
    expect(answer).toMatch(/could not install orca;.*--no-install-recommends orca$/);
  });
});

describe('the script that installs', () => {
  const policy = () => join(folder, 'policy-rc.d');
  const command = (name: string, text: string) =>
    writeFileSync(join(folder, 'bin', name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
  /** Runs it with an apt that only writes down what it was asked, and a line for the policy. */
  const run = async (names: readonly string[], effect = ''): Promise<string[]> => {
    const { installScript } = await load();
    const log = join(folder, 'log');
    mkdirSync(join(folder, 'bin'));
    command('apt-cache', '[ "$2" != nowhere ]');
    command('apt-get', `echo "$*" >> ${log}; ${policy()}; echo "policy $?" >> ${log}; ${effect}`);
    command(
      'systemctl',
      `if [ $2 = is-enabled ]; then [ -e ${folder}/$3 ]; else rm ${folder}/$3; fi`,
    );
    spawnSync('sh', ['-c', installScript, 'sh', policy(), ...names], {
      env: { PATH: `${join(folder, 'bin')}:/usr/bin:/bin` },
    });
    return readFileSync(log, 'utf8').trim().split('\n');
  };

  it('lets no service start meanwhile, and takes that back', async () => {
    const log = await run(['ejabberd', 'orca']);
    expect(log[0]).toMatch(/update$/);
    expect(log[2]).toMatch(/install -y --no-install-recommends ejabberd orca$/);
    expect([log[1], log[3]]).toEqual(['policy 101', 'policy 101']);
    expect(existsSync(policy())).toBe(false);
  });

  it('lets none start with the machine later, except those that did before', async () => {
    const unit = (name: string) => join(folder, name);
    writeFileSync(unit('epmd.service'), '');
    await run(['ejabberd'], `touch ${unit('ejabberd.service')} ${unit('epmd.service')}`);
    expect(existsSync(unit('ejabberd.service'))).toBe(false);
    expect(existsSync(unit('epmd.service'))).toBe(true);
  });

  it("leaves a machine's own policy as it is", async () => {
    writeFileSync(policy(), '#!/bin/sh\nexit 104\n', { mode: 0o755 });
    expect(await run(['ejabberd'])).toContain('policy 104');
    expect(readFileSync(policy(), 'utf8')).toContain('104');
  });

  it('installs the others when there is no such package in this release', async () => {
    expect((await run(['chromium', 'nowhere', 'orca']))[2]).toMatch(/recommends chromium orca$/);
  });

  it('asks for nothing when there is none of them', async () => {
    expect((await run(['nowhere'])).filter((line) => line.includes('install'))).toEqual([]);
  });
});
