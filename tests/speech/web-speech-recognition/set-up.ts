import type { Heard } from '../../../src/speech/recognizer.ts';
import { createWebSpeechRecognition } from '../../../src/speech/web-speech-recognition/create-web-speech-recognition.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import {
  createPlayedRecognition,
  type PlayedBrowser,
  type PlayedStep,
} from '../../support/played-recognition.ts';

class Phrase {
  readonly phrase: string;
  readonly boost: number;
  constructor(phrase: string, boost: number) {
    this.phrase = phrase;
    this.boost = boost;
  }
}

export const start: PlayedStep = { start: true };
export const end: PlayedStep = { end: true };

/** A played browser's recogniser, what it told, and the way to stop it. */
export function setUp(
  browser: PlayedBrowser,
  more: {
    readonly place?: 'device' | 'cloud';
    readonly agreed?: boolean;
    readonly kinds?: readonly MediaDeviceKind[];
  } = {},
) {
  const clock = createFakeClock();
  const { Recognition, log } = createPlayedRecognition(browser);
  const recognizer = createWebSpeechRecognition({
    place: more.place ?? 'device',
    agreed: () => more.agreed ?? false,
    clock,
    browser: { Recognition, Phrase },
    devices: {
      enumerateDevices: () =>
        Promise.resolve(
          (more.kinds ?? ['audioinput']).map((kind) => ({ kind }) as MediaDeviceInfo),
        ),
    },
  });
  const heard: Heard[] = [];
  const partials: string[] = [];
  const told: string[] = [];
  const controller = new AbortController();
  let stop = () => {};
  const listen = (phrases?: readonly string[], language = 'en') => {
    const listening = recognizer.listen?.({
      language,
      signal: controller.signal,
      ...(phrases && { phrases }),
      until: new Promise((resolve) => {
        stop = resolve;
      }),
      onOpen: () => told.push('open'),
      onPartial: (text) => partials.push(text),
      onHeard: (each) => heard.push(each),
    });
    return (listening ?? Promise.reject(new Error('It cannot listen.'))).then((result) => {
      told.push(result.ok ? 'ok' : result.error.kind);
      return result;
    });
  };
  return { clock, log, recognizer, heard, partials, told, controller, listen, stop: () => stop() };
}
