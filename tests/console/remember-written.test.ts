import { expect, test } from 'vitest';
import { rememberWritten } from '../../src/console/remember-written.ts';

const field = (isThere = true) => {
  const done: string[] = [];
  return {
    done,
    language: 'en',
    around: () => ({ before: '', after: '' }),
    insert: (text: string) => void done.push(text),
    exchange: (old: string, text: string) => {
      if (isThere) done.push(`${old}>${text}`);
      return isThere;
    },
  };
};

test('what was dictated is told once, and written all the same', () => {
  const written = rememberWritten();
  const target = field();
  written.into(target).insert('The parcel');
  written.into(target).insert(' is late.');
  expect(target.done).toEqual(['The parcel', ' is late.']);
  expect(written.take()).toBe('The parcel is late.');
  expect(written.take()).toBe('');
});

test('what was taken back or put right is told as it now is', () => {
  const written = rememberWritten();
  const place = written.into(field());
  place.insert('The parcel');
  place.insert(' is lame.');
  expect(place.exchange(' is lame.', ' is late.')).toBe(true);
  expect(written.take()).toBe('The parcel is late.');
  place.insert('Hello.');
  place.exchange('Hello.', '');
  expect(written.take()).toBe('');
});

test('what could not be taken back is still told', () => {
  const written = rememberWritten();
  const place = written.into(field(false));
  place.insert('Hello.');
  expect(place.exchange('Hello.', '')).toBe(false);
  expect(written.take()).toBe('Hello.');
});
