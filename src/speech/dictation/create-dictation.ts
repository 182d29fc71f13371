import type { Clock } from '../../shared/clock.ts';
import type { LanguageTag } from '../../shared/language.ts';
import type { Result } from '../../shared/result.ts';
import {
  type HeardForCommand,
  isLongEnough,
  matchCommand,
  plainPhrase,
  type SpokenCommand,
} from '../match-command.ts';
import type { Microphone } from '../open-microphone.ts';
import type { Heard, ListenOptions, Recognizer } from '../recognizer.ts';
import type { SpeechError } from '../speech-error.ts';
import { doubtfulWords } from './doubtful-words.ts';
import { createPairing } from './pair-hearings.ts';
import { placeWords } from './place-words.ts';
import { writeMarks } from './spoken-marks.ts';

/** Where dictated words go: a text field. */
export interface DictationTarget {
  readonly language: LanguageTag;
  /** The text before the selection, and behind it. */
  around(): { readonly before: string; readonly after: string };
  /** Puts a text where the selection is, as one undo step, with the caret behind it. */
  insert(text: string): void;
  /**
   * Exchanges a text that ends at the caret, as one undo step; `''` takes it away.
   * @returns false if it does not stand there any more
   */
  exchange(old: string, text: string): boolean;
}

/** `resting`: the microphone is closed for as long as the desk itself speaks. */
export type DictationState = 'closed' | 'opening' | 'open' | 'resting';

/** What was put in last and can be taken back or corrected. */
export interface Dictated {
  readonly text: string;
  /** The same stretch as it might also have been said; the likelier first. */
  readonly alternatives: readonly string[];
  /** Words that the recogniser was not sure of. */
  readonly doubtful: readonly string[];
}

/** What dictation needs. */
export interface DictationOptions<Id extends string> {
  readonly clock: Clock;
  /** The engines that may listen in this language, the best first. */
  engines(language: LanguageTag): Promise<readonly Recognizer[]>;
  /** Undefined while nothing may be written; commands are still heard. */
  target(): DictationTarget | undefined;
  phrases(): readonly string[];
  /** Whether commands of the desk may be said, for which two recognisers are better than one. */
  hearsCommands?(): boolean;
  /** Opens the microphone once for both of them. */
  openMicrophone?(signal: AbortSignal): Promise<Result<Microphone, SpeechError>>;
  /** What may be said instead of words; the agent's own ("scratch that") come in by themselves. */
  commands(): readonly SpokenCommand<Id | DictationWord>[];
  onCommand(id: Id): void;
  onState(state: DictationState): void;
  /** Shown, never announced. */
  onPartial(text: string): void;
  onDictated(last: Dictated | undefined): void;
  /** The agent asked for other readings: by voice or by key. */
  onCorrect(): void;
  onTrouble(error: SpeechError, engine: Recognizer | undefined): void;
}

/** Commands of dictation itself. */
export type DictationWord = 'scratch-that' | 'correct-that' | 'stop-dictation';

/** Puts what is said into a text field; never sends it. */
export interface Dictation {
  state(): DictationState;
  /** Opens the microphone; nothing if it is open. */
  open(): void;
  /** Closes it; what was said until now is still written. */
  close(): void;
  /** Takes the last stretch back; false if there is none, or it was changed since. */
  scratch(): boolean;
  last(): Dictated | undefined;
  /** Puts another reading in place of the last stretch; false if it was changed since. */
  choose(alternative: string): boolean;
  /** The desk speaks, or has fallen silent: recognition rests meanwhile, and a moment longer. */
  rest(speaking: boolean): void;
  dispose(): void;
}

/** Milliseconds for which a room goes on sounding of what was said aloud. */
const echo = 300;

/** Makes a dictation. The first engine that is ready listens; if it fails, the next one, and it is said. */
export function createDictation<Id extends string>(options: DictationOptions<Id>): Dictation {
  const { clock } = options;
  let state: DictationState = 'closed';
  /** The agent wants it open, also while it rests. */
  let wanted = false;
  let isSpeaking = false;
  let isOver = false;
  let session: { readonly controller: AbortController; done(): void } | undefined;
  let cancelEcho: (() => void) | undefined;
  let history: readonly { readonly inserted: string; readonly dictated: Dictated }[] = [];

  const setState = (next: DictationState) => {
    if (next === state) return;
    state = next;
    options.onState(next);
  };
  const changed = () => options.onDictated(history.at(-1)?.dictated);

  const scratch = () => {
    const last = history.at(-1);
    if (!last || !options.target()?.exchange(last.inserted, '')) return false;
    history = history.slice(0, -1);
    changed();
    return true;
  };

  const write = (target: DictationTarget, heard: Heard) => {
    const { before, after } = target.around();
    const place = (text: string) =>
      placeWords(writeMarks(text, target.language), before, after, target.language);
    const inserted = place(heard.text);
    if (inserted === '') return;
    target.insert(inserted);
    const others = heard.alternatives.map(place).filter((text) => text !== inserted);
    const dictated = {
      text: inserted,
      alternatives: [...new Set(others)],
      doubtful: doubtfulWords(heard),
    };
    history = [...history, { inserted, dictated }].slice(-50);
    changed();
  };

  const take = (heard: Heard, closed?: string) => {
    // What comes after the end would be written into the next customer's reply.
    if (isOver || heard.text.trim() === '') return;
    const open = [heard.text, ...heard.alternatives];
    const said: HeardForCommand = closed === undefined ? { open } : { open, closed };
    const id = matchCommand(said, options.commands());
    const target = options.target();
    if (id === undefined) {
      if (target) write(target, heard);
    } else if (id === 'scratch-that') scratch();
    else if (id === 'correct-that') options.onCorrect();
    else if (id === 'stop-dictation') close();
    // The three words of dictation are taken care of.
    else options.onCommand(id as Id);
  };

  /**
   * The same microphone by two recognisers: one for the words, one for the commands alone. What the
   * second one heard is a command only where the first one agrees; see `match-command.ts`.
   */
  const listenTwice = async (
    engine: Recognizer,
    listening: Omit<ListenOptions, 'onHeard'>,
    openMicrophone: NonNullable<DictationOptions<Id>['openMicrophone']>,
  ) => {
    const opened = await openMicrophone(listening.signal);
    if (!opened.ok) return opened;
    const { track, close: closeMicrophone } = opened.value;
    const pairing = createPairing(clock, take);
    const phrases = options.commands().flatMap((command) => command.phrases);
    const twin = engine.listen?.({
      language: listening.language,
      signal: listening.signal,
      ...(listening.until && { until: listening.until }),
      track,
      phrases: phrases.filter(isLongEnough).map(plainPhrase),
      only: true,
      onHeard: pairing.closed,
    });
    const result = await engine.listen?.({ ...listening, track, onHeard: pairing.open });
    await twin;
    pairing.end();
    closeMicrophone();
    return result;
  };

  const listen = async () => {
    const language = options.target()?.language;
    if (!language) return;
    const controller = new AbortController();
    let done: () => void = () => {};
    const until = new Promise<void>((resolve) => {
      done = resolve;
    });
    const own = { controller, done };
    session = own;
    const isCurrent = () => session === own;
    setState('opening');
    const engines = await options.engines(language);
    let trouble: SpeechError | undefined = engines.length
      ? undefined
      : { kind: 'not-in-this-browser' };
    for (const engine of engines) {
      if (controller.signal.aborted) return;
      const listening = {
        language,
        signal: controller.signal,
        until,
        phrases: options.phrases(),
        onOpen: () => isCurrent() && setState('open'),
        onPartial: (text: string) => isCurrent() && options.onPartial(text),
      };
      const result = await (engine.can.closed && options.openMicrophone && options.hearsCommands?.()
        ? listenTwice(engine, listening, options.openMicrophone)
        : engine.listen?.({ ...listening, onHeard: take }));
      trouble = result && !result.ok && result.error.kind !== 'aborted' ? result.error : undefined;
      if (!trouble || !isCurrent()) break;
      options.onTrouble(trouble, engine);
      // Another engine would find the same microphone.
      if (trouble.kind === 'microphone-denied' || trouble.kind === 'no-microphone') break;
    }
    if (!engines.length && trouble) options.onTrouble(trouble, undefined);
    if (!isCurrent()) return;
    session = undefined;
    wanted = false;
    options.onPartial('');
    setState('closed');
  };

  const close = () => {
    wanted = false;
    cancelEcho?.();
    if (state === 'resting') setState('closed');
    session?.done();
  };
  const begin = () => {
    if (wanted && !isSpeaking && !session) void listen();
  };

  return {
    state: () => state,
    open: () => {
      wanted = true;
      if (isSpeaking) setState('resting');
      else begin();
    },
    close,
    scratch,
    last: () => history.at(-1)?.dictated,
    choose: (alternative) => {
      const last = history.at(-1);
      if (!last || !options.target()?.exchange(last.inserted, alternative)) return false;
      const rest = last.dictated.alternatives.filter((text) => text !== alternative);
      const dictated = { text: alternative, alternatives: [last.inserted, ...rest], doubtful: [] };
      history = [...history.slice(0, -1), { inserted: alternative, dictated }];
      changed();
      return true;
    },
    rest: (speaking) => {
      isSpeaking = speaking;
      cancelEcho?.();
      if (speaking) {
        if (!session) return;
        const { controller } = session;
        session = undefined;
        controller.abort();
        options.onPartial('');
        setState('resting');
      } else cancelEcho = clock.after(echo, begin);
    },
    dispose: () => {
      isOver = true;
      wanted = false;
      cancelEcho?.();
      session?.controller.abort();
      session = undefined;
    },
  };
}
