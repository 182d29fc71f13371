import { systemClock } from '../../../src/shared/clock.ts';
import type { Result } from '../../../src/shared/result.ts';
import type { Availability } from '../../../src/speech/engine.ts';
import type { Heard } from '../../../src/speech/recognizer.ts';
import { createSpeechBox } from '../../../src/speech/speech-box/create-speech-box.ts';
import type { SpeechError } from '../../../src/speech/speech-error.ts';
import { findBrowserSpeech } from '../../../src/speech/web-speech-recognition/browser-recognition.ts';
import { createWebSpeechRecognition } from '../../../src/speech/web-speech-recognition/create-web-speech-recognition.ts';
import { createFastClock } from '../fast-clock.ts';

/** What is to be listened to, and by which box. */
export interface HearOrder {
  readonly address: string;
  readonly key?: string;
  readonly phrases?: readonly string[];
  readonly only?: boolean;
  /** Seconds until the agent says that they are done. */
  readonly seconds: number;
  /** How many times as fast as it does time goes for whoever waits. */
  readonly hurry?: number;
}

/** What came of it. */
export interface HearReport {
  readonly outcome: string;
  readonly heard: readonly Heard[];
  readonly partials: readonly string[];
  readonly violations: readonly string[];
  /** Milliseconds from asking to its end. */
  readonly took: number;
  readonly isOpen: boolean;
}

/** What the browser's own recogniser is asked for. */
export interface BrowserOrder {
  readonly place: 'device' | 'cloud';
  readonly agreed?: boolean;
  readonly language: string;
  readonly phrases?: readonly string[];
  /** Listens to a tone instead of the microphone. */
  readonly track?: boolean;
}

/** What it says of itself, and what comes of using it. */
export interface BrowserReport {
  readonly state: Availability;
  readonly installed: string;
  readonly listened: string;
}

/** What the page of the tests can be asked for. */
export interface ListeningPage {
  ask(order: BrowserOrder): Promise<BrowserReport>;
  hear(order: HearOrder): Promise<HearReport>;
}

const violations: string[] = [];
document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) => {
  violations.push(`${violatedDirective} ${sample}`);
});

async function hear(order: HearOrder): Promise<HearReport> {
  const tracks: MediaStreamTrack[] = [];
  const box = createSpeechBox({
    clock: order.hurry ? createFastClock(order.hurry) : systemClock,
    fetch: (...request) => fetch(...request),
    createSocket: (url) => new WebSocket(url),
    address: () => order.address,
    key: () => Promise.resolve(order.key ?? ''),
    pageProtocol: location.protocol,
    devices: {
      getUserMedia: async (wanted) => {
        const stream = await navigator.mediaDevices.getUserMedia(wanted);
        tracks.push(...stream.getTracks());
        return stream;
      },
    },
  });
  const heard: Heard[] = [];
  const partials: string[] = [];
  const begun = performance.now();
  let stop = () => {};
  const result = await box.listen?.({
    language: 'en',
    signal: new AbortController().signal,
    ...(order.phrases && { phrases: order.phrases }),
    ...(order.only && { only: true }),
    until: new Promise((resolve) => {
      stop = resolve;
    }),
    onOpen: () => setTimeout(() => stop(), order.seconds * 1000),
    onPartial: (text) => partials.push(text),
    onHeard: (each) => heard.push(each),
  });
  box.dispose();
  return {
    outcome: outcomeOf(result),
    heard,
    partials,
    violations,
    took: Math.round(performance.now() - begun),
    isOpen: tracks.some(({ readyState }) => readyState === 'live'),
  };
}

const outcomeOf = (result: Result<void, SpeechError> | undefined) =>
  result ? (result.ok ? 'ok' : result.error.kind) : 'none';

function makeTone(): MediaStreamTrack {
  const context = new AudioContext();
  const target = context.createMediaStreamDestination();
  const tone = context.createOscillator();
  tone.connect(target);
  tone.start();
  return target.stream.getAudioTracks()[0] as MediaStreamTrack;
}

async function ask(order: BrowserOrder): Promise<BrowserReport> {
  const { language, phrases } = order;
  const recognizer = createWebSpeechRecognition({
    place: order.place,
    agreed: () => order.agreed ?? false,
    clock: systemClock,
    browser: findBrowserSpeech(window),
    devices: navigator.mediaDevices,
  });
  const { signal } = new AbortController();
  const state = await recognizer.availability(language);
  const installed = outcomeOf(await recognizer.install?.(language, signal));
  const listened = await recognizer.listen?.({
    language,
    signal,
    onHeard: () => {},
    ...(phrases && { phrases }),
    ...(order.track && { track: makeTone() }),
  });
  recognizer.dispose();
  return { state, installed, listened: outcomeOf(listened) };
}

Object.assign(window, { listening: { hear, ask } satisfies ListeningPage });
