import { err, ok, type Result } from '../../shared/result.ts';
import { speechRate } from '../pcm.ts';
import type { ListenOptions } from '../recognizer.ts';
import type { SpeechError, SpeechErrorKind } from '../speech-error.ts';
import type { BoxLink } from './box-link.ts';
import { readLiveAnswer } from './read-live-answer.ts';
import { whyRefused } from './why-refused.ts';

/** Milliseconds until the connection has to be there. */
const toConnect = 5000;
/** Milliseconds without any answer although sound is sent: each piece has one. */
const silence = 10_000;
/** Milliseconds for each answer that is still owed after the end was told. */
const toFinish = 10_000;
/** Bytes that wait to be sent: ten seconds of sound. */
const tooMuch = speechRate * 2 * 10;
/** Literally so: vosk-server compares the text. */
const eof = '{"eof" : 1}';
/** Close codes that say "not you" (RFC 6455, and the IANA registry), and those that say "done". */
const refusals = [1008, 3000, 3003, 4401, 4403];
const farewells = [1000, 1005];

/** A stream of sound to a box, and of words back. */
export interface LiveStream {
  /** 16-bit samples at {@link speechRate}; nothing after {@link finish}. */
  send(pcm: ArrayBuffer): void;
  /** Bytes that are not sent yet. */
  waiting(): number;
  /** No more sound comes: asks for the last words. */
  finish(): void;
  /** Settles once, always. */
  readonly ended: Promise<Result<void, SpeechError>>;
}

type Wants = Pick<
  ListenOptions,
  'language' | 'signal' | 'phrases' | 'only' | 'onPartial' | 'onHeard'
>;

/**
 * Opens vosk-server's WebSocket; sound that is sent before it is open waits. When the box goes
 * while it listens, its last guess counts as heard: nothing that was recognised is lost.
 */
export function openLiveStream(
  url: URL,
  { clock, fetch, createSocket }: BoxLink,
  { language, signal, phrases, only, onPartial, onHeard }: Wants,
): LiveStream {
  let socket: WebSocket;
  try {
    socket = createSocket(url);
  } catch {
    // Refused by the page's own rules.
    const ended = Promise.resolve(err({ kind: 'network' } as const));
    return { ended, send: () => {}, waiting: () => 0, finish: () => {} };
  }
  socket.binaryType = 'arraybuffer';
  const held: ArrayBuffer[] = [];
  let state: 'connecting' | 'open' | 'finishing' | 'over' = 'connecting';
  let isDone = false;
  let guess = '';
  let firstSent: number | undefined;
  let heardOf: number | undefined;
  // vosk-server answers each piece of sound, and the end: so it is known when all was heard.
  let owed = 0;
  let settle: (result: Result<void, SpeechError>) => void = () => {};
  const ended = new Promise<Result<void, SpeechError>>((resolve) => {
    settle = resolve;
  });

  const end = (kind?: SpeechErrorKind) => {
    if (state === 'over') return;
    state = 'over';
    cancel();
    signal.removeEventListener('abort', abort);
    socket.close();
    if (guess && kind !== 'aborted') onHeard({ text: guess, words: [], alternatives: [] });
    settle(kind ? err({ kind }) : ok(undefined));
  };
  const abort = () => end('aborted');
  let cancel = clock.after(toConnect, () => end('slow-server'));
  const endAfter = (ms: number, kind?: SpeechErrorKind) => {
    cancel();
    cancel = clock.after(ms, () => end(kind));
  };
  const push = (pcm: ArrayBuffer) => {
    if (state === 'connecting') held.push(pcm);
    if (state !== 'open') return;
    firstSent ??= clock.now();
    if (clock.now() - (heardOf ?? firstSent) > silence) return end('engine-silent');
    if (socket.bufferedAmount > tooMuch) return end('slow-server');
    owed += 1;
    socket.send(pcm);
  };
  const sayEnd = () => {
    state = 'finishing';
    owed += 1;
    socket.send(eof);
    endAfter(toFinish, heardOf === undefined ? 'engine-silent' : 'slow-server');
  };

  socket.onopen = () => {
    if (state === 'over') return;
    state = 'open';
    cancel();
    // Models know words in lower case.
    const list = only && phrases?.map((phrase) => phrase.toLowerCase());
    const closedSet = list && list.length > 0 ? { phrase_list: list } : {};
    socket.send(JSON.stringify({ config: { sample_rate: speechRate, words: 1, ...closedSet } }));
    held.splice(0).forEach(push);
    if (isDone) sayEnd();
  };
  socket.onmessage = ({ data }) => {
    if (state === 'over') return;
    heardOf = clock.now();
    owed -= 1;
    if (state === 'finishing') endAfter(toFinish, 'slow-server');
    const answer = readLiveAnswer(data, language);
    if (!answer.ok) {
      guess = '';
      return end(answer.error.kind);
    }
    if (answer.value.kind === 'partial') {
      if (guess !== answer.value.text) onPartial?.(answer.value.text);
      guess = answer.value.text;
      return;
    }
    guess = '';
    if (answer.value.heard.text) onHeard(answer.value.heard);
    if (state === 'finishing' && owed <= 0) end();
  };
  socket.onclose = ({ code }) => {
    if (state === 'over') return;
    if (refusals.includes(code)) return end('key-refused');
    if (state === 'connecting') {
      endAfter(toConnect, 'network');
      void whyRefused(url, fetch, signal).then(end);
    } else end(state === 'finishing' && farewells.includes(code) ? undefined : 'network');
  };
  signal.addEventListener('abort', abort, { once: true });
  if (signal.aborted) abort();

  return {
    ended,
    waiting: () => socket.bufferedAmount,
    send: (pcm) => {
      if (!isDone) push(pcm);
    },
    finish: () => {
      if (isDone) return;
      isDone = true;
      if (state === 'open') sayEnd();
    },
  };
}
