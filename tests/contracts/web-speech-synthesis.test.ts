import { beforeAll, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { systemClock } from '../../src/shared/clock.ts';
import { createWebSpeechSynthesis } from '../../src/speech/web-speech-synthesis/create-web-speech-synthesis.ts';
import { synthesizerContract } from './synthesizer-contract.ts';

const open = () =>
  createWebSpeechSynthesis({
    clock: systemClock,
    synthesis: globalThis.speechSynthesis,
    mayUseCloud: () => false,
    chosenVoice: () => undefined,
  });

// Browsers let a page be heard after a click.
beforeAll(() => userEvent.click(document.body));

// A real speech-dispatcher, whose only synthesizer writes down what it is given.
synthesizerContract('Web Speech', async () => ({
  synthesizer: open(),
  language: 'en',
  unknown: 'xx',
}));

test('A57: has Mandarin for Chinese, Cantonese for Hong Kong, and no variants', async () => {
  const engine = open();
  const names = async (language?: string) =>
    (await engine.voices(language)).map(({ name }) => name.replace(/ notebook$/, ''));
  expect(await names('zh-CN')).toEqual(['Chinese (Mandarin)']);
  expect(await names('zh-HK')).toEqual(['Chinese (Cantonese)']);
  expect((await names()).filter((name) => name.includes('+'))).toEqual([]);
  expect(await engine.availability('zh-CN')).toEqual({ kind: 'ready' });
  engine.dispose();
});
