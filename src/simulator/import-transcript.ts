import { err, ok, type Result } from '../shared/result.ts';
import { guessRoles } from './guess-roles.ts';
import { readChatLines } from './read-chat-lines.ts';
import { isTable, readTableLines } from './read-table-lines.ts';
import {
  longestTranscript,
  type NamedLine,
  type Transcript,
  type TranscriptProblem,
} from './transcript.ts';

/** More do not talk with one another. */
const mostSpeakers = 30;
/** More than these in one message are cut. */
const longestMessage = 4000;

/** Control characters, and marks that turn the direction of text or take no room (UAX 9). */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]|\p{Surrogate}/gu;
/** Digits, Latin letters and marks of numbers that an input method made wide. */
const wide = /[０-９Ａ-Ｚａ-ｚ＠－＃＋]/g;

const clean = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(unseen, '')
    .replaceAll('\u00a0', ' ')
    .replace(wide, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0));

function languageOf(lines: readonly NamedLine[]): 'en' | 'zh' {
  const words = lines
    .map(({ text }) => text)
    .join(' ')
    .slice(0, 20_000);
  const chinese = words.match(/\p{Script=Han}/gu)?.length ?? 0;
  return chinese > (words.match(/[a-z]+/gi)?.length ?? 0) ? 'zh' : 'en';
}

/**
 * Reads a conversation as it was exported: plain text (`[10:02] Lin: text`, `Lin (10:02)` with the
 * text below, `客服小王 10:02:15`, `Lin: text`) or a table with speaker and text. Nothing is masked yet.
 * @param text the file's, of any length
 * @param fileName tells a table from a text
 * @returns at least two speakers, with who is probably the agent; or what is in the way
 */
export function importTranscript(
  text: string,
  fileName: string,
): Result<Transcript, TranscriptProblem> {
  if (text.length > longestTranscript) return err({ kind: 'too-long', limit: longestTranscript });
  const plain = clean(text);
  const read = isTable(plain, fileName) ? readTableLines(plain) : ok(readChatLines(plain));
  if (!read.ok) return read;
  const named = read.value
    .filter((line) => line.text !== '')
    .map((line) => ({ ...line, text: line.text.slice(0, longestMessage) }));
  const names = [...new Set(named.map(({ name }) => name))];
  const [name] = names;
  if (name === undefined) return err({ kind: 'no-speakers' });
  if (names.length < 2) return err({ kind: 'one-speaker', name });
  if (names.length > mostSpeakers) return err({ kind: 'many-speakers', count: names.length });
  const language = languageOf(named);
  const roles = guessRoles(names, named, language);
  const numbers = new Map(names.map((each, index) => [each, index] as const));
  const lines = named.map((line) => ({ speaker: numbers.get(line.name) ?? 0, text: line.text }));
  const counts = new Map<number, number>();
  for (const { speaker } of lines) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  return ok({
    speakers: names.map((each, index) => ({
      name: each,
      count: counts.get(index) ?? 0,
      role: roles[index] ?? 'customer',
    })),
    lines,
    language,
  });
}
