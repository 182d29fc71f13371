import { describe, expect, test } from 'vitest';
import { createStreamManagement } from '../../../src/connectors/xmpp/stream-management.ts';

const texts = (list: readonly { readonly text: string }[]) => list.map((each) => each.text);

describe('counting stanzas', () => {
  test('what came is counted from nothing', () => {
    const management = createStreamManagement();
    expect(management.handled).toBe(0);
    management.received();
    management.received();
    expect(management.handled).toBe(2);
  });

  test('what was sent is kept until the server has it, in order', () => {
    const management = createStreamManagement();
    for (const text of ['a', 'b', 'c']) management.sent({ text });
    expect(texts(management.acknowledged(2))).toEqual(['a', 'b']);
    expect(texts(management.unacknowledged)).toEqual(['c']);
    expect(management.acknowledged(2)).toEqual([]);
    expect(texts(management.acknowledged(3))).toEqual(['c']);
    expect(management.unacknowledged).toEqual([]);
  });

  test('messages that are taken back do not count any more, and are told once', () => {
    const management = createStreamManagement();
    management.sent({ text: 'a' });
    management.sent({ text: 'b', messageId: 'b' });
    management.sent({ text: 'c' });
    management.acknowledged(1);
    management.withdraw();
    management.withdraw();
    expect(texts(management.unacknowledged)).toEqual(['c']);
    expect(management.takeLost()).toEqual(['b']);
    expect(management.takeLost()).toEqual([]);
    expect(texts(management.acknowledged(2))).toEqual(['c']);
  });

  test.each([Number.NaN, -1, 1.5, 4, 2 ** 31])('an h of %s is the server’s mistake', (h) => {
    const management = createStreamManagement();
    for (const text of ['a', 'b', 'c']) management.sent({ text });
    expect(management.acknowledged(h)).toEqual([]);
    expect(management.unacknowledged).toHaveLength(3);
    expect(texts(management.acknowledged(1))).toEqual(['a']);
  });
});
