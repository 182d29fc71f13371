import { createId } from '../../src/shared/id.ts';
import type { RemoteDesk } from './live-desk-client.ts';
import { createLiveSession, type LiveSession } from './live-session.ts';

/** Shorter than in life, so that a test need not wait; in the same order. */
export const pollTimes = { connect: 3000, ask: 1000, giveUp: 2500, answer: 10_000 };
/** The same server's address for long polling. */
export const polled = (service: string) =>
  service.replace('ws:', 'http:').replace(/\/ws$/, '/bosh');

/** The network, what polls were sent over it, and a way to lose the answer to one. */
export const watchPolls = () => {
  const bodies: string[] = [];
  const answers: string[] = [];
  let loses: ((body: string) => boolean) | undefined;
  const ask = async (url: string, init: RequestInit) => {
    const answer = await fetch(url, init);
    const body = String(init.body ?? '');
    if (!body) return answer;
    bodies.push(body);
    answers.push(await answer.clone().text());
    if (!loses?.(body)) return answer;
    loses = undefined;
    throw new TypeError('Failed to fetch');
  };
  const lose = (fits: (body: string) => boolean) => {
    loses = fits;
  };
  return { ask, answers, bodies, lose };
};

/** Words that can be told apart, in order. */
export const numbers = (prefix: string) =>
  Array.from({ length: 20 }, (_, index) => `${prefix} ${index}`);

/** Sessions at a live desk, however they get there, and their customers; `end` lets go of all. */
export function createPolledSessions(desk: RemoteDesk) {
  const sessions: LiveSession[] = [];
  const customers: string[] = [];
  const open = async (options: Partial<Parameters<typeof createLiveSession>[0]> = {}) => {
    const agent = await desk.agent();
    const session = createLiveSession({ ...agent, times: pollTimes, ...options });
    sessions.push(session);
    let told = 0;
    session.connector.watchLink?.({
      asked: () => {},
      answered: () => {},
      polls: () => {
        told += 1;
      },
    });
    const result = await session.connector.connect();
    const states = () => session.events.of('connection.changed').map(({ state }) => state);
    const online = () => states().filter((state) => state === 'online').length;
    return { agent, session, result, told: () => told, states, online };
  };

  /** A customer who is served. */
  const serve = async ({ agent, session }: Awaited<ReturnType<typeof open>>) => {
    const customer = await desk.customer();
    customers.push(customer);
    const say = (text: string) => desk.order(customer, { do: 'send', to: agent.address, text });
    await say('first');
    const id = await session.serve(customer);
    const send = (text: string, messageId: string = createId()) =>
      session.connector.send({ id: messageId, conversationId: id, text, language: 'en' });
    const heard = async () =>
      (await desk.heard(customer)).filter(({ type }) => type === 'message').map(({ text }) => text);
    const received = () => session.events.of('message.received').map(({ message }) => message.text);
    return { heard, received, say, send };
  };

  return {
    customers,
    open,
    serve,
    sessions,
    end: async () => {
      for (const session of sessions.splice(0)) await session.connector.disconnect();
      for (const customer of customers.splice(0)) await desk.dismiss(customer);
    },
  };
}
