import { afterEach, beforeEach, expect, onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
// Fetched by the desk when it is needed; here the server has to make it first.
import '../../src/console/attached.tsx';
import '../../src/session/create-speech.ts';
import type { Message } from '../../src/domain/message.ts';
import type { LanguageTag } from '../../src/shared/language.ts';
import { toPcm16, toWav } from '../../src/speech/pcm.ts';
import type { Heard, Recognizer } from '../../src/speech/recognizer.ts';
import type { SpeechError } from '../../src/speech/speech-error.ts';
import type { Synthesizer } from '../../src/speech/synthesizer.ts';
import { openDesk } from './open-desk.tsx';
import { aMessage } from './samples.ts';

const rate = 16_000;
const tone = (seconds: number) =>
  Float32Array.from({ length: rate * seconds }, (_, at) => 0.1 * Math.sin(at / 6));
/** A recording of so many seconds. */
export const wav = (seconds: number) => toWav(toPcm16(tone(seconds)));
type Answer = () => Response | Promise<Response>;

/**
 * Answers for `files.example`, and keeps what it was asked, in each test of the file that calls this.
 * @returns `serve` sets the answer from now on
 */
export function serveFiles() {
  const realFetch = globalThis.fetch;
  const asked: [string, RequestInit | undefined][] = [];
  let answer: Answer = () => new Response(wav(1));
  beforeEach(async () => {
    await page.viewport(1280, 800);
    asked.length = 0;
    globalThis.fetch = async (input, init) => {
      if (!String(input).startsWith('https://files.example/')) return realFetch(input, init);
      asked.push([String(input), init]);
      return answer();
    };
  });
  afterEach(() => {
    globalThis.fetch = realFetch;
  });
  return {
    asked,
    serve: (next: Answer) => {
      answer = next;
    },
  };
}

/** Where the recording is. */
export const url = 'https://files.example/a/voice.ogg';
/** A message with a recording that is elsewhere. */
export const remote = (patch: Partial<Message> = {}): Message =>
  aMessage({
    id: 'v',
    conversationId: 'lin',
    text: 'voice.ogg',
    attachment: { url, name: 'voice.ogg', bytes: 45_000, seconds: 12 },
    ...patch,
  });
/** What a practice customer says. */
export const script = 'My parcel is gone.';
/** The same as a voice message. */
export const practised = aMessage({
  id: 'v',
  conversationId: 'lin',
  text: script,
  attachment: { script },
});

/** A recogniser that answers in turn. */
export const recogniser = (...answers: (Partial<Heard> | SpeechError['kind'])[]): Recognizer => ({
  id: 'speech-box',
  place: 'network',
  can: { streaming: false, track: false, recording: true, phrases: false, closed: false },
  availability: async () => ({ kind: 'ready' }),
  dispose: () => undefined,
  transcribe: async () => {
    const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? 'failed';
    return typeof answer === 'string'
      ? { ok: false, error: { kind: answer } }
      : { ok: true, value: { text: '', words: [], alternatives: [], ...answer } };
  },
});
/** A voice that hums two seconds for everything, and keeps what it was to say. */
export const voice = (spoken: [string, LanguageTag][]): Synthesizer => ({
  id: 'espeak',
  place: 'device',
  can: { pcm: true, wordTiming: false, pan: false, outputDevice: false },
  availability: async () => ({ kind: 'ready' }),
  dispose: () => undefined,
  voices: async () => [],
  speak: async () => ({ ok: true, value: undefined }),
  render: async ({ text, language }) => {
    spoken.push([text, language]);
    return { ok: true, value: { samples: tone(2), sampleRate: rate, words: [] } };
  },
});

/**
 * Gives the page a microphone that hears a tone, for the rest of the test.
 * @param refusal what the browser says instead
 * @returns the track that was opened last
 */
export function playMicrophone(refusal?: DOMException): () => MediaStreamTrack {
  const real = navigator.mediaDevices.getUserMedia;
  let track: MediaStreamTrack | undefined;
  const contexts: AudioContext[] = [];
  navigator.mediaDevices.getUserMedia = async () => {
    if (refusal) throw refusal;
    const context = new AudioContext();
    contexts.push(context);
    const target = context.createMediaStreamDestination();
    const sound = new OscillatorNode(context, { frequency: 440 });
    sound.connect(new GainNode(context, { gain: 0.3 })).connect(target);
    sound.start();
    track = target.stream.getAudioTracks()[0];
    return target.stream;
  };
  onTestFinished(() => {
    navigator.mediaDevices.getUserMedia = real;
    for (const context of contexts) void context.close();
  });
  return () => track as MediaStreamTrack;
}

/** Lin's conversation with one voice message, open; the engines are the test's. */
export async function openVoice(
  message: Message,
  ears: readonly Recognizer[] = [],
  options: Parameters<typeof openDesk>[0] = {},
) {
  const desk = await openDesk(options);
  const speech = await desk.workspace.speech();
  const said: [string, LanguageTag][] = [];
  Object.assign(speech.recognizers, { ready: async () => ears });
  Object.assign(speech.synthesizers, { ready: async () => [voice(said)] });
  desk.connector.open('Lin', { messages: [message] });
  // Not by its name, which changes as soon as a caption is there.
  (document.querySelector('#c-lin') as HTMLElement).click();
  await expect.element(page.getByRole('article')).toBeVisible();
  await expect.poll(() => document.querySelector('.voice')).not.toBeNull();
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const caption = () => document.querySelector('.voice .caption')?.textContent?.trim();
  const hint = () => [...document.querySelectorAll('.voice > .hint')].at(-1)?.textContent?.trim();
  const row = () => document.querySelector('#c-lin')?.getAttribute('aria-label');
  const name = () => document.querySelector('article')?.getAttribute('aria-label');
  return { ...desk, button, caption, hint, row, name, rendered: said };
}
