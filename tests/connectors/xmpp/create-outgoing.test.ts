import { describe, expect, test } from 'vitest';
import { createOutgoing } from '../../../src/connectors/xmpp/create-outgoing.ts';
import { createSeen } from '../../../src/connectors/xmpp/create-seen.ts';
import type { Link } from '../../../src/connectors/xmpp/link.ts';
import type { ConnectorEvent } from '../../../src/domain/connector-event.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

const ann = 'ann@example.org';
const message = { id: 'm1', conversationId: ann, text: 'Hello', language: 'en' };

const setUp = () => {
  const sent: string[] = [];
  const events: ConnectorEvent[] = [];
  const clock = createFakeClock();
  let state: Link['state'] = 'up';
  const link: Link = {
    start: async () => ({ ok: true, value: undefined }),
    stop: () => {},
    request: async () => ({ ok: false, error: { kind: 'timeout' } }),
    send: (_, id) => {
      sent.push(id ?? '');
      return true;
    },
    get state() {
      return state;
    },
  };
  const seen = createSeen();
  const outgoing = createOutgoing({
    link,
    seen,
    emit: (event) => events.push(event),
    clock,
  });
  const setState = (next: Link['state']) => {
    state = next;
  };
  return { clock, events, outgoing, seen, sent, setState };
};

const settled = async (promise: Promise<unknown>): Promise<unknown> =>
  Promise.race([promise, new Promise((resolve) => setTimeout(resolve, 5, 'pending'))]);

describe('sending', () => {
  test('is done when the server has it, not before', async () => {
    const { outgoing, sent } = setUp();
    const result = outgoing.send(message);
    expect(await settled(result)).toBe('pending');
    outgoing.taken('m1');
    expect(await result).toEqual({ ok: true, value: undefined });
    expect(sent).toEqual(['m1']);
  });

  test('hands nothing over while there is no connection', async () => {
    const { outgoing, sent, setState } = setUp();
    for (const state of ['trying', 'down'] as const) {
      setState(state);
      expect(await outgoing.send(message)).toEqual({ ok: false, error: { kind: 'not-connected' } });
    }
    expect(sent).toEqual([]);
  });

  test('the same id twice is handed over once', async () => {
    const { outgoing, sent } = setUp();
    const both = [outgoing.send(message), outgoing.send(message)];
    outgoing.taken('m1');
    expect(await Promise.all(both)).toHaveLength(2);
    expect(sent).toEqual(['m1']);
  });

  test('what the server does not have may be tried again; the rest is still on its way', async () => {
    const { outgoing } = setUp();
    const result = outgoing.send(message);
    void outgoing.send({ ...message, id: 'm2' });
    outgoing.lost('m1');
    expect(await result).toEqual({ ok: false, error: { kind: 'not-connected' } });
    expect([outgoing.has(ann, 'm1'), outgoing.has(ann, 'm2')]).toEqual([false, true]);
    expect(outgoing.has('bob@example.org', 'm2')).toBe(false);
  });

  test('what is tried again goes under the same id', async () => {
    const { outgoing, sent } = setUp();
    void outgoing.send(message);
    outgoing.lost('m1');
    const again = outgoing.send(message);
    outgoing.taken('m1');
    expect(await again).toEqual({ ok: true, value: undefined });
    expect(sent).toEqual(['m1', 'm1']);
  });

  test('when a session begins anew, what was open before it may be tried again once the archive is read', async () => {
    const { outgoing } = setUp();
    const result = outgoing.send(message);
    outgoing.beginAnew();
    void outgoing.send({ ...message, id: 'm2' });
    expect(outgoing.has(ann, 'm1')).toBe(true);
    outgoing.giveBack();
    expect(await result).toEqual({ ok: false, error: { kind: 'not-connected' } });
    outgoing.giveBack();
    expect(outgoing.has(ann, 'm2')).toBe(true);
  });

  test('when the desk is left, what is open may have come or not', async () => {
    const { outgoing } = setUp();
    const result = outgoing.send(message);
    outgoing.giveUp();
    expect(await result).toEqual({ ok: false, error: { kind: 'timeout' } });
  });
});

describe('what comes back', () => {
  test('a receipt before the acknowledgement is one too; "sent" still comes first', async () => {
    const { clock, events, outgoing } = setUp();
    const result = outgoing.send(message);
    outgoing.delivered(ann, 'm1');
    expect(events).toEqual([]);
    expect((await result).ok).toBe(true);
    await clock.advance(0);
    expect(events).toEqual([{ type: 'message.delivered', conversationId: ann, messageId: 'm1' }]);
  });

  test('receipts and errors count only from whom the message went to', () => {
    const { events, outgoing } = setUp();
    void outgoing.send(message);
    outgoing.taken('m1');
    outgoing.delivered('mallory@evil.example', 'm1');
    outgoing.refused('mallory@evil.example', 'm1', 'gone');
    outgoing.delivered(ann, 'm2');
    expect(events).toEqual([]);
    outgoing.delivered(ann, 'm1');
    expect(events).toHaveLength(1);
  });

  test('a receipt that comes before its message was told counts when all is told, once', () => {
    const { events, outgoing, seen, setState } = setUp();
    setState('trying');
    outgoing.delivered(ann, 'm1');
    outgoing.delivered(ann, 'of nobody');
    expect(events).toEqual([]);
    seen.noteOwn(ann, 'm1');
    setState('up');
    outgoing.cameUp();
    expect(events).toEqual([{ type: 'message.delivered', conversationId: ann, messageId: 'm1' }]);
    seen.noteOwn(ann, 'of nobody');
    outgoing.cameUp();
    expect(events).toHaveLength(1);
  });

  test.each([
    ['service-unavailable', 'refused'],
    ['policy-violation', 'too-long'],
  ])('%s is %s', (condition, failure) => {
    const { events, outgoing } = setUp();
    void outgoing.send(message);
    outgoing.taken('m1');
    outgoing.refused(ann, 'm1', condition);
    expect(events).toEqual([
      { type: 'message.failed', conversationId: ann, messageId: 'm1', failure },
    ]);
  });
});
