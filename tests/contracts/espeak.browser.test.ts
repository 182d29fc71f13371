import { beforeAll } from 'vitest';
import { userEvent } from 'vitest/browser';
import { systemClock } from '../../src/shared/clock.ts';
import { createPcmPlayer } from '../../src/speech/create-pcm-player.ts';
import { createEspeak } from '../../src/speech/espeak/create-espeak.ts';
import { createEspeakWorker } from '../../src/speech/espeak/create-espeak-worker.ts';
import { synthesizerContract } from './synthesizer-contract.ts';

// Browsers let a page be heard after a click.
beforeAll(() => userEvent.click(document.body));

synthesizerContract('eSpeak NG', async () => ({
  synthesizer: createEspeak({
    clock: systemClock,
    player: createPcmPlayer(systemClock),
    createWorker: createEspeakWorker,
    isOnline: () => true,
  }),
  language: 'en',
  unknown: 'xx',
}));
