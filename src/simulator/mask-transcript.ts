import { findNames, findPeople, indexNames, type NameIndex } from './find-people.ts';
import { findPrivateSpans } from './private-spans.ts';
import { type MaskKind, placeholder, standIn, type WordLanguage } from './stand-ins.ts';
import type { SpeakerRole, Transcript } from './transcript.ts';

/** One private thing: each of its forms has the same placeholder everywhere. */
export interface MaskedValue {
  /** The same as long as the transcript is, whatever the roles. */
  readonly id: string;
  readonly kind: MaskKind;
  /** As it was first written. */
  readonly text: string;
  /** How often it stands there. */
  readonly count: number;
  /** What stands for it in braces. */
  readonly key: string;
  /** What is said in its place. */
  readonly standIn: string;
}

/** Words as they were, or a place where something was masked. */
export type MaskedPart = string | { readonly value: MaskedValue; readonly text: string };

/** A message with what was masked. */
export interface MaskedLine {
  readonly role: SpeakerRole;
  readonly parts: readonly MaskedPart[];
}

/** A transcript with what was masked, and the list of it in the order in which it appears. */
export interface MaskedTranscript {
  readonly lines: readonly MaskedLine[];
  readonly values: readonly MaskedValue[];
  /** The customer's name, if it is known. */
  readonly customer: MaskedValue | undefined;
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly kind: MaskKind;
  readonly id: string;
}

const asksForOrder = /\b(?:order|booking|tracking|reference|ticket|case)\b|订单|单号/i;

/** The same value has the same form, however it is written. */
const norm = (kind: MaskKind, text: string): string => {
  const lower = text.toLowerCase();
  if (kind === 'phone') return lower.replace(/\D/g, '').replace(/^(?:00)?86(?=1\d{10}$)/, '');
  // An order number that is said again without its label is the same one.
  return lower.replace(/[\s-]/g, '');
};

function findIn(text: string, names: NameIndex, wasAsked: boolean): readonly Found[] {
  const spans = findPrivateSpans(text).map(({ start, end, kind }): Found => {
    const known = kind === 'number' && wasAsked ? 'order' : kind;
    return { start, end, kind: known, id: norm(known, text.slice(start, end)) };
  });
  const named = findNames(text, names)
    .filter(({ start, end }) => !spans.some((span) => start < span.end && end > span.start))
    .map(({ start, end, person }): Found => {
      const [word = ''] = person.words;
      return { start, end, kind: person.kind, id: `${word} name` };
    });
  return [...spans, ...named].sort((one, other) => one.start - other.start);
}

/** What may be a number or a code that stood elsewhere with what it is. */
const bareCode = /(?<![\p{Script=Latin}\d])[A-Za-z\d][A-Za-z\d-]{2,29}(?![\p{Script=Latin}\d])/gu;

/** What was found in one message and stands bare in this one: “Your PIN is 4417?” “yes, 4417”. */
function findAgain(
  text: string,
  spans: readonly Found[],
  known: ReadonlyMap<string, MaskKind>,
): readonly Found[] {
  const again = [...text.matchAll(bareCode)].flatMap(({ 0: word, index: start }): Found[] => {
    const id = norm('number', word);
    const kind = known.get(id);
    const end = start + word.length;
    const isTaken = spans.some((span) => start < span.end && end > span.start);
    return kind && !isTaken ? [{ start, end, kind, id }] : [];
  });
  return again.length > 0
    ? [...spans, ...again].sort((one, other) => one.start - other.start)
    : spans;
}

/**
 * Masks what is private in a transcript: names, numbers, addresses, links. The same value has the
 * same placeholder throughout. It cannot find all: a person must look at the result.
 * @param roles of the speakers, in their order
 * @param words the language of the placeholders
 */
export function maskTranscript(
  transcript: Transcript,
  roles: readonly SpeakerRole[],
  words: WordLanguage,
): MaskedTranscript {
  const roleOf = (speaker: number): SpeakerRole => roles[speaker] ?? 'other';
  const people = findPeople(transcript, roleOf);
  const lines = transcript.lines.filter(({ speaker }) => roleOf(speaker) !== 'other');
  const names = indexNames(people);
  const first = lines.map(({ speaker, text }, index) => {
    const before = lines[index - 1];
    const wasAsked = before !== undefined && before.speaker !== speaker;
    return findIn(text, names, wasAsked && asksForOrder.test(before.text));
  });
  const codes = new Map<string, MaskKind>();
  for (const { id, kind } of first.flat()) if (/^[a-z\d]{3,}$/.test(id)) codes.set(id, kind);
  const found = first.map((spans, index) => findAgain(lines[index]?.text ?? '', spans, codes));
  const values = new Map<string, MaskedValue>();
  const counts = new Map<MaskKind, number>();
  const remember = (id: string, kind: MaskKind, text: string) => {
    const known = values.get(id);
    if (known) {
      values.set(id, { ...known, count: known.count + 1 });
      return;
    }
    const nth = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, nth);
    values.set(id, {
      id,
      kind,
      text,
      count: 1,
      key: placeholder(kind, nth, words),
      standIn: standIn(kind, nth, transcript.language),
    });
  };
  for (const [index, spans] of found.entries()) {
    const text = lines[index]?.text ?? '';
    for (const { id, kind, start, end } of spans) remember(id, kind, text.slice(start, end));
  }
  const customer = people.find(({ kind }) => kind === 'customer');
  const [name] = customer?.words ?? [];
  const customerId = `${name} name`;
  if (customer && !values.has(customerId)) {
    const index = roles.indexOf('customer');
    remember(customerId, 'customer', transcript.speakers[index]?.name ?? '');
  }
  return {
    values: [...values.values()],
    customer: customer && values.get(customerId),
    lines: lines.map(({ speaker, text }, index) => {
      const parts: MaskedPart[] = [];
      let at = 0;
      for (const { start, end, id } of found[index] ?? []) {
        const value = values.get(id);
        if (!value) continue;
        if (start > at) parts.push(text.slice(at, start));
        parts.push({ value, text: text.slice(start, end) });
        at = end;
      }
      if (at < text.length) parts.push(text.slice(at));
      return { role: roleOf(speaker), parts };
    }),
  };
}
