import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenBuild, openBuild } from './open-build.ts';
import { type Quiet, speakWav } from './speak-wav.ts';

/** The production build in a browser whose microphone hears sentences once, each time it is opened. */
export async function openHearingBuild(
  sentences: readonly string[],
  quiet: Quiet,
): Promise<OpenBuild> {
  const folder = mkdtempSync(join(tmpdir(), 'harebell-hearing-'));
  const wav = join(folder, 'said.wav');
  speakWav(sentences, wav, quiet);
  const build = await openBuild([
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-audio-capture=${wav}%noloop`,
  ]);
  return {
    ...build,
    close: async () => {
      await build.close();
      rmSync(folder, { recursive: true });
    },
  };
}
