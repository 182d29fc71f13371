import { expect, test } from 'vitest';
import { describeBoxAddress } from '../../src/settings/describe-box-address.ts';

test.each([
  ['', 'https:', ['boxNone']],
  ['  ', 'https:', ['boxNone']],
  ['wss://box.lan:2700', 'https:', ['boxLive']],
  ['https://box.lan', 'https:', ['boxRecordings']],
  ['http://localhost:8000', 'https:', ['boxRecordings']],
  ['ws://10.0.0.2:2700', 'http:', ['boxLive', 'boxUnencrypted']],
  ['http://box.example.com', 'http:', ['boxRecordings', 'boxUnencrypted', 'boxFar']],
  ['https://box.example.com', 'https:', ['boxRecordings', 'boxFar']],
])('"%s" from a page by %s: %j', (typed, page, keys) => {
  const { isWrong, say } = describeBoxAddress(typed, page);
  expect(isWrong).toBe(false);
  expect(say).toEqual(keys.map((key) => `speechInput.${key}`));
});

test.each([
  ['ws://10.0.0.2:2700', 'https:', 'boxBlocked'],
  ['http://box.lan', 'https:', 'boxBlocked'],
  ['box.lan', 'https:', 'boxBadAddress'],
  ['ftp://box.lan', 'http:', 'boxBadAddress'],
  ['https://me:secret@box.lan', 'http:', 'boxBadAddress'],
])('"%s" from a page by %s is wrong: %s', (typed, page, key) => {
  expect(describeBoxAddress(typed, page)).toEqual({ isWrong: true, say: [`speechInput.${key}`] });
});
