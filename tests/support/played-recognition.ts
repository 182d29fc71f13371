import type {
  BrowserAvailability,
  BrowserRecognition,
  BrowserRecognitionClass,
  BrowserResult,
  BrowserResultEvent,
} from '../../src/speech/web-speech-recognition/browser-recognition.ts';

/** One step of a browser's recogniser: an event of it. */
export type PlayedStep =
  | { readonly start: true }
  | { readonly speech: 'start' | 'end' }
  | { readonly partial: string }
  | { readonly final: string; readonly confidence?: number; readonly others?: readonly string[] }
  | { readonly error: string }
  | { readonly end: true };

/** How a browser behaves. */
export interface PlayedBrowser {
  /** What each session does by itself, the first by the first; the last one's for all others. */
  readonly sessions: readonly (readonly PlayedStep[])[];
  /** What a session does when it is stopped; ends, unless told otherwise. */
  readonly onStop?: readonly PlayedStep[];
  readonly available?: () => Promise<BrowserAvailability>;
  readonly install?: () => Promise<boolean>;
}

/** What was asked of the browser. */
export interface PlayedLog {
  readonly sessions: BrowserRecognition[];
  readonly calls: string[];
}

const resultOf = (texts: readonly string[], isFinal: boolean, confidence: number): BrowserResult =>
  Object.assign(
    texts.map((transcript) => ({ transcript, confidence })),
    { isFinal },
  );

/** A recogniser that plays what it is told to, for what no browser here can: understand. */
export function createPlayedRecognition(browser: PlayedBrowser): {
  readonly Recognition: BrowserRecognitionClass;
  readonly log: PlayedLog;
} {
  const log: PlayedLog = { sessions: [], calls: [] };
  class Recognition implements BrowserRecognition {
    lang = '';
    continuous = false;
    interimResults = false;
    maxAlternatives = 1;
    phrases: unknown[] = [];
    onstart: (() => void) | null = null;
    onspeechstart: (() => void) | null = null;
    onspeechend: (() => void) | null = null;
    onresult: ((event: BrowserResultEvent) => void) | null = null;
    onerror: ((event: { readonly error: string }) => void) | null = null;
    onend: (() => void) | null = null;
    readonly #results: BrowserResult[] = [];
    get processLocally() {
      return this.isLocal;
    }
    set processLocally(isLocal: boolean) {
      this.isLocal = isLocal;
    }
    isLocal = false;
    start(track?: MediaStreamTrack) {
      log.calls.push(track ? 'start(track)' : 'start');
      const { sessions } = browser;
      const steps = sessions[log.sessions.length] ?? sessions.at(-1) ?? [];
      log.sessions.push(this);
      void this.play(steps);
    }
    stop() {
      log.calls.push('stop');
      void this.play(browser.onStop ?? [{ end: true }]);
    }
    abort() {
      log.calls.push('abort');
    }
    async play(steps: readonly PlayedStep[]) {
      for (const step of steps) {
        await Promise.resolve();
        this.does(step);
      }
    }
    does(step: PlayedStep) {
      if ('start' in step) this.onstart?.();
      else if ('speech' in step)
        (step.speech === 'start' ? this.onspeechstart : this.onspeechend)?.();
      else if ('partial' in step) this.tell(resultOf([step.partial], false, 0));
      else if ('final' in step)
        this.tell(resultOf([step.final, ...(step.others ?? [])], true, step.confidence ?? 0));
      else if ('error' in step) this.onerror?.({ error: step.error });
      else this.onend?.();
    }
    tell(result: BrowserResult) {
      const last = this.#results.at(-1);
      if (last && !last.isFinal) this.#results.pop();
      this.#results.push(result);
      this.onresult?.({ resultIndex: this.#results.length - 1, results: this.#results });
    }
  }
  Object.defineProperty(Recognition.prototype, 'phrases', { value: undefined, writable: true });
  const { available, install } = browser;
  const asked = Object.assign(Recognition, available && { available }, install && { install });
  return { Recognition: asked, log };
}
