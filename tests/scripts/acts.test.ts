import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = (words: readonly string[], input = '') => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/tsx/dist/cli.mjs', 'scripts/acts.ts', ...words],
    { cwd: root, input, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
};

test('tells the acts of each line, with the words that showed them', () => {
  const { status, stdout } = run(['--lang', 'en'], 'Hello!\r\n\ntake your time\nSorry about that');
  expect(status).toBe(0);
  expect(
    stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([
    { text: 'Hello!', acts: [{ act: 'greet', words: 'Hello' }] },
    { text: 'take your time', acts: [] },
    { text: 'Sorry about that', acts: [{ act: 'apologise', words: 'Sorry' }] },
  ]);
  expect(run(['--lang', 'zh'], '谢谢').stdout).toBe(
    '{"text":"谢谢","acts":[{"act":"thank","words":"谢谢"}]}\n',
  );
});

test.each([[[]], [['--lang']], [['--lang', 'fr']], [['--lang', 'en', 'more']]])(
  'says how it is used, and ends with 2, after %j',
  (words) => {
    expect(run(words)).toEqual({
      status: 2,
      stdout: '',
      stderr: 'npm run acts -- --lang en|zh < sentences.txt\n',
    });
  },
);
