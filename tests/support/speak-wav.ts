import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const rate = 16_000;

/** Seconds of quiet around what is said. */
export interface Quiet {
  readonly before?: number;
  readonly between?: number;
  readonly after?: number;
}

const quietFor = (seconds: number) => Buffer.alloc(Math.round(seconds * rate) * 2);

/** Has flite say sentences, one after the other, into a WAV file. */
export function speakWav(
  sentences: readonly string[],
  file: string,
  { before = 0.6, between = 1, after = 1.5 }: Quiet = {},
): void {
  const spoken = sentences.map((text) => {
    execFileSync('flite', ['-voice', 'slt', '-t', text, '-o', file]);
    return readFileSync(file);
  });
  const head = Buffer.from(spoken[0]?.subarray(0, 44) ?? []);
  const parts = spoken.flatMap((wav, at) => [
    quietFor(at === 0 ? before : between),
    wav.subarray(44),
  ]);
  const sound = Buffer.concat([...parts, quietFor(after)]);
  head.writeUInt32LE(36 + sound.length, 4);
  head.writeUInt32LE(sound.length, 40);
  writeFileSync(file, Buffer.concat([head, sound]));
}
