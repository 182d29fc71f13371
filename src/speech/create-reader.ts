import { languageRuns } from '../domain/language-runs.ts';
import type { SpeechSettings } from '../domain/speech-settings.ts';
import { type LanguageTag, primaryLanguage } from '../shared/language.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { EngineChoice } from './choose-engines.ts';
import { cutSentences } from './cut-sentences.ts';
import type { SpeechErrorKind } from './speech-error.ts';
import { lastWord, spellWord } from './spell-word.ts';
import type { Synthesizer } from './synthesizer.ts';
import { createSlots, tellApart } from './tell-apart.ts';

/** A text to be read aloud. */
export interface Reading {
  readonly text: string;
  readonly language: LanguageTag;
  /** The conversation, whose voice differs from the others' if the agent wants that. */
  readonly source?: string;
  /** As a share of the agent's speed: 0.6 is slower; 1 if left out. */
  readonly pace?: number;
}

/** Why something was not read to its end. */
export interface ReadError {
  readonly kind: SpeechErrorKind;
  /** What was not said: all of it as it is written, or the sentences that were left, as they are said. */
  readonly unsaid: string;
}

/** What the reader works with. */
export interface ReaderOptions {
  /** Engines for a run of text, the best first; see `choose-engines.ts`. */
  readonly choice: EngineChoice;
  settings(): SpeechSettings;
  /** Puts a run into the words that are said: numbers, dates, links. */
  sayAs(text: string, language: LanguageTag): string;
}

/** Reads aloud, one thing after the other. */
export interface Reader {
  /**
   * Reads it when what waits before it is done; never rejects.
   * @param how.now lets go of what is being read, and reads this before all that waits
   */
  read(reading: Reading, how?: { readonly now?: boolean }): Promise<Result<void, ReadError>>;
  /** Falls silent and forgets what waits; false if there was nothing. */
  stop(): boolean;
  /** Says the sentence that is being read once more, with the settings as they are now. */
  restart(): void;
  /** Reads the last one again, from its beginning; undefined if nothing was read yet. */
  repeat(): Promise<Result<void, ReadError>> | undefined;
  /** Spells the word that was said last; undefined if nothing was read yet. */
  spellLast(): Promise<Result<void, ReadError>> | undefined;
  /** Whether something is being read; recognition rests meanwhile. */
  speaking(): boolean;
  /** Calls `listener` when `speaking` has changed. */
  subscribe(listener: () => void): () => void;
  /** The conversation is over: its voice is free for the next one. */
  free(source: string): void;
  dispose(): void;
}

/** A sentence in one language. */
interface Step {
  readonly text: string;
  readonly language: LanguageTag;
}

interface Job {
  readonly reading: Reading;
  readonly steps: readonly Step[];
  at: number;
  isDropped: boolean;
  settle(result: Result<void, ReadError>): void;
}

/** No engine speaks slower than half its own speed. */
const slowest = 0.5;

/** Makes the reader. The right voice for each run of a mixed message (A57), a stand-in on failure. */
export function createReader({ choice, settings, sayAs }: ReaderOptions): Reader {
  let jobs: readonly Job[] = [];
  let last: Reading | undefined;
  let lastStep: Step | undefined;
  let isSpeaking = false;
  let current: AbortController | undefined;
  const slots = createSlots();
  const listeners = new Set<() => void>();

  const setSpeaking = (now: boolean) => {
    if (now === isSpeaking) return;
    isSpeaking = now;
    for (const listener of listeners) listener();
  };

  const steps = ({ text, language }: Reading): readonly Step[] =>
    languageRuns(text, language).flatMap((run) =>
      cutSentences(sayAs(run.text, run.language), run.language).map((piece) => ({
        text: piece.text,
        language: run.language,
      })),
    );

  const sayBy = (engine: Synthesizer, step: Step, job: Job, signal: AbortSignal) => {
    const { rate, pitch, volume, voices, apart, outputDevice } = settings();
    const { source, pace = 1 } = job.reading;
    const tint = tellApart(source ? slots.of(source) : 0, source ? apart : 'none', engine.can.pan);
    const voice = voices[primaryLanguage(step.language)];
    return engine.speak(
      {
        ...step,
        rate: Math.max(slowest, rate * pace),
        volume,
        pitch: Math.min(2, pitch * tint.pitch),
        ...(voice && { voice }),
        ...(tint.pan !== undefined && { pan: tint.pan }),
        ...(outputDevice && { outputDevice }),
      },
      {
        signal,
        onStart: () => {
          lastStep = step;
        },
      },
    );
  };

  /** Says one sentence, by the first engine that can. */
  const say = async (step: Step, job: Job): Promise<Result<void, { kind: SpeechErrorKind }>> => {
    const own = new AbortController();
    current = own;
    const engines = await choice.engines(step.language);
    let failed = engines.ok ? undefined : engines.error.kind;
    for (const engine of engines.ok ? engines.value : []) {
      if (own.signal.aborted) return err({ kind: 'aborted' });
      if (failed) choice.standsIn(engine);
      const said = await sayBy(engine, step, job, own.signal);
      if (said.ok) {
        choice.spoke(engine);
        return said;
      }
      failed = said.error.kind;
      // Given up, or for want of a key press: another engine would fare no better.
      if (failed === 'aborted' || failed === 'needs-gesture') break;
      choice.failed(engine, failed);
    }
    return err({ kind: failed ?? 'no-voice' });
  };

  const fail = ({ at, steps: made, reading }: Job, kind: SpeechErrorKind) => {
    const left = made.slice(at).map(({ text }) => text);
    return err({ kind, unsaid: at ? left.join(' ') : reading.text });
  };

  const work = async (job: Job): Promise<Result<void, ReadError>> => {
    while (job.at < job.steps.length) {
      const step = job.steps[job.at];
      const said: Result<void, { kind: SpeechErrorKind }> = step
        ? await say(step, job)
        : ok(undefined);
      if (job.isDropped) return fail(job, 'aborted');
      if (said.ok) job.at += 1;
      // A restart ends the saying, not the reading.
      else if (said.error.kind !== 'aborted' || !current?.signal.aborted) {
        return fail(job, said.error.kind);
      }
    }
    return ok(undefined);
  };

  const pump = async () => {
    if (isSpeaking) return;
    setSpeaking(true);
    for (let [job] = jobs; job; [job] = jobs) {
      const done = job;
      last = done.reading;
      const result = await work(done);
      jobs = jobs.filter((other) => other !== done);
      done.settle(result);
    }
    setSpeaking(false);
  };

  const drop = (dropped: readonly Job[]) => {
    for (const job of dropped) job.isDropped = true;
    const [first, ...others] = dropped;
    jobs = jobs.filter((job) => !others.includes(job));
    for (const job of others) job.settle(fail(job, 'aborted'));
    // The one that is being said leaves by itself.
    if (first) current?.abort();
  };

  const add = (reading: Reading, made: readonly Step[], now: boolean) =>
    new Promise<Result<void, ReadError>>((settle) => {
      const job: Job = { reading, steps: made, at: 0, isDropped: false, settle };
      const [first, ...waiting] = jobs;
      if (now && first) {
        jobs = [first, job, ...waiting];
        first.isDropped = true;
        current?.abort();
      } else jobs = [...jobs, job];
      void pump();
    });

  return {
    read: (reading, { now = false } = {}) => add(reading, steps(reading), now),
    stop: () => {
      const hadAny = jobs.length > 0;
      drop(jobs);
      return hadAny;
    },
    restart: () => {
      if (jobs.length) current?.abort();
    },
    repeat: () => last && add(last, steps(last), true),
    spellLast: () => {
      if (!last) return undefined;
      // While it is being read, the sentence at hand; afterwards the words as they are written.
      const from = isSpeaking && lastStep ? lastStep : last;
      const word = lastWord(from.text, from.language);
      if (word === undefined) return undefined;
      const { language } = from;
      const isPrivate = sayAs(word, language) !== word && /\d{8}/.test(word);
      const text = isPrivate ? sayAs(word, language) : spellWord(word, language);
      return add(last, [{ text, language }], true);
    },
    speaking: () => isSpeaking,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    free: (source) => slots.free(source),
    dispose: () => {
      drop(jobs);
      listeners.clear();
    },
  };
}
