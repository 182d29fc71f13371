import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = (words: readonly string[], input = '') => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/tsx/dist/cli.mjs', 'scripts/scenarios.ts', ...words],
    { cwd: root, input, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
};

test('lints what comes through the standard input, and ends with 1 for an error', () => {
  expect(run(['lint', '-'], 'scenario: x\ntitel: y\n')).toEqual({
    status: 1,
    stdout: expect.stringContaining('-:2: error: Unknown keyword “titel”. Did you mean “title”?'),
    stderr: '',
  });
  expect(run(['lint', '--lang', 'zh', '-'], 'titel: y\n').stdout).toContain('-:1: 错误: ');
});

// Three processes, one of which makes the detector ready: on a busy machine that takes its time.
test('a built-in scenario has nothing wrong; what cannot be read is told', {
  timeout: 30_000,
}, () => {
  expect(run(['lint', 'src/connectors/practice/scenarios/late-parcel.txt'])).toEqual({
    status: 0,
    stdout: '',
    stderr: '',
  });
  expect(run(['lint', 'nowhere.txt'])).toMatchObject({ status: 2, stdout: '' });
  expect(run([])).toMatchObject({ status: 2, stderr: expect.stringContaining('lint') });
});
