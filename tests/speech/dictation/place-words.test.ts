import { expect, test } from 'vitest';
import { placeWords } from '../../../src/speech/dictation/place-words.ts';

test.each([
  ['nothing there yet: a capital', 'hello there', '', '', 'Hello there'],
  ['after a word: a space', 'there', 'Hello', '', ' there'],
  ['after a space: none', 'there', 'Hello ', '', 'there'],
  ['after a sentence: a space and a capital', 'how are you?', 'Hello.', '', ' How are you?'],
  ['on a new line: a capital', 'second', 'First\n', '', 'Second'],
  ['a mark clings to the word before it', ', please', 'Wait', '', ', please'],
  ['in the middle: a space on either side', 'kind', 'Your', 'help', ' kind '],
  ['before a mark: none', 'you', 'Thank ', '.', 'you'],
  ['after a comma: a space, no capital', 'then', 'First,', '', ' then'],
  ['nothing said, nothing placed', '', 'Hello', 'there', ''],
])('English: %s', (_what, words, before, after, placed) => {
  expect(placeWords(words, before, after, 'en')).toBe(placed);
});

test.each([
  ['您好', '', '', '您好'],
  ['请稍等', '您好，', '', '请稍等'],
  ['帮您', '我来', '查一下', '帮您'],
])('Chinese needs neither spaces nor capitals: %s', (words, before, after, placed) => {
  expect(placeWords(words, before, after, 'zh-CN')).toBe(placed);
});
