import { expect, test } from 'vitest';
import {
  inArchiveOrder,
  type Placed,
  placeIn,
} from '../../../src/connectors/xmpp/in-archive-order.ts';
import { wire } from './wire-message.ts';

const at = (second: number) => `17000000000000${String(second).padStart(2, '0')}`;

test('what is told in order stands at the end, what is late before the next one, and behind all earlier', () => {
  const order: Placed[] = [];
  expect(placeIn(order, at(1), 'one')).toBeUndefined();
  expect(placeIn(order, at(4), 'four')).toBeUndefined();
  expect(placeIn(order, at(2), 'two')).toEqual({ before: 'four', behind: ['one'] });
  expect(placeIn(order, at(3), 'three')).toEqual({ before: 'four', behind: ['one', 'two'] });
  expect(placeIn(order, at(5), 'five')).toBeUndefined();
  expect(placeIn(order, at(2), 'two')).toBeUndefined();
  expect(placeIn(order, at(0), 'none')).toEqual({ before: 'one', behind: [] });
  expect(order.map(({ id }) => id)).toEqual(['none', 'one', 'two', 'three', 'four', 'five']);
});

test.each(['b', '17', undefined])('an id that is no time (%s) places nothing', (archiveId) => {
  const order: Placed[] = [{ id: 'x', archiveId: at(9) }];
  expect(placeIn(order, archiveId, 'y')).toBeUndefined();
  expect(order).toHaveLength(1);
});

test('messages are sorted by times, and left as they came by anything else', () => {
  const come = (...ids: readonly string[]) =>
    ids.map((archiveId) => wire(archiveId, { archiveId }));
  expect(inArchiveOrder(come(at(2), at(1))).map(({ text }) => text)).toEqual([at(1), at(2)]);
  expect(inArchiveOrder(come('b', 'a')).map(({ text }) => text)).toEqual(['b', 'a']);
});
