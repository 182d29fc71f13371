import { beforeAll, inject } from 'vitest';
import { userEvent } from 'vitest/browser';
import { systemClock } from '../../src/shared/clock.ts';
import { createSpeechBox } from '../../src/speech/speech-box/create-speech-box.ts';
import { createWebSpeechRecognition } from '../../src/speech/web-speech-recognition/create-web-speech-recognition.ts';
import { createPlayedRecognition, type PlayedStep } from '../support/played-recognition.ts';
import { type RecognizerBench, recognizerContract } from './recognizer-contract.ts';

const { text, wav } = inject('spoken');
const host = inject('speechBox');
const recording = new Blob([Uint8Array.from(atob(wav), (letter) => letter.charCodeAt(0))], {
  type: 'audio/wav',
});

// Sound takes a key or a click.
beforeAll(() => userEvent.click(document.body));

/** Plays the sentence into tracks; each begins when it is asked for. */
async function openVoice(): Promise<Pick<RecognizerBench, 'speak' | 'close'>> {
  const context = new AudioContext();
  const sound = await context.decodeAudioData(await recording.arrayBuffer());
  return {
    speak: () => {
      const target = context.createMediaStreamDestination();
      const source = new AudioBufferSourceNode(context, { buffer: sound, loop: true });
      source.connect(target);
      source.start();
      return target.stream.getAudioTracks()[0] as MediaStreamTrack;
    },
    close: () => void context.close(),
  };
}

const boxAt = (address: string) =>
  createSpeechBox({
    clock: systemClock,
    fetch: (...request) => fetch(...request),
    createSocket: (url) => new WebSocket(url),
    address: () => address,
    key: () => Promise.resolve(''),
    devices: navigator.mediaDevices,
    pageProtocol: location.protocol,
  });

recognizerContract('recordings box', async () => ({
  ...(await openVoice()),
  recognizer: boxAt(`http://${host}/general`),
  text,
  recording,
}));

recognizerContract('live box', async () => ({
  ...(await openVoice()),
  recognizer: boxAt(`ws://${host}/general`),
  failing: boxAt(`ws://${host}/leave`),
  text,
  recording,
}));

/** No browser here understands by itself: this one plays what it should have understood. */
recognizerContract('Web Speech', async () => {
  const heard: PlayedStep[] = [{ start: true }, { partial: 'please' }, { final: text }];
  const make = (steps: readonly PlayedStep[]) => {
    const { Recognition } = createPlayedRecognition({
      sessions: [steps],
      available: () => Promise.resolve('available'),
    });
    return createWebSpeechRecognition({
      place: 'device',
      agreed: () => false,
      clock: systemClock,
      browser: { Recognition },
      devices: navigator.mediaDevices,
    });
  };
  return {
    ...(await openVoice()),
    recognizer: make(heard),
    failing: make([...heard, { error: 'network' }]),
    text,
  };
});
