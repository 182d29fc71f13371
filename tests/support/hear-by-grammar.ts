import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Writes one channel of 16,000 samples a second as a WAV file. */
function writeWav(file: string, samples: readonly number[]): void {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.length * 2, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(16_000, 24);
  head.writeUInt32LE(32_000, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.length * 2, 40);
  const body = Buffer.alloc(samples.length * 2);
  samples.forEach((value, at) => {
    body.writeInt16LE(Math.round(Math.max(-1, Math.min(1, value)) * 32_767), at * 2);
  });
  writeFileSync(file, Buffer.concat([head, body]));
}

/**
 * What pocketsphinx hears.
 * @param samples one channel, 16,000 a second, −1 to 1
 * @param grammar JSGF
 */
export function hearByGrammar(samples: readonly number[], grammar: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'harebell-heard-'));
  const script = fileURLToPath(new URL('hear-by-grammar.py', import.meta.url));
  try {
    const file = join(folder, 'heard.wav');
    writeWav(file, samples);
    // Debian's own Python, which `python3-pocketsphinx` is installed for.
    const heard = execFileSync('/usr/bin/python3', [script, file, grammar], { encoding: 'utf8' });
    return heard.trim();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
