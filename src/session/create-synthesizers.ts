import { speechOf } from '../domain/speech-settings.ts';
import { primaryLanguage } from '../shared/language.ts';
import { createPcmPlayer } from '../speech/create-pcm-player.ts';
import { createEspeak } from '../speech/espeak/create-espeak.ts';
import { createEspeakWorker } from '../speech/espeak/create-espeak-worker.ts';
import { createRegistry, type Registry } from '../speech/registry.ts';
import type { Synthesizer } from '../speech/synthesizer.ts';
import { createWebSpeechSynthesis } from '../speech/web-speech-synthesis/create-web-speech-synthesis.ts';
import type { Workspace } from './workspace.ts';

/** The engines that speak, in the order in which they are tried. */
export function createSynthesizers({ clock, settings }: Workspace): Registry<Synthesizer> {
  return createRegistry<Synthesizer>([
    createWebSpeechSynthesis({
      clock,
      synthesis: globalThis.speechSynthesis,
      mayUseCloud: () => speechOf(settings()).cloudAgreed,
      chosenVoice: (language) => speechOf(settings()).voices[primaryLanguage(language)],
    }),
    createEspeak({
      clock,
      player: createPcmPlayer(clock),
      createWorker: createEspeakWorker,
      isOnline: () => navigator.onLine,
    }),
  ]);
}
