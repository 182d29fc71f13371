import type { Strophe } from 'strophe.js';
import { ns } from './namespaces.ts';
import type { StropheConnection } from './trusted-socket.ts';
import { xml } from './xml.ts';

/** One way to sign in, as the library has them. */
export type Mechanism = InstanceType<typeof Strophe.SASLMechanism>;

/** What signing in needs of the stream. */
export interface Sasl2Parts {
  /** Keeps what the mechanism remembers between its steps. */
  readonly connection: StropheConnection;
  readonly mechanism: Mechanism;
  /** A `<resume/>` (XEP-0198) that goes with it, where the server takes one there. */
  readonly resume?: string | undefined;
  readonly send: (text: string) => void;
  /** The server has taken the sign-in, and has shown that it knows the password; its answer to `resume`. */
  readonly onSuccess: (resumed: Element | undefined) => void;
  /** What the stream offers from now on. */
  readonly onFeatures: (features: Element) => void;
  /** @param condition of RFC 6120 6.5; undefined where the server's proof was wrong or missing */
  readonly onFailure: (condition: string | undefined) => void;
}

/** The mechanisms that a server offers for the Extensible SASL Profile, by name. */
export const sasl2Mechanisms = (features: Element | undefined): readonly string[] =>
  [...(features?.getElementsByTagNameNS(ns.sasl2, 'mechanism') ?? [])].map(
    ({ textContent }) => textContent ?? '',
  );

/** Whether a server resumes a session (XEP-0198) in the same step as it takes the sign-in. */
export const resumesInline = (features: Element | undefined): boolean => {
  const inline = features?.getElementsByTagNameNS(ns.sasl2, 'inline')[0];
  return [...(inline?.children ?? [])].some(
    ({ namespaceURI, localName }) => namespaceURI === ns.management && localName === 'sm',
  );
};

/**
 * Signs in by the Extensible SASL Profile (XEP-0388), after which the stream goes on where it is: the
 * round trip in which it would begin anew is spared, and with `resume` the one in which that is asked.
 * Gives what takes the elements that come.
 */
export function signInSasl2(parts: Sasl2Parts): (element: Element) => void {
  const { connection, mechanism, send } = parts;
  let isIn = false;

  mechanism.onStart(connection);
  // SCRAM speaks first, and knows at once what to say.
  const first = mechanism.clientChallenge(connection) as string;
  send(
    xml`<authenticate xmlns="${ns.sasl2}" mechanism="${mechanism.mechname}"><initial-response>${btoa(first)}</initial-response>${{ xml: parts.resume ?? '' }}</authenticate>`
      .xml,
  );

  const answer = async (challenge: string) => {
    try {
      const response = await mechanism.onChallenge(connection, challenge);
      // Otherwise the library has told already that it makes no sense.
      if (response === false) return;
      send(xml`<response xmlns="${ns.sasl2}">${btoa(response)}</response>`.xml);
    } catch {
      // Of a challenge that lacks what it must have it makes nothing at all.
      parts.onFailure('incorrect-encoding');
    }
  };

  const decode = (text: string | null | undefined): string | undefined => {
    try {
      return atob(text ?? '');
    } catch {
      return undefined;
    }
  };

  const succeed = (element: Element) => {
    const data = element.getElementsByTagNameNS(ns.sasl2, 'additional-data')[0]?.textContent;
    const proof = /^v=([^,]+)/.exec(decode(data) ?? '')?.[1];
    // RFC 5802, 3: the server has to show that it knows the password too.
    const expected = connection._sasl_data['server-signature'];
    if (typeof expected !== 'string' || proof !== expected) return parts.onFailure(undefined);
    isIn = true;
    mechanism.onSuccess();
    const isAnswer = ({ namespaceURI }: Element) => namespaceURI === ns.management;
    parts.onSuccess([...element.children].find(isAnswer));
  };

  return (element) => {
    if (isIn && element.localName === 'features' && element.namespaceURI === ns.streams) {
      return parts.onFeatures(element);
    }
    if (isIn || element.namespaceURI !== ns.sasl2) return;
    if (element.localName === 'success') return succeed(element);
    if (element.localName === 'challenge') {
      const challenge = decode(element.textContent);
      if (challenge === undefined) parts.onFailure('incorrect-encoding');
      else void answer(challenge);
      return;
    }
    // `continue` asks for a second factor, which there is no way to give.
    const reason = element.getElementsByTagNameNS(ns.sasl, '*')[0]?.localName;
    parts.onFailure(reason ?? element.localName);
  };
}
