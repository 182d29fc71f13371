import { isRoleWord } from './guess-roles.ts';
import type { NamedLine } from './transcript.ts';

const date =
  '(?:\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4})[,，T\\s]{0,3}';
const clock =
  '(?:上午|下午|晚上)?\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?(?:\\.\\d{1,3})?Z?(?:\\s?[AaPp]\\.?[Mm]\\.?)?';
const stamp = `[[(（【]?\\s?(?:${date})?${clock}\\s?[\\])）】]?`;
/** Who wrote: whether it is a name is looked at later. */
const label = '([^\\s:：[\\](（【][^:：[\\](（【]{0,39}?)';
const colon = '\\s?[:：]\\s?';

/** `Lin (10:02)`, `客服小王 2024-05-01 10:02:15`: the text stands in the next lines. */
const nameAndTime = new RegExp(`^${label}\\s?${stamp}$`, 'u');
/** `10:02 Lin`, likewise. */
const timeAndName = new RegExp(`^${stamp}\\s{0,3}[-–—|]?\\s{0,3}${label}$`, 'u');
/** `[10:02] Lin: text`, `12/05/2024, 10:02 - Lin: text` */
const timeFirst = new RegExp(`^${stamp}\\s{0,3}[-–—|]?\\s{0,3}${label}${colon}`, 'u');
/** `Lin (10:02): text`, `Lin 10:02: text` */
const nameFirst = new RegExp(`^${label}\\s?${stamp}${colon}`, 'u');
/** `Lin: text` */
const noTime = new RegExp(`^${label}${colon}(?!//)`, 'u');
const timeAlone = new RegExp(`^[-–—=*\\s]{0,40}(?:${date})?(?:${clock})?[-–—=*\\s]{0,40}$`, 'u');

/** Longer lines have no head worth looking for beyond this. */
const longestHead = 120;

interface Head {
  readonly name: string;
  readonly isTimed: boolean;
  /** Where the text begins. */
  readonly length: number;
}

/** Whether words before a colon can be somebody's name, and not the beginning of a sentence. */
function isName(name: string, isTimed: boolean): boolean {
  if (!/[\p{L}\p{N}]/u.test(name) || /[?!,，。？！；;"“”<>{}=\\/]|\.\s*$/.test(name)) return false;
  if (isTimed) return name.split(' ').length <= 6;
  if (!/\p{L}/u.test(name) || name.split(' ').length > 4) return false;
  if (/\p{Script=Han}/u.test(name)) return name.length <= 12 && !/[我你您的了吗呢是]/.test(name);
  return !name.includes(' ') || /^\p{Lu}/u.test(name);
}

function headOf(line: string): Head | undefined {
  const start = line.slice(0, longestHead);
  const found = (pattern: RegExp, isTimed: boolean): Head | undefined => {
    const match = pattern.exec(start);
    const name = match?.[1]?.trim() ?? '';
    return match && isName(name, isTimed) ? { name, isTimed, length: match[0].length } : undefined;
  };
  const alone =
    line.length <= longestHead ? (found(nameAndTime, true) ?? found(timeAndName, true)) : undefined;
  return alone ?? found(timeFirst, true) ?? found(nameFirst, true) ?? found(noTime, false);
}

/** The names that speak: those that come again, or are a role; all, if hardly any do. */
function speakersOf(heads: readonly (Head | undefined)[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const head of heads) if (head) counts.set(head.name, (counts.get(head.name) ?? 0) + 1);
  const sure = [...counts].filter(([name, count]) => count > 1 || isRoleWord(name));
  return new Set((sure.length > 1 ? sure : [...counts]).map(([name]) => name));
}

/**
 * Reads who wrote what from a plain text, with times or without; lines that begin with no name
 * belong to the message before. What stands before the first message is left out.
 */
export function readChatLines(text: string): readonly NamedLine[] {
  const lines = text.split('\n').map((line) => line.trim());
  const all = lines.map(headOf);
  const timed = all.filter((head) => head?.isTimed).length;
  // A sentence may end with a time, and a message may have a colon; what is more frequent is the form.
  const isTimed = timed > 0 && timed * 3 >= all.filter(Boolean).length;
  const heads = isTimed ? all.map((head) => (head?.isTimed ? head : undefined)) : all;
  const speakers = speakersOf(heads);
  const messages: { name: string; lines: string[] }[] = [];
  for (const [index, line] of lines.entries()) {
    const head = heads[index];
    if (head && speakers.has(head.name)) {
      messages.push({ name: head.name, lines: [line.slice(head.length)] });
    } else if (!timeAlone.test(line.slice(0, longestHead + 1))) messages.at(-1)?.lines.push(line);
  }
  return messages.map(({ name, lines: words }) => ({ name, text: words.join('\n').trim() }));
}
