import { Strophe } from 'strophe.js';
import { describe, expect, test } from 'vitest';
import { readFrame } from '../../../src/connectors/xmpp/read-frame.ts';
import {
  resumesInline,
  sasl2Mechanisms,
  signInSasl2,
} from '../../../src/connectors/xmpp/sign-in-sasl2.ts';
import { createScramServer } from './scram-server.ts';

const sasl2 = 'xmlns="urn:xmpp:sasl:2"';
const saslErrors = 'xmlns="urn:ietf:params:xml:ns:xmpp-sasl"';
const features = `<stream:features xmlns:stream="http://etherx.jabber.org/streams"><sm xmlns="urn:xmpp:sm:3"/></stream:features>`;
const resume = '<resume xmlns="urn:xmpp:sm:3" h="3" previd="s1"/>';

const read = (xml: string): Element => {
  const element = readFrame(xml);
  if (!element) throw new Error(`No XML: ${xml}`);
  return element;
};

/** An agent who signs in with a password at a server that knows another one, or the same. */
const signIn = (
  options: { readonly password?: string; readonly known?: string; readonly resume?: string } = {},
) => {
  const { password = 'bluebell', known = 'bluebell' } = options;
  const connection = new Strophe.Connection('ws://127.0.0.1/', {});
  connection.authcid = 'agent';
  connection.pass = password;
  const server = createScramServer(known);
  const sent: Element[] = [];
  const told: string[] = [];
  const take = signInSasl2({
    connection,
    mechanism: new Strophe.SASLSHA256(),
    resume: options.resume,
    send: (text) => sent.push(read(text)),
    onSuccess: (resumed) => told.push(`success ${resumed?.localName ?? ''}`.trim()),
    onFeatures: (each) => told.push(each.localName),
    onFailure: (condition) => told.push(`failure ${condition}`),
  });
  const words = (index: number) => atob(sent[index]?.textContent ?? '');
  const say = (xml: string) => take(read(xml));
  const challenge = async () => {
    say(`<challenge ${sasl2}>${btoa(server.challenge(words(0)))}</challenge>`);
    await expect.poll(() => sent.length).toBe(2);
  };
  /** The whole of it; `more` stands in `<success/>` too. */
  const finish = async (more = '') => {
    await challenge();
    const proof = await server.prove(words(1));
    if (proof === undefined) say(`<failure ${sasl2}><not-authorized ${saslErrors}/></failure>`);
    else
      say(`<success ${sasl2}><additional-data>${btoa(proof)}</additional-data>${more}</success>`);
  };
  return { challenge, finish, say, sent, told };
};

describe('signing in by XEP-0388', () => {
  test('is done when the server has shown that it knows the password, and goes on in the same stream', async () => {
    const { finish, say, sent, told } = signIn();
    expect(sent[0]?.localName).toBe('authenticate');
    expect(sent[0]?.getAttribute('mechanism')).toBe('SCRAM-SHA-256');
    await finish();
    expect(told).toEqual(['success']);
    say(features);
    expect(told).toEqual(['success', 'features']);
    expect(sent.map(({ localName }) => localName)).toEqual(['authenticate', 'response']);
    expect(new XMLSerializer().serializeToString(sent[1] as Element)).not.toContain('bluebell');
  });

  test.each(['resumed', 'failed'])(
    'takes a session up again in the same step: %s',
    async (answer) => {
      const { finish, sent, told } = signIn({ resume });
      const [asked] = sent[0]?.getElementsByTagNameNS('urn:xmpp:sm:3', 'resume') ?? [];
      expect(asked?.getAttribute('previd')).toBe('s1');
      await finish(`<${answer} xmlns="urn:xmpp:sm:3" h="7" previd="s1"/>`);
      expect(told).toEqual([`success ${answer}`]);
    },
  );

  test('a wrong password is told as the server tells it', async () => {
    const { finish, told } = signIn({ password: 'harebell' });
    await finish();
    expect(told).toEqual(['failure not-authorized']);
  });

  test.each([
    ['another proof', `<additional-data>${btoa('v=AAAA')}</additional-data>`],
    ['none', ''],
    ['one that cannot be read', '<additional-data>&amp;</additional-data>'],
  ])('a server that shows %s is not believed', async (_, data) => {
    const { challenge, say, told } = signIn();
    await challenge();
    say(`<success ${sasl2}>${data}</success>`);
    say(features);
    expect(told).toEqual(['failure undefined']);
  });

  test('a server that skips the proof is not believed either', () => {
    const { say, told } = signIn();
    say(`<success ${sasl2}/>`);
    expect(told).toEqual(['failure undefined']);
  });

  test.each([
    [`<challenge ${sasl2}>&amp;&amp;</challenge>`, 'incorrect-encoding'],
    [`<challenge ${sasl2}>${btoa('s=QUJD,i=4096')}</challenge>`, 'incorrect-encoding'],
    [`<continue ${sasl2}><tasks><task>2FA</task></tasks></continue>`, 'continue'],
    [`<failure ${sasl2}><aborted ${saslErrors}/></failure>`, 'aborted'],
  ])('%s ends it', async (frame, condition) => {
    const { say, told } = signIn();
    say(frame);
    await expect.poll(() => told).toEqual([`failure ${condition}`]);
  });

  test('what belongs to something else is passed over', () => {
    const { say, told } = signIn();
    say('<message xmlns="jabber:client"><body>Hi</body></message>');
    say(features);
    expect(told).toEqual([]);
  });
});

test('what a server offers is read where it stands, and nowhere else', () => {
  const offer = (inline: string) =>
    read(
      `<stream:features xmlns:stream="http://etherx.jabber.org/streams"><mechanisms ${saslErrors}><mechanism>SCRAM-SHA-512</mechanism></mechanisms><authentication ${sasl2}><mechanism>SCRAM-SHA-256</mechanism><inline>${inline}</inline></authentication></stream:features>`,
    );
  expect(sasl2Mechanisms(offer(''))).toEqual(['SCRAM-SHA-256']);
  expect(sasl2Mechanisms(undefined)).toEqual([]);
  expect(resumesInline(offer('<sm xmlns="urn:xmpp:sm:3"/>'))).toBe(true);
  const bind = '<bind xmlns="urn:xmpp:bind:0"><inline><sm xmlns="urn:xmpp:sm:3"/></inline></bind>';
  expect(resumesInline(offer(bind))).toBe(false);
  expect(resumesInline(read(features))).toBe(false);
});
