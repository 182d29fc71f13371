import type { DialogueAct } from '../domain/run-report.ts';
import type { ProblemKind } from './problem.ts';
import type { Ending, KeyValue, Must, Rule } from './scenario.ts';
import { suggestWord } from './suggest-word.ts';
import { actNames, chineseWords } from './vocabulary.ts';

/** Reports a problem at the line that is being read. */
export type Note = (kind: ProblemKind, word?: string, suggestion?: string) => void;

const trimmed = (parts: string[]): string[] => parts.map((part) => part.trim()).filter(Boolean);

/** The English word for a Chinese one, in lower case. */
export const plainWord = (word: string): string => chineseWords.get(word) ?? word.toLowerCase();

/** Words parted by commas, Chinese ones too. */
export const readWords = (text: string): string[] => trimmed(text.split(/[,，、]/));

/** `30`, `+10`, `-5`, full-width signs too; up to six digits. */
export function readNumber(text: string, note: Note): number | undefined {
  const digits = text.replace(/^[−－]/, '-').replace(/^[+＋]\s*/, '');
  if (/^-?\s*\d{1,6}$/.test(digits)) return Number(digits.replace(/\s/g, ''));
  note('bad-number', text);
  return undefined;
}

/** `40 s`, `2 min`, `40 秒`, `2 分钟` as milliseconds. */
export function readTime(text: string, note: Note): number | undefined {
  const [, count, unit] = /^(\d{1,5})\s*([a-z]{0,7}|秒|分钟?)$/i.exec(text) ?? [];
  const minutes = /^(m|min|mins|minutes?|分钟?)$/i.test(unit ?? '');
  if (count && (minutes || /^(s|sec|secs|seconds?|秒)?$/i.test(unit ?? ''))) {
    return Number(count) * (minutes ? 60_000 : 1000);
  }
  note('bad-time', text);
  return undefined;
}

/** One dialogue act by its English or Chinese name. */
export function readAct(word: string, note: Note): DialogueAct | undefined {
  const act = actNames.get(word.toLowerCase());
  if (!act) note('unknown-act', word, suggestWord(word, actNames.keys()));
  return act;
}

/** `order=30021; tail=8842`, for one language or all. */
export function readPairs(text: string, language: string, note: Note): KeyValue[] {
  return trimmed(text.split(/[;；]/)).flatMap((part) => {
    const [key = '', ...rest] = part.split(/[=＝]/);
    const value = rest.join('=').trim();
    if (key.trim() && value) return [{ language, key: key.trim(), value }];
    note('bad-value', part);
    return [];
  });
}

/** `verify_identity before offer_resolution`, or one act alone. */
export function readMust(text: string, note: Note): Must | undefined {
  const [first = '', second, ...more] = text.split(/\s+before\s+|\s*先于\s*/i);
  if (more.length > 0) note('bad-value', text);
  const one = readAct(first.trim(), note);
  const other = second === undefined ? undefined : readAct(second.trim(), note);
  if (!one || more.length > 0 || (second !== undefined && !other)) return undefined;
  return { rule: text, first: one, second: other };
}

/** `end after warning`, `在 warning 之后结束`: the beat. */
export function readMay(text: string, note: Note): string | undefined {
  const beat = /^end after (.+)$/i.exec(text)?.[1] ?? /^在?\s*(.+?)\s*之后\s*结束$/.exec(text)?.[1];
  const meant = /\bafter (\S.*)$/i.exec(text)?.[1];
  if (!beat) note('bad-value', text, meant && `end after ${meant}`);
  return beat;
}

/** `solved` or `left`. */
export function readEnding(text: string, note: Note): Ending | undefined {
  const word = plainWord(text);
  if (word === 'solved' || word === 'left') return word;
  note('bad-value', text, suggestWord(word, ['solved', 'left']));
  return undefined;
}

const steps = ['go', 'stay', 'patience', 'end', 'leave'];

/** `go details, patience +10`. What cannot be read is noted, the rest counts. */
export function readRule(text: string, note: Note): Rule {
  let rule: Rule = {};
  for (const step of readWords(text)) {
    // Chinese needs no space after the verb: 耐心+10, 到close.
    const parts =
      /^(到|耐心|结束)\s*(.+)$/.exec(step)?.slice(1) ?? /^(\S+)\s*(.*)$/.exec(step)?.slice(1) ?? [];
    const verb = plainWord(parts[0] ?? '');
    const rest = parts[1] ?? '';
    if (verb === 'go' && rest) rule = { ...rule, go: rest };
    else if (verb === 'stay') rule = { ...rule, stay: true };
    else if (verb === 'leave') rule = { ...rule, end: 'left' };
    else if (verb === 'end') {
      const end = readEnding(rest, note);
      if (end) rule = { ...rule, end };
    } else if (verb === 'patience') {
      const patience = readNumber(rest, note);
      if (patience !== undefined) rule = { ...rule, patience };
    } else note('bad-step', step, suggestWord(verb, steps));
  }
  return rule;
}
