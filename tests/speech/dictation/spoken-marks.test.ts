import { expect, test } from 'vitest';
import { spokenMarks, writeMarks } from '../../../src/speech/dictation/spoken-marks.ts';

test.each([
  ['thank you comma Ada full stop', 'thank you, Ada.'],
  ['is that all question mark', 'is that all?'],
  ['hello exclamation point', 'hello!'],
  ['first line new line second line', 'first line\nsecond line'],
  ['one new paragraph two', 'one\n\ntwo'],
  ['a price of dollar sign 20 period', 'a price of $20.'],
  ['open bracket see below close bracket', '(see below)'],
  ['he said open quote yes close quote full stop', 'he said “yes”.'],
  ['re hyphen send it', 're-send it'],
  ['ada at sign example period com', 'ada@example. com'],
  ['fifteen percent sign off', 'fifteen% off'],
  ['Comma Question Mark', ',?'],
  ['put a comma there', 'put a comma there'],
  ['the question mark is missing', 'the question mark is missing'],
  ['the periodical came', 'the periodical came'],
  ['commas', 'commas'],
  ["the semicolon's use", "the semicolon's use"],
  ['', ''],
])('English: %s', (heard, written) => {
  expect(writeMarks(heard, 'en-GB')).toBe(written);
});

test.each([
  ['您好逗号请稍等句号', '您好，请稍等。'],
  ['还有别的问题吗问号', '还有别的问题吗？'],
  ['太好了感叹号', '太好了！'],
  ['苹果顿号梨', '苹果、梨'],
  ['第一行换行第二行', '第一行\n第二行'],
  ['左括号见下文右括号', '（见下文）'],
  ['您好， 逗号 请稍等', '您好，请稍等'],
  ['好的另起一段谢谢', '好的\n\n谢谢'],
  ['百分之十', '百分之十'],
])('Chinese: %s', (heard, written) => {
  expect(writeMarks(heard, 'zh-CN')).toBe(written);
});

test('every mark can be spoken, alone and between words', () => {
  for (const language of ['en', 'zh-CN'])
    for (const [spoken, written] of spokenMarks(language)) {
      expect(writeMarks(spoken, language), spoken).toBe(written);
      const between = writeMarks(
        language === 'en' ? `one ${spoken} two` : `一${spoken}二`,
        language,
      );
      expect(between, spoken).toContain(written);
      expect(between, spoken).not.toContain(spoken);
    }
});
