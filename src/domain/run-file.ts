import * as v from 'valibot';
import { fromBase64, toBase64 } from '../shared/base64.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { sha256 } from '../shared/sha256.ts';
import { unwanted } from '../shared/unwanted.ts';
import { type MentorComment, practiceModes, type RunRecord } from './run-record.ts';
import { dialogueActs } from './run-report.ts';

/** Why a file was not taken for a practice run. */
export interface RunFileProblem {
  readonly kind: 'not-json' | 'not-a-run' | 'newer-version' | 'truncated' | 'edited' | 'too-large';
}

const format = 'harebell-run';
/** The newest: 3 has verdicts on rules, 2 a mentor's voice. One without is written as 1, which older desks can read. */
const version = 3;

/** Seconds that a mentor may speak of one turn, and of a whole run: a trainee may be on a 2G link. */
export const longestVoice = 60;
export const longestVoices = 600;

/** Characters of all that is said in words: a run of an hour has some 100,000. */
const longestText = 2_000_000;
/** Characters for a second of sound; Opus as we make it needs 4,800. */
const voicePerSecond = 8000;

/** Characters of a run file, and bytes that are read of one. */
export const longestRunFile = longestText + longestVoices * voicePerSecond;

const text = v.pipe(v.string(), v.maxLength(longestText));
const id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));
const language = v.pipe(v.string(), v.regex(/^[a-z]{2,8}(-[a-z0-9]{1,8}){0,4}$/i));
/** Epoch milliseconds that a `Date` can hold. */
const moment = v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15));
const duration = v.pipe(v.number(), v.finite());
const score = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
const place = v.pipe(v.number(), v.integer(), v.minValue(0));
const verdict = v.picklist(['met', 'not-met', 'needs-review']);
const act = v.picklist(dialogueActs);
/** Known, but not always there; JSON leaves out what is undefined. */
const maybe = <T extends v.GenericSchema>(schema: T) => v.optional(schema);

const turnSchema = v.object({
  conversationId: text,
  customerName: text,
  beat: text,
  customerText: text,
  reply: text,
  expected: v.array(act),
  found: v.array(v.object({ act, words: text })),
  missing: v.array(act),
  verdict,
  model: text,
  hint: text,
  shown: v.exactOptional(text),
  replyAfter: maybe(duration),
  language,
});

const reportSchema = v.object({
  scenarioId: text,
  title: text,
  seed: duration,
  language,
  startedAt: moment,
  endedAt: moment,
  conversations: v.array(
    v.object({
      conversationId: text,
      customerName: text,
      outcome: v.picklist(['solved', 'closed', 'left']),
      patience: duration,
      firstReplyAfter: maybe(duration),
      handlingTime: duration,
    }),
  ),
  turns: v.array(turnSchema),
  rules: v.array(
    v.object({
      kind: v.picklist(['must', 'never', 'private', 'fact', 'may']),
      rule: text,
      acts: v.exactOptional(v.array(act)),
      verdict,
      words: text,
      turn: v.exactOptional(place),
    }),
  ),
});

/** All of a run but the comments, which come last. */
const runFields = {
  id,
  mode: v.picklist(practiceModes),
  report: reportSchema,
  points: score,
  open: score,
  verdict,
  dimensions: v.array(v.object({ dimension: text, of: score, points: score, open: score })),
  criticals: v.array(text),
  rubricVersion: v.pipe(v.number(), v.integer()),
};

const commentsWith = <T extends v.GenericSchema>(sound: T) =>
  v.array(
    v.object({
      turn: v.exactOptional(place),
      rule: v.exactOptional(place),
      text,
      verdict: v.exactOptional(verdict),
      voice: v.exactOptional(
        v.object({ seconds: v.pipe(v.number(), v.minValue(0), v.maxValue(longestVoice)), sound }),
      ),
    }),
  );

/** As it is in the desk. */
const runSchema = v.object({ ...runFields, comments: commentsWith(v.instance(Blob)) });

/** As it is in a file: sound as base64. */
const writtenRunSchema = v.object({
  ...runFields,
  comments: commentsWith(v.pipe(v.string(), v.maxLength(longestVoice * voicePerSecond))),
});
type WrittenRun = v.InferOutput<typeof writtenRunSchema>;

const fileSchema = v.object({ sha256: v.string(), run: writtenRunSchema });

/** A run of untrusted data, with what is known of a run and no more; undefined if it is none. */
export function asRun(value: unknown): RunRecord | undefined {
  const read = v.safeParse(runSchema, value);
  if (!read.success) return undefined;
  const { report } = read.output;
  return {
    ...read.output,
    report: {
      ...report,
      conversations: report.conversations.map((each) => ({
        ...each,
        firstReplyAfter: each.firstReplyAfter,
      })),
      turns: report.turns.map((turn) => ({ ...turn, replyAfter: turn.replyAfter })),
    },
  };
}

/** The same run gives the same sum: the schema puts its fields in one order. */
const sumOf = (run: WrittenRun): string => sha256(JSON.stringify(run));

const toWritten = async ({ voice, ...comment }: MentorComment) => {
  if (!voice) return comment;
  const sound = toBase64(new Uint8Array(await voice.sound.arrayBuffer()));
  return { ...comment, voice: { ...voice, sound } };
};

/** Without the marks of {@link unwanted}; lines stay lines. */
const withoutMarks = (run: WrittenRun): WrittenRun =>
  JSON.parse(JSON.stringify(run), (_key, value: unknown) =>
    typeof value === 'string'
      ? value.replace(unwanted, (mark) => (mark === '\n' ? mark : ''))
      : value,
  );

/** The run of a file; undefined if there is a recording in it that is no base64. */
function fromWritten(written: WrittenRun): RunRecord | undefined {
  const run = withoutMarks(written);
  const comments = run.comments.map(({ voice, ...comment }) => {
    if (!voice) return comment;
    const bytes = fromBase64(voice.sound);
    if (!bytes) return undefined;
    return { ...comment, voice: { ...voice, sound: new Blob([bytes], { type: 'audio/ogg' }) } };
  });
  return asRun({ ...run, comments });
}

/**
 * Writes a run as a file to give away, a mentor's comments with it.
 *
 * Its checksum (SHA-256) tells of accidents and of casual edits, so that nobody judges a run that is
 * not the one that was practised. It is no seal: whoever wants to deceive can compute it anew.
 * @returns rejected for what is no run, and for a recording that the disk does not give back
 */
export async function writeRunFile(record: RunRecord): Promise<string> {
  const comments = await Promise.all(record.comments.map(toWritten));
  const read = v.safeParse(writtenRunSchema, { ...record, comments });
  if (!read.success) throw new Error('This is no run.');
  const run = read.output;
  const file = { format, version: versionOf(run.comments), sha256: sumOf(run), run };
  return `${JSON.stringify(file, undefined, 1)}\n`;
}

/** The oldest version that has all of it. */
const versionOf = (comments: WrittenRun['comments']): number => {
  if (comments.some(({ rule }) => rule !== undefined)) return version;
  return comments.some(({ voice }) => voice) ? 2 : 1;
};

const parse = (file: string): unknown => {
  try {
    return JSON.parse(file);
  } catch {
    return undefined;
  }
};

/** Reads what {@link writeRunFile} wrote. Spaces and line ends may have changed on the way. */
export function readRunFile(file: string): Result<RunRecord, RunFileProblem> {
  const refuse = (kind: RunFileProblem['kind']) => err({ kind });
  if (file.length > longestRunFile) return refuse('too-large');
  const value = parse(file);
  if (value === undefined) {
    if (!file.slice(0, 200).includes(`"${format}"`)) return refuse('not-json');
    return refuse(file.trimEnd().endsWith('}') ? 'edited' : 'truncated');
  }
  const head = v.safeParse(v.object({ format: v.literal(format), version: v.number() }), value);
  if (!head.success) return refuse('not-a-run');
  if (head.output.version > version) return refuse('newer-version');
  if (![1, 2, version].includes(head.output.version)) return refuse('edited');
  const body = v.safeParse(fileSchema, value);
  if (!body.success || sumOf(body.output.run) !== body.output.sha256) return refuse('edited');
  const run = fromWritten(body.output.run);
  return run ? ok(run) : refuse('edited');
}
