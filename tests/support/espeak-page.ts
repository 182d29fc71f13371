/**
 * What the journeys and `npm run bench:speech` find as `globalThis.speech` on espeak-page.html, which
 * is built with the same plug-ins and the same policy as the desk.
 */
import { systemClock } from '../../src/shared/clock.ts';
import { createPcmPlayer } from '../../src/speech/create-pcm-player.ts';
import { createPcmTrack } from '../../src/speech/create-pcm-track.ts';
import { createEspeak } from '../../src/speech/espeak/create-espeak.ts';
import { createEspeakWorker } from '../../src/speech/espeak/create-espeak-worker.ts';
import type { Utterance } from '../../src/speech/synthesizer.ts';

const start = () =>
  createEspeak({
    clock: systemClock,
    player: createPcmPlayer(systemClock),
    createWorker: createEspeakWorker,
    isOnline: () => navigator.onLine,
  });
let espeak = start();

const utterance = (text: string, more: Partial<Utterance> = {}): Utterance => ({
  text,
  language: 'en',
  rate: 1,
  pitch: 1,
  volume: 1,
  ...more,
});
const { signal: never } = new AbortController();

/** What came of a saying, as far as it can be told to the test outside. */
async function render(text: string, more: Partial<Utterance> = {}) {
  const begun = performance.now();
  const result = await espeak.render(utterance(text, more), never);
  if (!result.ok) return { error: result.error.kind };
  const { samples, sampleRate, words } = result.value;
  const loudest = samples.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const seconds = samples.length / sampleRate;
  return { seconds, loudest, words: words.length, took: performance.now() - begun };
}

/** The sound itself, at 16,000 samples a second. */
async function samples(text: string, more: Partial<Utterance> = {}): Promise<number[]> {
  const result = await espeak.render(utterance(text, more), never);
  if (!result.ok) throw new Error(result.error.kind);
  const { samples: sound, sampleRate } = result.value;
  const context = new OfflineAudioContext(1, (sound.length * 16_000) / sampleRate, 16_000);
  const buffer = context.createBuffer(1, sound.length, sampleRate);
  buffer.copyToChannel(sound as Float32Array<ArrayBuffer>, 0);
  const source = context.createBufferSource();
  source.buffer = buffer;
  source.connect(context.destination);
  source.start();
  return [...(await context.startRendering()).getChannelData(0)];
}

/** Milliseconds until the first stretch of sound has come. */
async function firstSound(text: string, more: Partial<Utterance> = {}) {
  const controller = new AbortController();
  const begun = performance.now();
  const pulled = await espeak.stream(utterance(text, more), controller.signal).pull();
  const took = performance.now() - begun;
  controller.abort();
  return pulled.ok && pulled.value?.samples.length ? took : Number.NaN;
}

const speak = (text: string, more: Partial<Utterance> = {}) =>
  espeak.speak(utterance(text, more), { signal: never });

/** Records a stream until `done`; gives 16,000 samples a second. */
async function record(stream: MediaStream, done: Promise<unknown>): Promise<number[]> {
  const recorder = new MediaRecorder(stream, { mimeType: 'audio/webm;codecs=opus' });
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  const stopped = new Promise((resolve) => {
    recorder.onstop = resolve;
  });
  recorder.start();
  await done;
  recorder.stop();
  await stopped;
  const context = new OfflineAudioContext(1, 1, 16_000);
  const sound = await context.decodeAudioData(await new Blob(parts).arrayBuffer());
  return [...sound.getChannelData(0)];
}

/** Says it into a call with ourselves, and gives what the far end hears. */
async function overCall(text: string, more: Partial<Utterance> = {}) {
  const [near, far] = [new RTCPeerConnection(), new RTCPeerConnection()];
  near.onicecandidate = ({ candidate }) => candidate && far.addIceCandidate(candidate);
  far.onicecandidate = ({ candidate }) => candidate && near.addIceCandidate(candidate);
  const arrived = new Promise<MediaStream>((resolve) => {
    far.ontrack = ({ track }) => resolve(new MediaStream([track]));
  });
  const source = espeak.stream(utterance(text, more), never);
  const voice = createPcmTrack(source.sampleRate, systemClock);
  near.addTrack(voice.track);
  await near.setLocalDescription();
  await far.setRemoteDescription(near.localDescription as RTCSessionDescription);
  await far.setLocalDescription();
  await near.setRemoteDescription(far.localDescription as RTCSessionDescription);
  const stream = await arrived;
  // Chromium gives a far track's sound to others only when an element plays it.
  const element = document.createElement('audio');
  element.muted = true;
  element.srcObject = stream;
  await element.play();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const told: string[] = [];
  const said = voice.play(source, {
    signal: never,
    volume: 1,
    onWord: (at, length) => told.push(text.slice(at, at + length)),
  });
  const over = said.then(() => new Promise((resolve) => setTimeout(resolve, 1000)));
  const heard = await record(stream, over);
  voice.close();
  near.close();
  far.close();
  return { result: await said, told, heard };
}

const speech = {
  render,
  samples,
  prepare: (language: string) => espeak.prepare(language, never),
  firstSound,
  speak,
  overCall,
  availability: (language: string) => espeak.availability(language),
  /** Lets go of the worker: the next saying starts another one. */
  restart: () => {
    espeak.dispose();
    espeak = start();
  },
};

/** What is on the page. */
export type SpeechPage = typeof speech;

Object.assign(globalThis, { speech });

const tell = (result: unknown) => console.log(JSON.stringify(result));
// A page's own start is no gesture of a person's; a test's `evaluate` would count as one.
if (location.hash === '#speak') void speak('Nobody asked.').then(tell);
document.querySelector('button')?.addEventListener('click', () => {
  void speak('You asked.').then(tell);
});
