import type { Clock } from '../../shared/clock.ts';
import type { LanguageTag } from '../../shared/language.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Availability } from '../engine.ts';
import type { ListenOptions, Recognizer } from '../recognizer.ts';
import type { SpeechError } from '../speech-error.ts';
import type { BrowserSpeech } from './browser-recognition.ts';
import { keepListening } from './keep-listening.ts';

/** Milliseconds within which a browser says what it can, and within which it has installed it. */
const toAnswer = 1500;
const toInstall = 55_000;

/** What the browser's recogniser needs to be told. */
export interface WebSpeechRecognitionOptions {
  /** Where it is done: on this device, or by the browser's maker, to whom the voice goes. */
  readonly place: 'device' | 'cloud';
  /** Whether the agent has read where the voice goes and agreed; asked each time, for `cloud` only. */
  agreed(): boolean;
  readonly clock: Clock;
  /** `findBrowserSpeech(window)`. */
  readonly browser: BrowserSpeech;
  /** `navigator.mediaDevices`: tells a denied microphone from one that is not there. */
  readonly devices: Pick<MediaDevices, 'enumerateDevices'> | undefined;
}

/** A region where the language alone would leave the dialect to chance. */
const withRegion = (language: LanguageTag): LanguageTag =>
  ({ en: 'en-US', zh: 'zh-CN' })[language] ?? language;

/** `promise`, or `late` after `ms`; also when it rejects. */
const timeBoxed = <T>(promise: Promise<T>, ms: number, clock: Clock, late: T): Promise<T> =>
  new Promise((resolve) => {
    const cancel = clock.after(ms, () => resolve(late));
    promise
      .catch(() => late)
      .then((value) => {
        cancel();
        resolve(value);
      });
  });

/**
 * The browser's own recogniser, as one engine for each place: on the device it has to be asked for
 * (`processLocally`), and what does not say that it can is taken for a cloud.
 */
export function createWebSpeechRecognition(options: WebSpeechRecognitionOptions): Recognizer {
  const { place, clock, browser, devices } = options;
  const { Recognition, Phrase } = browser;
  const isLocal = place === 'device';
  const controller = new AbortController();
  const canBeLocal = Recognition !== undefined && 'processLocally' in Recognition.prototype;
  const canPhrases = isLocal && Phrase !== undefined && 'phrases' in (Recognition?.prototype ?? {});
  const wanted = (language: LanguageTag) => ({
    langs: [withRegion(language)],
    processLocally: isLocal,
  });

  const availability = async (language: LanguageTag): Promise<Availability> => {
    const unavailable = (reason: SpeechError['kind']): Availability => ({
      kind: 'unavailable',
      reason,
    });
    if (!Recognition || (isLocal && !canBeLocal)) return unavailable('not-in-this-browser');
    if (!isLocal) return { kind: options.agreed() ? 'ready' : 'needs-consent' };
    if (!Recognition.available) return unavailable('not-in-this-browser');
    const asked = Recognition.available(wanted(language));
    const state = await timeBoxed<string>(asked, toAnswer, clock, 'late');
    if (state === 'available') return { kind: 'ready' };
    if (state === 'downloadable' || state === 'downloading') return { kind: 'installable' };
    return unavailable(state === 'unavailable' ? 'language-not-supported' : 'engine-silent');
  };

  const install = async (
    language: LanguageTag,
    given: AbortSignal,
  ): Promise<Result<void, SpeechError>> => {
    const signal = AbortSignal.any([given, controller.signal]);
    if (signal.aborted) return err({ kind: 'aborted' });
    if (!Recognition?.install) return err({ kind: 'not-in-this-browser' });
    const aborted = new Promise<'aborted'>((resolve) => {
      signal.addEventListener('abort', () => resolve('aborted'), { once: true });
    });
    const installed = timeBoxed(Recognition.install(wanted(language)), toInstall, clock, false);
    const outcome = await Promise.race([installed, aborted]);
    if (outcome === 'aborted') return err({ kind: 'aborted' });
    // Believed only when it is there: some browsers say yes and have nothing.
    const isThere = outcome && (await availability(language)).kind === 'ready';
    return isThere ? ok(undefined) : err({ kind: 'install-failed' });
  };

  const listen = async (given: ListenOptions): Promise<Result<void, SpeechError>> => {
    const signal = AbortSignal.any([given.signal, controller.signal]);
    if (signal.aborted) return err({ kind: 'aborted' });
    if (!Recognition || (isLocal && !canBeLocal)) return err({ kind: 'not-in-this-browser' });
    if (!isLocal && !options.agreed()) return err({ kind: 'no-consent' });
    const create = (phrases: readonly string[]) => {
      const recognition = new Recognition();
      recognition.lang = withRegion(given.language);
      recognition.continuous = true;
      recognition.interimResults = true;
      recognition.maxAlternatives = 4;
      if (canBeLocal) recognition.processLocally = isLocal;
      if (canPhrases && phrases.length > 0)
        recognition.phrases = phrases.map((phrase) => new Phrase(phrase, 3));
      return recognition;
    };
    const result = await keepListening(create, clock, { ...given, signal });
    if (result.ok || result.error.kind !== 'microphone-denied' || !devices) return result;
    // Chromium says "not allowed" where there is nothing to allow.
    const known = devices.enumerateDevices().catch(() => undefined);
    const list = await timeBoxed(known, toAnswer, clock, undefined);
    const isMissing = list && !list.some(({ kind }) => kind === 'audioinput');
    return isMissing ? err({ kind: 'no-microphone' }) : result;
  };

  return {
    id: isLocal ? 'web-speech-recognition' : 'web-speech-recognition-cloud',
    place,
    can: {
      streaming: true,
      track: canBeLocal,
      recording: false,
      phrases: canPhrases,
      closed: false,
    },
    availability,
    listen,
    ...(isLocal && { install }),
    dispose: () => controller.abort(),
  };
}
