import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { speakWav } from './speak-wav.ts';
import { startSpeechBox } from './speech-box-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** `127.0.0.1:PORT` of a speech box. */
    speechBox: string;
    /** What flite says, and the sound of it: a WAV file as base64. */
    spoken: { readonly text: string; readonly wav: string };
  }
}

const text = 'please send the new address to our office this morning';

/** Starts a speech box, and has a sentence spoken, for as long as the tests run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'harebell-spoken-'));
  const file = join(folder, 'spoken.wav');
  speakWav([text], file, { before: 0.3, after: 1 });
  const wav = readFileSync(file).toString('base64');
  rmSync(folder, { recursive: true });
  const box = await startSpeechBox();
  project.provide('speechBox', box.host);
  project.provide('spoken', { text, wav });
  return box.kill;
}
