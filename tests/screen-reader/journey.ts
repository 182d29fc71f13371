/** One thing that the agent does, and every word that Orca says because of it. */
export interface Step {
  /** What happens, in a few words; it stands in the transcript. */
  readonly note: string;
  /** Runs in the page before the keys; only for what the world does (a customer writes, the link drops). */
  readonly evaluate?: string;
  /** Waits, before the keys, until this expression is true in the page. */
  readonly ready?: string;
  /**
   * X keysyms joined by `+`, pressed one after the other: `'alt+1'`, `['Tab', 'Return']`; `'F9 down'`
   * is held until `'F9 up'`.
   */
  readonly press?: string | readonly string[];
  /** Typed as keys, after `press`. ASCII; other letters are put in with {@link insert}. */
  readonly type?: string;
  /** Put in at the caret at once, as an input method does when it commits: `'您好'`. */
  readonly insert?: string;
  /** Waits, after the keys, until this expression is true in the page. */
  readonly until?: string;
  /** Milliseconds to go on listening at least, for words that come by the clock. */
  readonly listen?: number;
  /**
   * The exact utterances: those that answer the keys first, in order, then those of a live region,
   * each with `~ ` before it, in order. `[]` is silence. Left out, nothing is checked. What the
   * built-in voice says stands between the two, each with `» ` before it.
   */
  readonly expect?: readonly string[];
  /** Live utterances of this step are sorted: Chromium gives changes of one moment in any order. */
  readonly anyOrder?: boolean;
  /** Texts that must stand in some utterance; for words that hold a time or a number of chance. */
  readonly includes?: readonly string[];
  /** Texts that no utterance may hold. */
  readonly excludes?: readonly string[];
  /** Orca's mode when the step is over: keys go to the page, or move Orca's own caret. */
  readonly mode?: 'focus' | 'browse';
}

/** A walk through the program by ear. The first step is the opening of the page. */
export interface Journey {
  readonly title: string;
  /**
   * Path and query on the served build: `/`. Or `desk`: the app at a desk whose customers the
   * journey plays, by `desk.offer('Lina')` and the like in `evaluate` (`pages/desk.tsx`).
   */
  readonly url: string;
  /** The browser's language, which the program guesses its own from; `en-US` if left out. */
  readonly language?: string;
  /** Entries of localStorage that are there before the program starts. */
  readonly storage?: Readonly<Record<string, string>>;
  /**
   * The system has voices for the browser, and what they say is heard too, marked `» `: for journeys
   * in which Orca and the built-in voice both speak.
   */
  readonly voice?: boolean;
  /**
   * What the microphone hears four seconds after it is opened, said by flite. A speech box of the run's own
   * recognises it; `{box}` in {@link storage} becomes its host and port.
   */
  readonly hears?: readonly string[];
  /** Script that runs in the page before any of its own (`fixedRandom(7)`, say). */
  readonly before?: string;
  /** Window size in CSS pixels, `1280x800` if left out. */
  readonly size?: string;
  readonly steps: readonly Step[];
}
