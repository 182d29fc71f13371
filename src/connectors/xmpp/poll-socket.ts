import type { Clock } from '../../shared/clock.ts';
import { ns } from './namespaces.ts';
import type { SocketLike } from './open-early.ts';
import { readFrame } from './read-frame.ts';
import { xml } from './xml.ts';

/** What it takes to poll a server. */
export interface PollParts {
  /** `https://…`, where the server takes XEP-0124. */
  readonly address: URL;
  /** The part behind the `@` of the account. */
  readonly host: string;
  readonly clock: Clock;
  readonly random: () => number;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
}

/** Seconds that the server keeps a question for which it has no answer: a dead link is missed sooner than in half a minute. */
export const pollWait = 20;
/** Questions at the same time (XEP-0124 `hold` and one more). */
const mostOpen = 2;
/** Milliseconds before each further try of a request that broke; behind the last the link is given up. */
const pauses = [300, 1000, 2000];
/** Milliseconds in which the server has to take a sign-out. */
const farewell = 5000;
/**
 * Milliseconds, and shortest round trips, after which a question that nobody answers has surely arrived.
 * ejabberd (23.01) lays a question that overtook it aside, and takes it only 20 s later.
 */
const arrival = { least: 100, trips: 2 };
/** What is answered at once, whatever overtakes it. */
const asks = /<(iq|r|enable|resume|auth|response) /;
/** What a proxy or a server says in passing. */
const passing = [408, 429, 500, 502, 503, 504];

const opening = `<open xmlns="${ns.framing}" version="1.0"/>`;

/** One question, under its number until it is answered; answers are taken in the order of the questions. */
interface Poll {
  readonly body: string;
  tries: number;
  answer?: string;
}

const isEmpty = (body: Element): boolean => !body.firstElementChild;

/** What refuses a session from the first, as a stream says it (RFC 6120 4.9.3). */
const streamError = (condition: string): string =>
  `<error xmlns="${ns.streams}"><${condition} xmlns="${ns.streamErrors}"/></error>`;

/**
 * Long polling (XEP-0124, XEP-0206) that looks like a WebSocket of RFC 7395: what is sent begins with
 * `<open/>`, another one begins the stream anew, `<close/>` signs out; what comes are whole elements. An
 * answer without any comes as an empty frame, which is a sign of life. `close` only lets go: the server
 * keeps the session for a while.
 */
export function createPollSocket(parts: PollParts): SocketLike {
  const { clock, host } = parts;
  const stop = new AbortController();
  const open: Poll[] = [];
  let queue: string[] = [];
  let rid = Math.floor(parts.random() * 2 ** 31);
  let sid: string | undefined;
  /** Streams that were begun: the second one is signed in. */
  let streams = 0;
  /** Whether the server has the next word, although it has just answered. */
  let mustAsk = false;
  let isWanted = false;
  /** Milliseconds of the shortest answer. */
  let shortest = Number.POSITIVE_INFINITY;
  /** The last question may still be overtaken. */
  let isOnItsWay = false;
  let cancelArrival = () => {};
  let isEnding = false;
  let isOver = false;
  let cancel = () => {};

  const tell = (data: string) => socket.onmessage?.({ data } as MessageEvent);

  const fail = () => {
    if (isOver) return;
    isOver = true;
    cancel();
    cancelArrival();
    stop.abort();
    socket.onclose?.({ code: 1006 } as CloseEvent);
  };

  const write = (content: string, more = ''): string => {
    rid += 1;
    const session = sid === undefined ? '' : xml` sid="${sid}"`.xml;
    return `<body xmlns="${ns.httpBind}" rid="${rid}"${session}${more}>${content}</body>`;
  };

  const begin = () =>
    write(
      '',
      xml` to="${host}" ver="1.6" wait="${pollWait}" hold="1" xml:lang="en" xmpp:version="1.0" xmlns:xmpp="${ns.xbosh}"`
        .xml,
    );
  const restart = () =>
    write('', xml` to="${host}" xmpp:restart="true" xmlns:xmpp="${ns.xbosh}"`.xml);

  const take = (text: string) => {
    const body = readFrame(text);
    if (body?.localName !== 'body' || body.namespaceURI !== ns.httpBind) {
      // What comes first tells that this is no such server; later it is a network's own page.
      if (sid === undefined) tell('');
      fail();
      return;
    }
    if (sid === undefined) {
      sid = body.getAttribute('sid') ?? undefined;
      if (sid !== undefined) tell(opening);
    }
    mustAsk = streams > 1 || isEmpty(body);
    // The server lets go of a question without a word when the next one has come.
    if (isEmpty(body)) isOnItsWay = false;
    const writer = new XMLSerializer();
    for (const child of body.children) tell(writer.serializeToString(child));
    if (body.getAttribute('type') === 'terminate' || sid === undefined) {
      const condition = body.getAttribute('condition') ?? '';
      if (sid === undefined && /^[a-z-]+$/.test(condition)) tell(streamError(condition));
      fail();
    } else if (isEmpty(body) && streams > 1) tell('');
  };

  const takeAnswers = () => {
    while (!isOver && open[0]?.answer !== undefined) take(open.shift()?.answer ?? '');
    plan();
  };

  const tryAgain = (poll: Poll) => {
    const pause = sid === undefined || isEnding ? undefined : pauses[poll.tries];
    poll.tries += 1;
    if (pause === undefined) fail();
    else clock.after(pause, () => void ask(poll));
  };

  /** The same number each time: the server answers once more what it has answered (XEP-0124 14.2). */
  const ask = async (poll: Poll): Promise<void> => {
    if (isOver) return;
    const askedAt = clock.now();
    try {
      const answer = await parts.fetch(parts.address.href, {
        // A type of its own would cost a question before each.
        ...{ method: 'POST', body: poll.body, signal: stop.signal, keepalive: isEnding },
        ...{ credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' },
      });
      const text = await answer.text();
      if (isOver) return;
      shortest = Math.min(shortest, Math.max(0, clock.now() - askedAt));
      if (passing.includes(answer.status)) return tryAgain(poll);
      poll.answer = answer.ok ? text : '';
    } catch {
      if (!isOver) tryAgain(poll);
      return;
    }
    takeAnswers();
  };

  const put = (body: string, isAnswered = asks.test(body)) => {
    const poll: Poll = { body, tries: 0 };
    open.push(poll);
    cancel();
    cancelArrival();
    isOnItsWay = !isAnswered;
    if (isOnItsWay) {
      cancelArrival = clock.after(Math.max(arrival.least, arrival.trips * shortest), () => {
        isOnItsWay = false;
        plan();
      });
    }
    void ask(poll);
  };

  const canAsk = () => {
    const mayOvertake = open.length > 0 && isOnItsWay;
    return open.length < mostOpen && !mayOvertake && (sid !== undefined || !streams);
  };

  const flush = () => {
    isWanted = false;
    while (!isOver && queue.length && canAsk()) {
      const [first] = queue;
      if (first === opening) {
        queue = queue.slice(1);
        streams += 1;
        put(streams === 1 ? begin() : restart(), true);
        continue;
      }
      const end = queue.indexOf(opening);
      const content = queue.slice(0, end < 0 ? undefined : end);
      queue = end < 0 ? [] : queue.slice(end);
      put(write(content.join(''), isEnding && !queue.length ? ' type="terminate"' : ''));
    }
  };

  /** What is said in one go goes out in one go; and the server always has a question to answer. */
  const plan = () => {
    if (isOver) return;
    if (queue.length && !isWanted) {
      isWanted = true;
      queueMicrotask(flush);
    }
    if (queue.length || open.length || !mustAsk || isEnding) return;
    cancel();
    // What the answer brought about goes out with it.
    cancel = clock.after(0, () => {
      if (!isOver && !queue.length && !open.length) put(write(''));
    });
  };

  const send = (text: string) => {
    if (isOver || isEnding) return;
    const isEnd = text.startsWith('<close ');
    isEnding = isEnd;
    queue.push(text.startsWith('<open ') ? opening : isEnd ? '' : text);
    plan();
  };

  const close = () => {
    if (!isEnding) {
      isOver = true;
      cancel();
      stop.abort();
      return;
    }
    clock.after(farewell, () => {
      isOver = true;
      stop.abort();
    });
  };

  const socket: SocketLike = {
    ...{ onopen: null, onerror: null, onclose: null, onmessage: null },
    get readyState() {
      return isOver || isEnding ? WebSocket.CLOSED : WebSocket.OPEN;
    },
    ...{ send, close },
  };
  queueMicrotask(() => socket.onopen?.());
  return socket;
}
