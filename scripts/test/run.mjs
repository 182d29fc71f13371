// Runs a program, shows what it prints, and keeps it.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

let current;

// Whoever ends this run ends the step that is running: it cleans up after itself.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    current?.once('exit', () => process.exit(143));
    if (!current?.kill(signal)) process.exit(143);
  });
}

/** @returns {Promise<{code: number, output: string}>} the exit code and all that was printed */
export function run(script, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      // The step writes into a pipe; whether colours can be seen is known only here.
      env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }) },
    });
    current = child;
    let output = '';
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      from.setEncoding('utf8').on('data', (text) => {
        output += text;
        to.write(text);
      });
    }
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
