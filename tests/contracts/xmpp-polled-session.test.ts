import { afterEach, describe, expect, inject, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { connectLiveDesk } from '../support/live-desk-client.ts';
import {
  createPolledSessions,
  numbers,
  polled,
  pollTimes,
  watchPolls,
} from '../support/polled-sessions.ts';

const desk = connectLiveDesk(inject('liveDesk'));
const { customers, end, open, serve } = createPolledSessions(desk);

afterEach(end);

describe('a session over long polling', () => {
  test('that is taken over elsewhere stays away', async () => {
    const { service } = await desk.agent();
    const id = '0123456789abcdef0123456789abcdef';
    let serial = 0;
    const createNext = () => {
      serial += 1;
      return serial === 1 ? id : `${id}${serial}`;
    };
    const { agent, session } = await open({ service: polled(service), createId: createNext });
    const program = `${agent.address}/harebell-${id.slice(0, 12)}`;
    customers.push(program);
    await desk.program(program);
    const event = await session.events.next('connection.changed', ({ error }) => !!error);
    expect(event).toMatchObject({ state: 'offline', error: { kind: 'replaced' } });
  });

  test('of an account at another host is none', async () => {
    const { service } = await desk.agent();
    const address = 'agent@elsewhere.example';
    const { result } = await open({ service: polled(service), address });
    // ejabberd says only that something is wrong in it, which trying again may mend.
    expect(result).toMatchObject({ ok: false, error: { kind: 'refused' } });
  });

  test('loses nothing and repeats nothing when an answer is lost, and is not even interrupted', async () => {
    const polls = watchPolls();
    const { service } = await desk.agent();
    const at = await open({ service: polled(service), fetch: polls.ask });
    const { heard, send } = await serve(at);
    polls.lose((body) => body.includes('once only'));
    expect((await send('once only')).ok).toBe(true);
    expect((await send('afterwards')).ok).toBe(true);
    await eventually(async () => ((await heard()).includes('afterwards') ? true : undefined));
    expect(await heard()).toEqual(['once only', 'afterwards']);
    // The server was asked twice under one number.
    expect(polls.bodies.filter((body) => body.includes('once only'))).toHaveLength(2);
    expect(at.states()).toEqual(['connecting', 'online']);
  });

  test('that the server no longer knows is begun anew, with all that came meanwhile', async () => {
    const polls = watchPolls();
    const { service } = await desk.agent();
    const at = await open({ service: polled(service), fetch: polls.ask });
    const { heard, received, say, send } = await serve(at);
    const sid = /sid="([^"]+)"/.exec(polls.bodies.at(-1) ?? '')?.[1];
    const rid = Number(/rid="(\d+)"/.exec(polls.bodies.at(-1) ?? '')?.[1]);
    // As if it had been given up for its silence: every further question is one of nobody.
    await fetch(polled(service), {
      method: 'POST',
      body: `<body xmlns="http://jabber.org/protocol/httpbind" sid="${sid}" rid="${rid + 2}" type="terminate"/>`,
    });
    for (const text of numbers('customer')) await say(text);
    await eventually(() => (at.online() === 2 ? true : undefined), 25_000);
    expect((await send('after it')).ok).toBe(true);
    await eventually(() => (received().length >= 20 ? true : undefined));
    expect(received()).toEqual(numbers('customer'));
    await eventually(async () => ((await heard()).length ? true : undefined));
    expect(await heard()).toEqual(['after it']);
  });

  test.for([
    ['at once', undefined],
    ['although the network lets what is said last overtake what was said before', /<a /],
  ] as const)(
    'is ended by signing out %s: the server takes it, and no question follows',
    async ([, late]) => {
      const polls = watchPolls();
      const { service } = await desk.agent();
      const hasBeenLate: string[] = [];
      const ask = async (url: string, init: RequestInit) => {
        const body = String(init.body);
        if (late?.test(body) && !hasBeenLate.length) {
          hasBeenLate.push(body);
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        return polls.ask(url, init);
      };
      const { session } = await open({ service: polled(service), fetch: ask });
      if (late) await eventually(() => hasBeenLate[0]);
      await session.connector.disconnect();
      await eventually(() => polls.answers.find((answer) => /type='terminate'\/>$/.test(answer)));
      const { length } = polls.bodies;
      expect(polls.bodies.filter((body) => body.includes('type="terminate"'))).toHaveLength(1);
      expect(hasBeenLate.join()).not.toContain('terminate');
      await new Promise((resolve) => setTimeout(resolve, pollTimes.giveUp));
      expect(polls.bodies).toHaveLength(length);
    },
  );
});
