import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importTranscript } from '../../src/simulator/import-transcript.ts';
import { longestTranscript } from '../../src/simulator/transcript.ts';

const read = (text: string, name = 'chat.txt') => {
  const result = importTranscript(text, name);
  if (!result.ok) return result.error;
  const { speakers, lines } = result.value;
  return lines.map((line) => [speakers[line.speaker]?.name, line.text]);
};
const roles = (text: string, name = 'chat.txt') => {
  const result = importTranscript(text, name);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value.speakers.map((speaker) => [speaker.name, speaker.role]);
};

const lin = ['Lin', 'Where is my parcel?'];
const kim = ['Agent Kim', 'Hello! May I have your order number, please?'];
const more = ['Lin', "It's 30021."];

describe('plain text', () => {
  const row = (head: (name: string, time: string) => string) =>
    [lin, kim, more]
      .map(([name = '', text = ''], at) => `${head(name, `10:0${at}`)}${text}`)
      .join('\n');
  it.each([
    ['times in brackets before', row((name, time) => `[${time}] ${name}: `)],
    ['times with seconds', row((name, time) => `${time}:15 ${name}: `)],
    ['times of twelve hours', row((name, time) => `[${time} AM] ${name}: `)],
    ['dates as well', row((name, time) => `[2024-05-01 ${time}:00] ${name}: `)],
    ['dates as WhatsApp writes them', row((name, time) => `01/05/2024, ${time} - ${name}: `)],
    ['dates as iPhones write them', row((name, time) => `[01.05.24, ${time}:59] ${name}: `)],
    ['times behind the name', row((name, time) => `${name} (${time}): `)],
    ['times behind the name, bare', row((name, time) => `${name} ${time}: `)],
    ['the text below', row((name, time) => `${name} (${time})\n`)],
    ['the text below, time first', row((name, time) => `${time} ${name}\n`)],
    ['no times', row((name) => `${name}: `)],
    ['no times and the text below', row((name) => `${name}:\n`)],
    ['wide colons', row((name) => `${name}：`)],
    ['empty lines between', row((name, time) => `\n\n[${time}] ${name}: `)],
    ['CR LF', row((name, time) => `[${time}] ${name}: `).replaceAll('\n', '\r\n')],
    ['a byte order mark', `\ufeff${row((name) => `${name}: `)}`],
    ['marks of direction', row((name, time) => `\u200e[${time}] \u202a${name}\u202c: `)],
    ['something before it', `Chat of 1 May\nExported by Desk\n\n${row((name) => `${name}: `)}`],
  ])('with %s', (_name, text) => {
    expect(read(text)).toEqual([lin, kim, more]);
  });

  it.each([
    ['客服小王 10:02:15\n您好\n林女士 10:02:40\n包裹没到\n客服小王 10:03:01\n请问订单号？'],
    [
      '客服小王 2024-05-01 10:02:15\n您好\n林女士 2024-05-01 10:02:40\n包裹没到\n客服小王 2024-05-01 10:03:01\n请问订单号？',
    ],
    ['客服小王：您好\n林女士：包裹没到\n客服小王：请问订单号？'],
    ['（10：02）客服小王：您好\n（10：03）林女士：包裹没到\n（10：04）客服小王：请问订单号？'],
    [
      '【上午10:02】客服小王：您好\n【上午10:03】林女士：包裹没到\n【下午1:04】客服小王：请问订单号？',
    ],
  ])('as Chinese desks export it: %#', (text) => {
    expect(read(text)).toEqual([
      ['客服小王', '您好'],
      ['林女士', '包裹没到'],
      ['客服小王', '请问订单号？'],
    ]);
    expect(roles(text)).toEqual([
      ['客服小王', 'agent'],
      ['林女士', 'customer'],
    ]);
  });

  it('what a speaker goes on with belongs to the message, colons and times too', () => {
    const text = `Lin: Hi
Note: it is urgent
see you at 10:30
https://example.org/a
Kim: Yes
Lin: 10:30 then
Kim: Right`;
    expect(read(text)).toEqual([
      ['Lin', 'Hi\nNote: it is urgent\nsee you at 10:30\nhttps://example.org/a'],
      ['Kim', 'Yes'],
      ['Lin', '10:30 then'],
      ['Kim', 'Right'],
    ]);
  });

  it('a date that stands alone is nobody’s words', () => {
    expect(read('Lin: a\n--- 2024-05-01 ---\nKim: b')).toEqual([
      ['Lin', 'a'],
      ['Kim', 'b'],
    ]);
  });

  it('what is only markup or marks stays text', () => {
    expect(read('Lin: <b>hi</b>\nKim: {order} | # x\nLin: ## y')).toEqual([
      ['Lin', '<b>hi</b>'],
      ['Kim', '{order} | # x'],
      ['Lin', '## y'],
    ]);
  });
});

describe('tables', () => {
  it.each([
    ['a header', 'time,speaker,text\n10:02,Lin,"Hi, you"\n10:03,Kim,"a ""b"""'],
    ['a Chinese header', '时间,发送人,消息内容\n10:02,Lin,"Hi, you"\n10:03,Kim,"a ""b"""'],
    ['other columns too', 'id;Sender Name;role;Message\n1;Lin;user;Hi, you\n2;Kim;staff;"a ""b"""'],
    ['no header', '10:02,Lin,"Hi, you"\n10:03,Kim,"a ""b"""'],
    ['tabs', '2024-05-01 10:02\tLin\tHi, you\n2024-05-01 10:03\tKim\t"a ""b"""'],
    ['tabs and no times', 'Lin\tHi, you\nKim\t"a ""b"""'],
  ])('with %s', (_name, text) => {
    expect(read(text, 'chat.csv')).toEqual([
      ['Lin', 'Hi, you'],
      ['Kim', 'a "b"'],
    ]);
  });

  it('with line breaks in a cell', () => {
    expect(read('speaker,text\r\nLin,"a\r\nb"\r\nKim,c\r\n')).toEqual([
      ['Lin', 'a\nb'],
      ['Kim', 'c'],
    ]);
  });

  it('are told from a text by what they are called, tabs, or a header', () => {
    expect(read('Lin: a, b\nKim: c')).toEqual([
      ['Lin', 'a, b'],
      ['Kim', 'c'],
    ]);
    expect(read('Lin: a, b\nKim: c', 'chat.csv')).toEqual({ kind: 'no-columns' });
  });
});

describe('the agent is found', () => {
  it.each([
    ['by a role', 'Lin: Hi\nSupport: Hello\nLin: Hm', 'Support'],
    ['by the customer’s role', 'Visitor 12: Hi\nKim: Hello\nVisitor 12: Hm', 'Kim'],
    ['by what is done', 'Kim: Hello, may I have your order number?\nLin: 3\nKim: Sorry!', 'Kim'],
    ['as who comes second', 'Lin: Hm\nKim: Hm\nLin: Hm', 'Kim'],
  ])('%s', (_name, text, agent) => {
    expect(roles(text).find(([, role]) => role === 'agent')?.[0]).toBe(agent);
  });

  it('and bots are neither', () => {
    expect(roles('System: Welcome\nLin: Hi\nAgent Kim: Hello\nLin: Hm')).toEqual([
      ['System', 'other'],
      ['Lin', 'customer'],
      ['Agent Kim', 'agent'],
    ]);
  });
});

describe('what cannot be read is told', () => {
  it.each([
    ['nothing', '', 'a.txt', { kind: 'no-speakers' }],
    ['prose', 'This is a letter. It has no names.', 'a.txt', { kind: 'no-speakers' }],
    [
      'a web page',
      '<!doctype html>\n<html><body>x</body></html>',
      'a.txt',
      { kind: 'no-speakers' },
    ],
    ['one voice', 'Lin: a\nLin: b', 'a.txt', { kind: 'one-speaker', name: 'Lin' }],
    [
      'a list of people',
      Array.from({ length: 40 }, (_, at) => `Guest${at}: x`).join('\n'),
      'a.txt',
      { kind: 'many-speakers', count: 40 },
    ],
    [
      'open quotes after tabs',
      'Lin\thi\nKim\t"a',
      'a.tsv',
      { kind: 'bad-quotes', line: 2, column: 5 },
    ],
    ['open quotes', 'speaker,text\nLin,"a', 'a.csv', { kind: 'bad-quotes', line: 2, column: 5 }],
    ['one column', 'a\nb\nc', 'a.csv', { kind: 'no-columns' }],
  ])('%s', (_name, text, name, problem) => {
    expect(read(text, name)).toEqual(problem);
  });

  it('ten megabytes are too long, at once', () => {
    expect(read('a'.repeat(10_000_000))).toEqual({ kind: 'too-long', limit: longestTranscript });
  });
});

describe('input meant to hang it', () => {
  const repeated = (part: string) => part.repeat(Math.floor(longestTranscript / part.length));
  it.each([
    ['one line', repeated('a')],
    ['spaces', repeated(' ')],
    ['digits', repeated('1')],
    ['colons', repeated(':')],
    ['brackets', repeated('[')],
    ['lines of nearly heads', repeated('[10:02 [10:02 Lin (10:02 x\n')],
    ['many speakers', Array.from({ length: 60_000 }, (_, at) => `S${at}: x`).join('\n')],
    ['long messages', `Lin: ${repeated('order number ').slice(100)}\nKim: x`],
    ['a table of quotes', repeated('""')],
    ['a wide table', `speaker,text${repeated(',')}`.slice(0, longestTranscript)],
  ])('%s', (_name, text) => {
    for (const name of ['a.txt', 'a.csv']) {
      const read = importTranscript(text, name);
      expect(read.ok ? read.value.speakers.length : 1).toBeGreaterThan(0);
    }
  });

  it('whatever the text, each line has a speaker and words', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\n', '\r\n', 'Lin: ', 'Kim (10:02)', '10:02 ', '：', '\t', '","', '\u202e'),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }),
        fc.constantFrom('a.txt', 'a.csv'),
        (all, name) => {
          const result = importTranscript(all.join(''), name);
          if (!result.ok) return;
          const { speakers, lines } = result.value;
          for (const { speaker, text } of lines) {
            expect(speakers[speaker]?.name).toBeTruthy();
            expect(text).not.toBe('');
            // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be left
            expect(text).not.toMatch(/[\u0000-\u0008\u202a-\u202e]/);
          }
          expect(speakers.reduce((sum, { count }) => sum + count, 0)).toBe(lines.length);
        },
      ),
    );
  });
});
