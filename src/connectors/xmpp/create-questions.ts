import type { Clock } from '../../shared/clock.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { ns } from './namespaces.ts';
import { type Xml, xml } from './xml.ts';

/** A question that was not answered as hoped. */
export type RequestError =
  | { readonly kind: 'not-connected' }
  | { readonly kind: 'timeout' }
  | {
      readonly kind: 'refused';
      readonly reason: string;
      /** What the protocol that was spoken adds to it, such as `file-too-large`. */
      readonly detail?: string;
    };

/** `iq` stanzas: ours with their answers, and those of others. */
export interface Questions {
  /** A question as it goes out, whose answer nobody waits for. */
  write(type: 'get' | 'set', body: Xml): { readonly id: string; readonly text: string };
  /** A question, and its answer in time; to our own account, unless told. */
  ask(
    type: 'get' | 'set',
    body: Xml,
    to?: string,
  ): { readonly text: string; readonly answer: Promise<Result<Element, RequestError>> };
  /** Something came: who is still talking will come to the answer. Waits up to six times as long. */
  heard(): void;
  /** Takes an `iq` that came; gives what has to be sent back. */
  take(iq: Element): string | undefined;
  /** Whether an answer is waited for. */
  readonly isOpen: boolean;
  /** The session is gone, and with it what was asked. */
  fail(): void;
}

/** So many times `patience` is waited while other things keep coming. */
const longest = 6;

/** @param patience milliseconds to wait for an answer */
export function createQuestions(clock: Clock, createId: () => string, patience: number): Questions {
  interface Question {
    readonly settle: (answer: Result<Element, RequestError>) => void;
    readonly wait: () => void;
  }
  const open = new Map<string, Question>();

  const write = (type: 'get' | 'set', body: Xml, to?: string) => {
    const id = createId();
    const whom = to === undefined ? undefined : xml` to="${to}"`;
    const stanza = xml`<iq xmlns="${ns.client}" type="${type}" id="${id}"${whom}>${body}</iq>`;
    return { id, text: stanza.xml };
  };

  const refusal = (iq: Element): RequestError => {
    const reason = iq.getElementsByTagNameNS(ns.stanzaErrors, '*')[0]?.localName ?? 'error';
    const error = [...iq.children].find((each) => each.localName === 'error');
    const own = [...(error?.children ?? [])].find((each) => each.namespaceURI !== ns.stanzaErrors);
    return { kind: 'refused', reason, ...(own && { detail: own.localName }) };
  };

  /** A ping is answered with yes, everything else with no (RFC 6120 8.4, XEP-0199). */
  const reply = (iq: Element, type: string): string => {
    const id = iq.getAttribute('id') ?? '';
    const from = iq.getAttribute('from');
    const to = from === null ? undefined : xml` to="${from}"`;
    const ping = type === 'get' && iq.getElementsByTagNameNS(ns.ping, 'ping').length > 0;
    const stanza = ping
      ? xml`<iq xmlns="${ns.client}" type="result" id="${id}"${to}/>`
      : xml`<iq xmlns="${ns.client}" type="error" id="${id}"${to}><error type="cancel"><service-unavailable xmlns="${ns.stanzaErrors}"/></error></iq>`;
    return stanza.xml;
  };

  return {
    write,
    ask: (type, body, to) => {
      const { id, text } = write(type, body, to);
      const answer = new Promise<Result<Element, RequestError>>((resolve) => {
        const last = clock.now() + longest * patience;
        let cancel = () => {};
        const wait = () => {
          cancel();
          cancel = clock.after(Math.min(patience, last - clock.now()), () => {
            open.delete(id);
            resolve(err({ kind: 'timeout' }));
          });
        };
        const settle = (found: Result<Element, RequestError>) => {
          cancel();
          resolve(found);
        };
        open.set(id, { settle, wait });
        wait();
      });
      return { text, answer };
    },
    heard: () => {
      for (const { wait } of open.values()) wait();
    },
    take: (iq) => {
      const type = iq.getAttribute('type');
      if (type === 'get' || type === 'set') return reply(iq, type);
      const id = iq.getAttribute('id') ?? '';
      const question = open.get(id);
      open.delete(id);
      question?.settle(type === 'result' ? ok(iq) : err(refusal(iq)));
      return undefined;
    },
    get isOpen() {
      return open.size > 0;
    },
    fail: () => {
      for (const { settle } of open.values()) settle(err({ kind: 'not-connected' }));
      open.clear();
    },
  };
}
