import * as v from 'valibot';
import { err, ok, type Result } from '../shared/result.ts';
import { hashJson, toHex } from './digest.ts';
import type { ExamProgress } from './exam-progress.ts';
import type { ExamSet } from './exam-set.ts';

const kind = 'harebell-exam-record' as const;
const version = 1 as const;

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const day = v.pipe(v.string(), v.isoDate());
const percent = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000));
const few = <T extends v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>>(item: T) =>
  v.pipe(v.array(item), v.minLength(1), v.maxLength(100));

const attempt = v.strictObject({ day, points: percent, criticals: v.array(text) });

/** Strict, so that nothing travels that is not meant to: no times, no settings, no names. */
const schema = v.strictObject({
  kind: v.literal(kind),
  version: v.literal(version),
  set: text,
  levels: few(count),
  channel: v.literal('text'),
  language: v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/)),
  pass: percent,
  tries: count,
  days: count,
  rubricVersion: count,
  scenarios: few(
    v.strictObject({
      id: text,
      attempts: few(attempt),
      /** Which attempt counts, from 0. */
      counted: count,
    }),
  ),
  points: percent,
  dimensions: few(v.strictObject({ dimension: text, percent })),
  from: day,
  to: day,
  /** SHA-256 over everything else, so that a file that was edited is noticed. */
  digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});

/**
 * A passed exam as it goes to whoever signs: what was passed and how well. It is a practice record
 * and proves nothing: its digest tells an edited file from a whole one, not who wrote it.
 */
export type ExamRecord = v.InferOutput<typeof schema>;

/** Why a file is no exam record to sign. */
export type RecordError =
  | { readonly kind: 'not-json' }
  | { readonly kind: 'wrong-kind' }
  | { readonly kind: 'newer-version' }
  | { readonly kind: 'broken'; readonly where: string }
  | { readonly kind: 'edited' }
  | { readonly kind: 'unknown-set'; readonly set: string }
  | { readonly kind: 'not-passed' };

const mean = (numbers: readonly number[]): number =>
  Math.round(numbers.reduce((sum, number) => sum + number, 0) / numbers.length);

/** The record of a passed exam, or undefined while something is still to be passed. */
export async function makeExamRecord(
  { set, language, rubricVersion, scenarios, passed }: ExamProgress,
  subtle: SubtleCrypto,
): Promise<ExamRecord | undefined> {
  if (!passed) return undefined;
  const counted = scenarios.flatMap(({ best }) => best ?? []);
  const days = counted.map(({ day: on }) => on).sort();
  const shares = counted.flatMap(({ run }) => run.dimensions).filter(({ of }) => of > 0);
  const names = [...new Set(shares.map(({ dimension }) => dimension))];
  const record: Omit<ExamRecord, 'digest'> = {
    ...{ kind, version, set: set.id, levels: [...set.levels], channel: set.channel, language },
    ...{ pass: set.pass, tries: set.tries, days: set.days, rubricVersion },
    scenarios: scenarios.map(({ id, attempts, best }) => ({
      id,
      attempts: attempts.map(({ day: on, run }) => ({
        day: on,
        points: run.points,
        criticals: [...run.criticals],
      })),
      counted: attempts.findIndex(({ run }) => run === best?.run),
    })),
    points: mean(counted.map(({ run }) => run.points)),
    dimensions: names.map((dimension) => {
      const mine = shares.filter((share) => share.dimension === dimension);
      return { dimension, percent: mean(mine.map(({ points, of }) => (points * 100) / of)) };
    }),
    from: days[0] ?? '',
    to: days.at(-1) ?? '',
  };
  return { ...record, digest: toHex(await hashJson(record, subtle)) };
}

/** Days from one to another, both as `2026-11-22`. */
const daysBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / (24 * 60 * 60_000);

const equal = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** What it tells of the set and of the whole must follow from the set and from its attempts. */
function addsUp(record: ExamRecord, set: ExamSet): boolean {
  const { pass, tries, days, levels, language, scenarios } = record;
  const counted = scenarios.flatMap(({ attempts, counted: at }) => attempts[at] ?? []);
  const on = counted.map(({ day: each }) => each).sort();
  const ids = scenarios.map(({ id }) => id);
  return (
    equal([pass, tries, days, levels], [set.pass, set.tries, set.days, set.levels]) &&
    set.languages.includes(language) &&
    equal(ids.sort(), [...set.scenarios].sort()) &&
    record.points === mean(counted.map(({ points }) => points)) &&
    equal([record.from, record.to], [on[0], on.at(-1)])
  );
}

/** What it says must be what the set asks for: passed, every scenario, without a critical error. */
function isPassed(record: ExamRecord, set: ExamSet): boolean {
  const { scenarios } = record;
  const { tries, days } = set;
  const passed = scenarios.filter(({ attempts, counted }) => {
    const one = attempts[counted];
    if (!one || one.points < set.pass || one.criticals.length > 0) return false;
    // Two tries whose days are so far apart may be so by the hour, or not.
    const before = attempts.slice(0, counted);
    return before.filter(({ day: on }) => daysBetween(on, one.day) < days - 1).length < tries;
  });
  return addsUp(record, set) && set.scenarios.every((id) => passed.some((one) => one.id === id));
}

/** Reads an exam record and checks it against the sets: only one that can be signed is returned. */
export async function readExamRecord(
  content: string,
  sets: readonly ExamSet[],
  subtle: SubtleCrypto,
): Promise<Result<ExamRecord, RecordError>> {
  let input: unknown;
  try {
    input = JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch {
    return err({ kind: 'not-json' });
  }
  const head = v.safeParse(v.looseObject({ kind: v.literal(kind), version: v.number() }), input);
  if (!head.success) return err({ kind: 'wrong-kind' });
  if (head.output.version > version) return err({ kind: 'newer-version' });
  const read = v.safeParse(schema, input);
  if (!read.success) return err({ kind: 'broken', where: v.getDotPath(read.issues[0]) ?? kind });
  const { digest, ...rest } = read.output;
  if (toHex(await hashJson(rest, subtle)) !== digest) return err({ kind: 'edited' });
  const set = sets.find(({ id }) => id === rest.set);
  if (!set) return err({ kind: 'unknown-set', set: rest.set });
  return isPassed(read.output, set) ? ok(read.output) : err({ kind: 'not-passed' });
}
