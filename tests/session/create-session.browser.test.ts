import { createEffect, createRoot } from 'solid-js';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Announcement } from '../../src/domain/announcement.ts';
import type { DeskEvent } from '../../src/domain/desk-state.ts';
import type { OutboxEvent } from '../../src/domain/outbox-event.ts';
import { createSession, type Session } from '../../src/session/create-session.ts';
import { err } from '../../src/shared/result.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { aMessage, english } from '../support/samples.ts';
import { createScriptedConnector } from '../support/scripted-connector.ts';

/** A shift at a desk that the test plays; its way out only writes down what is asked of it. */
const setUp = () => {
  const clock = createFakeClock();
  const connector = createScriptedConnector(clock.now);
  const asked: string[] = [];
  const announced: Announcement[] = [];
  const events: DeskEvent['type'][] = [];
  let tell: (event: OutboxEvent) => void = () => undefined;
  let end = () => {};
  const isClear = { value: true };
  const note = (name: string) => (value: unknown) => void asked.push(`${name} ${value}`);
  const session: Session = createRoot((dispose) => {
    end = dispose;
    return createSession({
      connector,
      clock,
      t: english,
      availability: { status: 'available', capacity: 2 },
      announce: (announcement) => announced.push(announcement),
      createSender: (emit) => {
        tell = emit;
        return {
          send: async ({ id }, text) => note('send')(`${id} ${text}`),
          takeBack: async (id) => `words of ${id}`,
          clear: async () => isClear.value,
          retry: note('retry'),
          online: note('online'),
          opened: note('opened'),
          closed: note('closed'),
          stop: () => void asked.push('stop'),
        };
      },
      onEvent: ({ type }) => events.push(type),
    });
  });
  onTestFinished(end);
  return {
    clock,
    connector,
    session,
    asked,
    announced,
    events,
    end,
    isClear,
    tell: (event: OutboxEvent) => tell(event),
  };
};

describe('signing in', () => {
  test('gives the agent, and tells the desk how many customers may come', async () => {
    const { session, connector } = setUp();
    expect(session.agent()).toBeUndefined();
    const result = await session.connect();
    expect(result).toEqual({ ok: true, value: { id: 'agent', name: 'Ada' } });
    expect(session.agent()?.name).toBe('Ada');
    expect(connector.availability).toEqual({ status: 'available', capacity: 2 });
  });

  test('that fails gives the reason, and no agent', async () => {
    const { session, connector } = setUp();
    connector.connect = async () => err({ kind: 'wrong-password' });
    expect(await session.connect()).toEqual({ ok: false, error: { kind: 'wrong-password' } });
    expect(session.agent()).toBeUndefined();
    expect(connector.availability).toBeUndefined();
  });
});

describe('what the desk tells', () => {
  test('changes the state, is put into words, and is told to listeners', () => {
    const { session, connector, announced, events } = setUp();
    connector.offer('Lin');
    expect(session.desk().offers.map(({ customer }) => customer.name)).toEqual(['Lin']);
    expect(announced.at(-1)?.text).toContain('Lin');
    expect(events).toEqual(['offer.received']);
  });

  test('the way out hears of the link, and of conversations that open and close', async () => {
    const { session, connector, asked } = setUp();
    await session.connect();
    connector.emit({ type: 'connection.changed', state: 'reconnecting' });
    connector.open('Lin');
    await session.wrapUp('lin', { disposition: 'solved', tags: [], note: '' });
    expect(asked).toEqual(['online true', 'online false', 'opened lin', 'closed lin']);
  });

  test('conversations that open in one go are shown in one go, and are there at once', async () => {
    const { session, connector, events } = setUp();
    const shown: number[] = [];
    const stop = createRoot((dispose) => {
      createEffect(() => void shown.push(session.desk().conversations.length));
      return dispose;
    });
    onTestFinished(stop);
    for (const name of ['Lin', 'Bo', 'Cai']) connector.open(name);
    expect(session.desk().conversations).toHaveLength(3);
    expect(events).toHaveLength(3);
    expect(shown).toEqual([0]);
    await Promise.resolve();
    expect(shown).toEqual([0, 3]);
  });

  test('what happens to a conversation that has just opened is shown without waiting', () => {
    const { session, connector } = setUp();
    const shown: (number | undefined)[] = [];
    const stop = createRoot((dispose) => {
      createEffect(() => void shown.push(session.desk().conversations[0]?.messages.length));
      return dispose;
    });
    onTestFinished(stop);
    connector.open('Lin');
    connector.say('Lin', 'Hello?');
    expect(shown).toEqual([undefined, 1]);
  });

  test('the one that is selected is known as soon as it is', () => {
    const { session, connector } = setUp();
    connector.open('Lin');
    session.select('lin');
    expect(session.selected()?.customer.name).toBe('Lin');
  });

  test('remembers when a customer’s words last came, not the agent’s own', async () => {
    const { session, connector, clock } = setUp();
    connector.open('Lin');
    expect(session.lastArrival('lin')).toBeUndefined();
    connector.say('Lin', 'Hello?');
    const at = clock.now();
    await clock.advance(1000);
    connector.emit({
      type: 'message.received',
      message: aMessage({ id: 'own', conversationId: 'lin', author: 'agent' }),
    });
    expect(session.lastArrival('lin')).toBe(at);
  });

  test('what the way out tells stands in the conversation', () => {
    const { session, connector, tell } = setUp();
    connector.open('Lin');
    const message = aMessage({ id: 'x', conversationId: 'lin', author: 'agent', text: 'Hi' });
    tell({ type: 'message.queued', message: { ...message, delivery: 'waiting' } });
    tell({ type: 'message.sent', conversationId: 'lin', messageId: 'x' });
    const [conversation] = session.desk().conversations;
    expect(conversation?.messages.at(-1)).toMatchObject({ text: 'Hi', delivery: 'sent' });
  });
});

describe('offers', () => {
  test('taken: the conversation is there and the offer gone', async () => {
    const { session, connector } = setUp();
    connector.offer('Lin');
    expect(await session.accept('offer-lin')).toBe(true);
    expect(session.desk().conversations.map(({ id }) => id)).toEqual(['lin']);
    expect(session.desk().offers).toEqual([]);
  });

  test('gone meanwhile: it is taken off the desk although nothing more is told of it', async () => {
    const { session, connector } = setUp();
    connector.offer('Lin');
    connector.acceptOffer = async () => err({ kind: 'offer-gone' });
    expect(await session.accept('offer-lin')).toBe(false);
    expect(session.desk().offers).toEqual([]);
    expect(await session.accept('nobody')).toBe(false);
  });

  test('expired or declined: given back to the desk', () => {
    const { session, connector, events } = setUp();
    const declined: string[] = [];
    connector.declineOffer = async (id) => {
      declined.push(id);
      return { ok: true, value: undefined };
    };
    connector.offer('Lin');
    connector.offer('Bo');
    session.expire('offer-lin');
    expect(session.desk().offers.map(({ id }) => id)).toEqual(['offer-bo']);
    expect(events.at(-1)).toBe('offer.withdrawn');
    session.decline('offer-bo');
    expect(declined).toEqual(['offer-lin', 'offer-bo']);
  });
});

describe('the agent', () => {
  test('writes only where somebody can read it', async () => {
    const { session, connector, asked } = setUp();
    connector.open('Lin');
    await session.send('lin', 'Hello');
    await session.end('lin');
    expect(session.desk().conversations[0]?.state).toBe('wrap-up');
    expect(session.send('lin', 'Too late')).toBeUndefined();
    expect(session.send('nobody', 'Hello')).toBeUndefined();
    expect(asked.filter((one) => one.startsWith('send'))).toEqual(['send lin Hello']);
  });

  test('opens a conversation, which is then read', () => {
    const { session, connector } = setUp();
    connector.open('Lin');
    connector.open('Bo');
    connector.say('Bo', 'Hello?');
    expect(session.desk().conversations[1]?.unread).toBe(1);
    session.select('bo');
    expect(session.selected()?.customer.name).toBe('Bo');
    expect(session.selected()?.unread).toBe(0);
    session.select(undefined);
    expect(session.selected()).toBeUndefined();
  });

  test('tells the desk and the screen how available they are', () => {
    const { session, connector } = setUp();
    session.setAvailability({ status: 'away', capacity: 1 });
    expect(connector.availability).toEqual({ status: 'away', capacity: 1 });
    expect(session.desk().availability.status).toBe('away');
  });

  test('hears whether the desk did what was asked', async () => {
    const { session, connector } = setUp();
    connector.open('Lin');
    connector.loadEarlier = async () => err({ kind: 'timeout' });
    expect(await session.loadEarlier('lin')).toBe(false);
    connector.endConversation = async () => err({ kind: 'not-connected' });
    expect(await session.end('lin')).toBe('failed');
    expect(session.desk().conversations[0]?.state).toBe('open');
    connector.wrapUp = async () => err({ kind: 'not-connected' });
    const done = { disposition: 'solved', tags: [], note: '' } as const;
    expect(await session.wrapUp('lin', done)).toBe('failed');
  });

  test('ends nothing while a reply has not gone out', async () => {
    const { session, connector, isClear } = setUp();
    connector.open('Lin');
    isClear.value = false;
    const done = { disposition: 'solved', tags: [], note: '' } as const;
    expect(await session.end('lin')).toBe('unsent');
    expect(await session.wrapUp('lin', done)).toBe('unsent');
    expect(session.desk().conversations[0]?.state).toBe('open');
    isClear.value = true;
    expect(await session.end('lin')).toBe('done');
    expect(await session.wrapUp('lin', done)).toBe('done');
  });

  test('types, takes back and tries again through the ports they belong to', async () => {
    const { session, connector, asked } = setUp();
    session.setTyping('lin', true);
    expect(connector.typing).toEqual([true]);
    expect(await session.takeBack('lin')).toBe('words of lin');
    session.retry('m');
    expect(asked).toEqual(['retry m']);
  });
});

describe('the end of a shift', () => {
  test('signs out, stops the way out, and hears nothing any more', async () => {
    const { session, connector, asked, events } = setUp();
    let left = 0;
    connector.disconnect = async () => {
      left += 1;
    };
    await session.leave();
    expect(left).toBe(1);
    expect(asked).toEqual(['stop']);
    connector.offer('Lin');
    expect(events).toEqual([]);
  });

  test('comes with the end of what it was made in', () => {
    const { connector, asked, events, end } = setUp();
    end();
    expect(asked).toEqual(['stop']);
    connector.offer('Lin');
    expect(events).toEqual([]);
  });
});
