import type { SpeechSettings } from '../domain/speech-settings.ts';
import type { Clock } from '../shared/clock.ts';
import { type LanguageTag, primaryLanguage } from '../shared/language.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { Registry } from './registry.ts';
import type { SpeechError, SpeechErrorKind } from './speech-error.ts';
import type { Synthesizer } from './synthesizer.ts';

/** What an agent is told of once. */
export type VoiceTrouble =
  /** An engine failed, and another one speaks in its place. */
  | {
      readonly kind: 'stand-in';
      readonly error: SpeechErrorKind;
      readonly engine: string;
      readonly next: string;
    }
  /** The voice that was chosen for a language (`en`, `zh`) is no longer there. */
  | { readonly kind: 'voice-gone'; readonly language: string };

/** Who speaks next, and what became of those who did. */
export interface EngineChoice {
  /** The engines that can speak the language now, the best first; else why there is none. */
  engines(language: LanguageTag): Promise<Result<readonly Synthesizer[], SpeechError>>;
  failed(engine: Synthesizer, error: SpeechErrorKind): void;
  /** It takes over from the one that failed before. */
  standsIn(engine: Synthesizer): void;
  spoke(engine: Synthesizer): void;
}

/** Milliseconds for which an engine that failed is tried last. */
const ailingFor = 5 * 60_000;

/**
 * Chooses the engine: the one that has the voice that the agent chose, then the one that the agent
 * prefers, then those that can do what is wanted (a side, an output device). An engine that failed
 * is asked last for five minutes, so that nobody waits for its watchdog at every sentence.
 * @param options.onTrouble is told once of each trouble until it is over
 */
export function createEngineChoice(options: {
  readonly synthesizers: Registry<Synthesizer>;
  readonly clock: Clock;
  settings(): SpeechSettings;
  onTrouble(trouble: VoiceTrouble): void;
}): EngineChoice {
  const { synthesizers, clock } = options;
  const ailing = new Map<string, { readonly since: number; readonly error: SpeechErrorKind }>();
  const told = new Set<string>();
  let lastFailed: Synthesizer | undefined;

  const tellOnce = (key: string, trouble: VoiceTrouble) => {
    if (told.has(key)) return;
    told.add(key);
    options.onTrouble(trouble);
  };
  const isAiling = ({ id }: Synthesizer) =>
    clock.now() - (ailing.get(id)?.since ?? Number.NEGATIVE_INFINITY) < ailingFor;

  const whyNone = async (language: LanguageTag): Promise<SpeechErrorKind> => {
    const states = (await synthesizers.states(language)).map(({ state }) => state);
    if (states.some(({ kind }) => kind === 'needs-consent')) return 'no-consent';
    if (states.some(({ kind }) => kind === 'installable')) return 'not-installed';
    const reasons = states.flatMap((state) => (state.kind === 'unavailable' ? state.reason : []));
    return reasons.find((reason) => reason !== 'not-in-this-browser') ?? reasons[0] ?? 'no-voice';
  };
  /** The engines that have the voice that was chosen; it may have gone. */
  const having = async (engines: readonly Synthesizer[], language: LanguageTag, voice: string) => {
    const lists = await Promise.all(engines.map((engine) => engine.voices(language)));
    const found = engines.filter((_, at) => lists[at]?.some(({ id }) => id === voice));
    const key = `voice ${voice}`;
    if (found.length) told.delete(key);
    else tellOnce(key, { kind: 'voice-gone', language: primaryLanguage(language) });
    return found;
  };

  return {
    engines: async (language) => {
      const { synthesizer, voices, apart, outputDevice } = options.settings();
      const ready = await synthesizers.ready(language, synthesizer);
      if (!ready.length) return err({ kind: await whyNone(language) });
      const voice = voices[primaryLanguage(language)];
      const withVoice = voice ? await having(ready, language, voice) : [];
      const points = (engine: Synthesizer): number =>
        Number(isAiling(engine)) * 100 -
        Number(withVoice.includes(engine)) * 50 -
        Number(engine.id === synthesizer) * 20 -
        Number(apart === 'side' && engine.can.pan) * 2 -
        Number(Boolean(outputDevice) && engine.can.outputDevice) * 2;
      return ok([...ready].sort((a, b) => points(a) - points(b)));
    },
    failed: (engine, error) => {
      ailing.set(engine.id, { since: clock.now(), error });
      lastFailed = engine;
    },
    standsIn: (engine) => {
      const error = lastFailed && ailing.get(lastFailed.id)?.error;
      if (!lastFailed || !error) return;
      const { id } = lastFailed;
      tellOnce(`engine ${id}`, { kind: 'stand-in', error, engine: id, next: engine.id });
    },
    spoke: ({ id }) => {
      ailing.delete(id);
      told.delete(`engine ${id}`);
    },
  };
}
