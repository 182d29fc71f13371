import { createClientState } from '../../../src/connectors/xmpp/create-client-state.ts';
import { createGathered } from '../../../src/connectors/xmpp/create-gathered.ts';
import { createLink } from '../../../src/connectors/xmpp/create-link.ts';
import type { LinkState } from '../../../src/connectors/xmpp/link.ts';
import type { OpenFailure, OpenStream } from '../../../src/connectors/xmpp/open-stream.ts';
import { readFrame } from '../../../src/connectors/xmpp/read-frame.ts';
import { xml } from '../../../src/connectors/xmpp/xml.ts';
import type { ConnectorError } from '../../../src/domain/connector-error.ts';
import { err, ok, type Result } from '../../../src/shared/result.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

/** The namespace of stream management, as an attribute. */
export const sm = 'xmlns="urn:xmpp:sm:3"';

/** Milliseconds for which answers are gathered. */
export const gatherFor = 1000;

/** One socket of the server's side: what it was sent, and what it says. */
interface Peer {
  readonly sent: string[];
  say(xml: string): void;
  die(error?: ConnectorError): void;
  dropped: boolean;
  closed: boolean;
}

/** A server in the test's hands: `canResume` decides what the next socket does. */
export const setUpLink = (canManage = true) => {
  const clock = createFakeClock();
  const peers: Peer[] = [];
  const states: [LinkState, string?][] = [];
  const stanzas: string[] = [];
  const taken: string[] = [];
  const lost: string[] = [];
  let sessions = 0;
  let resumed = 0;
  let serial = 0;
  let canResume: boolean | undefined = true;
  let onEnable: readonly string[] = [`<enabled ${sm} id="s1" resume="true"/>`];
  let early: string | undefined;
  let inline: string | undefined;
  const asked: string[] = [];
  let isSilent = false;
  let refuse: OpenFailure | undefined;
  const clientState = createClientState(clock);
  const gathered = createGathered(clock, () => gatherFor);
  const link = createLink({
    ...{ clock, clientState, gathered },
    random: () => 1,
    createId: () => {
      serial += 1;
      return `q${serial}`;
    },
    times: { connect: 5000, ask: 4000, giveUp: 8000, answer: 20_000 },
    explain: async () => ({ kind: 'certificate' }),
    open: async ({ onEnd, onHeard, resume }): Promise<Result<OpenStream, OpenFailure>> => {
      if (refuse) return err(refuse);
      let listener: (element: Element) => void = () => {};
      const peer: Peer = {
        sent: [],
        say: (text) => {
          const element = readFrame(text);
          if (!element) throw new Error(text);
          onHeard();
          listener(element);
        },
        die: (error) => onEnd(error),
        dropped: false,
        closed: false,
      };
      peers.push(peer);
      let isResuming = inline !== undefined && resume !== undefined;
      const resumed = isResuming ? readFrame(inline ?? '') : undefined;
      if (isResuming) asked.push(resume ?? '');
      return ok({
        canManage,
        resumed,
        hasClientState: true,
        bind: async () => ok('agent@desk.example/desk'),
        listen: (next) => {
          listener = next;
        },
        send: (text) => {
          peer.sent.push(text);
          const answer = (xml: string) => queueMicrotask(() => peer.say(xml));
          if (text.startsWith('<enable')) for (const each of onEnable) answer(each);
          if (text.startsWith('<r ') && isResuming && !isSilent) answer(`<a ${sm} h="1"/>`);
          isResuming = text.startsWith('<resume') || (isResuming && !text.startsWith('<r '));
          if (text.startsWith('<resume') && canResume !== undefined) {
            answer(canResume ? `<resumed ${sm} h="1" previd="s1"/>` : `<failed ${sm} h="1"/>`);
          }
        },
        close: () => {
          peer.closed = true;
        },
        drop: () => {
          peer.dropped = true;
        },
      });
    },
    events: {
      onStanza: (element) => stanzas.push(element.localName),
      onTaken: (id) => taken.push(id),
      onLost: (id) => lost.push(id),
      onSession: async () => {
        sessions += 1;
        if (early !== undefined) link.send(message(early), early);
      },
      onResumed: async () => {
        resumed += 1;
      },
      onState: (state, error) => states.push(error ? [state, error.kind] : [state]),
    },
  });
  const peer = () => {
    const last = peers.at(-1);
    if (!last) throw new Error('No socket yet.');
    return last;
  };
  return {
    clientState,
    clock,
    gathered,
    link,
    /** What was asked while signing in. */
    asked,
    lost,
    peer,
    peers,
    stanzas,
    states,
    taken,
    counts: () => ({ sessions, resumed }),
    refuse: (failure: OpenFailure | undefined) => {
      refuse = failure;
    },
    silence: () => {
      isSilent = true;
    },
    /** What the server says to `<enable/>`, and what is sent before it does. */
    begin: (answers: readonly string[], id: string) => {
      onEnable = answers;
      early = id;
    },
    /** From now on a session is taken up while signing in; the server's answer. */
    resumeInline: (answer: string) => {
      inline = answer;
    },
    forbidResume: () => {
      canResume = false;
    },
    /** From now on nothing is said to it. */
    ignoreResume: () => {
      canResume = undefined;
    },
  };
};

/** A message that there is nothing in but its id. */
export const message = (id: string) => xml`<message xmlns="jabber:client" id="${id}"/>`;
