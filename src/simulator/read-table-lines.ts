import { parseCsv } from '../shared/parse-csv.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { NamedLine, TranscriptProblem } from './transcript.ts';

const speakerNames =
  'speaker from sender author name nickname user who role 发言人 说话人 发送人 发送者 姓名 昵称 用户 角色'.split(
    ' ',
  );
const textNames =
  'text message content body msg utterance 内容 消息 文本 消息内容 聊天内容 发言内容'.split(' ');
const time =
  /^\D{0,2}(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,2}[:：]\d{2}|\d{10,13}$)/;

type Cells = readonly string[];

const plain = (cell: string) => cell.trim().toLowerCase().replaceAll('_', ' ');

/** Where a column stands whose name is one of these; the first of the names that is there counts. */
const columnOf = (header: Cells, names: readonly string[]): number => {
  const cells = header.map(plain);
  const fits = (name: string) => (cell: string) =>
    cell === name || cell === `${name} name` || cell.endsWith(` ${name}`);
  const known = names.find((name) => cells.some(fits(name)));
  return known === undefined ? -1 : cells.findIndex(fits(known));
};

/** Where speaker and text stand in a table without a header: the text is long, the speaker comes again. */
function guessColumns(rows: readonly Cells[]): { speaker: number; text: number } | undefined {
  const width = Math.max(...rows.slice(0, 1000).map((cells) => cells.length));
  const sample = rows.slice(0, 200);
  const columns = Array.from({ length: Math.min(width, 50) }, (_, index) => {
    const values = sample.map((cells) => cells[index]?.trim() ?? '').filter(Boolean);
    const length = values.reduce((sum, value) => sum + value.length, 0) / (values.length || 1);
    return {
      index,
      length,
      isTime: values.filter((value) => time.test(value)).length * 2 > values.length,
      isFull: values.length * 10 >= sample.length * 9,
      distinct: new Set(values).size,
      longest: Math.max(0, ...values.map((value) => value.length)),
    };
  }).filter(({ isTime, isFull }) => !isTime && isFull);
  const text = columns.reduce<(typeof columns)[number] | undefined>(
    (most, next) => (!most || next.length > most.length ? next : most),
    undefined,
  );
  const speaker = columns
    .filter((column) => column !== text && column.longest <= 60 && column.distinct > 1)
    .sort((one, other) => one.distinct - other.distinct)[0];
  return text && speaker ? { speaker: speaker.index, text: text.index } : undefined;
}

/** Whether a file is a table: by its name, its tabs, or a first line that names its columns. */
export function isTable(text: string, fileName: string): boolean {
  if (/\.(?:csv|tsv)$/i.test(fileName)) return true;
  const first = text.slice(0, 2000).trimStart().split('\n', 1)[0] ?? '';
  const header = first.split(/[,;\t]/).map((cell) => cell.replace(/^"|"$/g, ''));
  const isNamed = columnOf(header, speakerNames) >= 0 && columnOf(header, textNames) >= 0;
  return isNamed || first.split('\t').length > 1;
}

/** Reads who wrote what from a table (RFC 4180; commas, semicolons or tabs), with a header or none. */
export function readTableLines(text: string): Result<readonly NamedLine[], TranscriptProblem> {
  // Commas in what is said must not pass for the separator where there are tabs.
  const told = /^[^\n]*\t/.test(text) ? 'sep=\t\n' : '';
  const parsed = parseCsv(told + text);
  if (!parsed.ok) return err({ ...parsed.error, line: parsed.error.line - (told ? 1 : 0) });
  const rows = parsed.value.map(({ cells }) => cells);
  const [header = []] = rows;
  const named = { speaker: columnOf(header, speakerNames), text: columnOf(header, textNames) };
  const isNamed = named.speaker >= 0 && named.text >= 0 && named.speaker !== named.text;
  const columns = isNamed ? named : guessColumns(rows);
  if (!columns) return err({ kind: 'no-columns' });
  const lines = rows.slice(isNamed ? 1 : 0).flatMap((cells) => {
    const name = (cells[columns.speaker] ?? '').replace(/\s+/g, ' ').trim().slice(0, 60);
    const words = (cells[columns.text] ?? '').trim();
    return name && words ? [{ name, text: words }] : [];
  });
  return ok(lines);
}
