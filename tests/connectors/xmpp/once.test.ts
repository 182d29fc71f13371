import { expect, test } from 'vitest';
import { copyKey, once } from '../../../src/connectors/xmpp/once.ts';
import { wire } from './wire-message.ts';

test('the first of the copies stays, whatever the archive calls each', () => {
  const copies = [
    wire('Hello', { archiveId: '1' }),
    wire('Hello', { archiveId: '2' }),
    wire('Bye', { archiveId: '3' }),
  ];
  expect(once(copies, copyKey)).toEqual([copies[0], copies[2]]);
});

test('other words, or the other side, are another message under the same id', () => {
  const messages = [
    wire('Hello', { id: '1' }),
    wire('Good day', { id: '1' }),
    wire('Hello', { id: '1', direction: 'out' }),
  ];
  expect(once(messages, copyKey)).toEqual(messages);
});

test('without an id of its sender it is known by that of the archive', () => {
  const messages = [
    wire('Hello', { id: '', archiveId: '1' }),
    wire('Hello', { id: '', archiveId: '2' }),
  ];
  expect(once(messages, copyKey)).toEqual(messages);
});
