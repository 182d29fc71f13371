/** Characters that a transcript may have: a long shift's worth. */
export const longestTranscript = 1_000_000;

/** Who somebody in a transcript is; `other` is a bot, a system or a third person, and left out. */
export const speakerRoles = ['agent', 'customer', 'other'] as const;

/** One of {@link speakerRoles}. */
export type SpeakerRole = (typeof speakerRoles)[number];

/** What somebody wrote; it may have several lines. */
export interface TranscriptLine {
  /** Where in the transcript's speakers. */
  readonly speaker: number;
  readonly text: string;
}

/** Somebody who wrote. */
export interface Speaker {
  readonly name: string;
  /** How many messages. */
  readonly count: number;
  /** The likeliest. */
  readonly role: SpeakerRole;
}

/** A conversation as it was. */
export interface Transcript {
  readonly speakers: readonly Speaker[];
  readonly lines: readonly TranscriptLine[];
  /** What most of it is written in. */
  readonly language: 'en' | 'zh';
}

/** A message before its speaker is known by number. */
export interface NamedLine {
  readonly name: string;
  readonly text: string;
}

/** Why a transcript could not be read. */
export type TranscriptProblem =
  /** Characters. */
  | { readonly kind: 'too-long'; readonly limit: number }
  | { readonly kind: 'bad-quotes'; readonly line: number; readonly column: number }
  /** A table in which speaker and text cannot be told. */
  | { readonly kind: 'no-columns' }
  /** No line that begins with who wrote it. */
  | { readonly kind: 'no-speakers' }
  | { readonly kind: 'one-speaker'; readonly name: string }
  /** More than talk with one another: several conversations, or none. */
  | { readonly kind: 'many-speakers'; readonly count: number };
