import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { listEspeak } from '../../scripts/espeak-size.ts';

function build(...names: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'harebell-weigh-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'assets'));
  for (const name of names) writeFileSync(join(folder, 'assets', name), '');
  return folder;
}
const whole = ['espeak-worker-A_1-b.js', 'espeak-english-c.bin', 'espeak-mandarin-d.bin', 'x.js'];

it('counts the engine with English, and Mandarin by itself', () => {
  expect(listEspeak(build(...whole)).map(({ files, limit }) => [files, limit])).toEqual([
    [['assets/espeak-worker-A_1-b.js', 'assets/espeak-english-c.bin'], 600_000],
    [['assets/espeak-mandarin-d.bin'], 400_000],
  ]);
});

it('does not pass over a piece that is missing or there twice', () => {
  expect(() => listEspeak(build(...whole.slice(1)))).toThrow('espeak-worker');
  expect(() => listEspeak(build(...whole, 'espeak-mandarin-e.bin'))).toThrow('espeak-mandarin');
});
