import { expect } from 'vitest';
import { createPollSocket } from '../../src/connectors/xmpp/poll-socket.ts';
import { createFakeClock } from './fake-clock.ts';

/** One question that the server has not answered yet. */
interface Question {
  readonly body: Element;
  readonly text: string;
  readonly init: RequestInit;
  answer(content: string, more?: string): Promise<void>;
  say(text: string, status?: number): Promise<void>;
  breakOff(): Promise<void>;
}

export const bind = 'xmlns="http://jabber.org/protocol/httpbind"';
export const framing = 'xmlns="urn:ietf:params:xml:ns:xmpp-framing"';
export const openTag = `<open ${framing} to="desk.example" version="1.0"/>`;
export const features =
  '<stream:features xmlns:stream="http://etherx.jabber.org/streams"><x xmlns="y"/></stream:features>';
export const message = (id: string) => `<message xmlns="jabber:client" id="${id}"/>`;
/** Longer than any pause between tries. */
export const pauses = 60_000;

/** Long enough for a microtask and what it brings about. */
export const settle = () => new Promise<void>((resolve) => setTimeout(resolve));

/** A socket that polls a server in the test's hands. */
export const poll = () => {
  const clock = createFakeClock();
  const asked: Question[] = [];
  const frames: string[] = [];
  let closes = 0;
  const fetch = (url: string, init: RequestInit) =>
    new Promise<Response>((resolve, reject) => {
      expect(url).toBe('https://desk.example/bosh');
      const text = String(init.body);
      init.signal?.addEventListener('abort', () => reject(new Error('aborted')));
      const say = (words: string, status = 200) => {
        // A real one takes as long as it likes over its text.
        resolve({ status, ok: status === 200, text: async () => words } as Response);
        return settle();
      };
      asked.push({
        ...{ text, init, say },
        body: new DOMParser().parseFromString(text, 'text/xml').documentElement,
        answer: (content, more = '') => say(`<body ${bind} ${more}>${content}</body>`),
        breakOff: () => {
          reject(new TypeError('Failed to fetch'));
          return settle();
        },
      });
    });
  const address = new URL('https://desk.example/bosh');
  const socket = createPollSocket({
    address,
    host: 'desk.example',
    clock,
    random: () => 0.5,
    fetch,
  });
  socket.onmessage = ({ data }) => frames.push(data);
  socket.onclose = () => {
    closes += 1;
  };
  const question = (index = asked.length - 1) => {
    const found = asked[index];
    if (!found) throw new Error(`No question ${index}.`);
    return found;
  };
  const names = (index?: number) => [...question(index).body.children].map((each) => each.id);
  const rid = (index?: number) => Number(question(index).body.getAttribute('rid'));
  const say = async (...texts: string[]) => {
    for (const text of texts) socket.send(text);
    await settle();
  };
  return { asked, clock, closes: () => closes, frames, names, question, rid, say, socket };
};

/** Signed in, with a question that the server keeps. */
export const signedIn = async () => {
  const at = poll();
  await at.say(openTag);
  await at.question().answer(features, 'sid="s1" wait="20"');
  await at.say(openTag);
  await at.question().answer(features);
  await at.clock.advance(0);
  at.frames.length = 0;
  return { ...at, first: at.asked.length - 1 };
};

/** The same, a while later. */
export const signedInForLong = async () => {
  const at = await signedIn();
  await at.clock.advance(pauses);
  return at;
};
