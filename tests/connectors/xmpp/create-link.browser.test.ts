import { describe, expect, test } from 'vitest';
import { buildPresence } from '../../../src/connectors/xmpp/build-stanza.ts';
import { gatherFor, message, setUpLink as setUp, sm } from './link-to-peer.ts';

describe('a link', () => {
  test('is up when the session stands, and says so', async () => {
    const { counts, link, states } = setUp();
    expect(await link.start()).toEqual({ ok: true, value: undefined });
    expect(states).toEqual([['trying'], ['up']]);
    expect(counts()).toEqual({ sessions: 1, resumed: 0 });
  });

  test('tells why it could not be made, after a second look at the socket', async () => {
    const { link, refuse, states } = setUp();
    refuse({ kind: 'socket' });
    expect(await link.start()).toEqual({ ok: false, error: { kind: 'certificate' } });
    refuse({ kind: 'wrong-password' });
    expect(await link.start()).toEqual({ ok: false, error: { kind: 'wrong-password' } });
    expect(states.at(-1)).toEqual(['down', 'wrong-password']);
  });

  test('a message is taken when the server has counted it, without management at once', async () => {
    const { link, peer, taken } = setUp();
    await link.start();
    expect(link.send(message('m1'), 'm1')).toBe(true);
    expect(peer().sent.at(-1)).toBe(`<r ${sm}/>`);
    expect(taken).toEqual([]);
    peer().say(`<a ${sm} h="1"/>`);
    expect(taken).toEqual(['m1']);

    const plain = setUp(false);
    await plain.link.start();
    plain.link.send(message('m1'), 'm1');
    expect(plain.taken).toEqual(['m1']);
  });

  test('sends with what begins the session, and counts from the server’s word on', async () => {
    const { begin, clock, link, peer, taken } = setUp();
    const before = '<message xmlns="jabber:client"/>';
    begin([before, `<enabled ${sm} id="s1" resume="true"/>`, before], 'm1');
    await link.start();
    expect(peer().sent[0]).toMatch(/^<enable /);
    expect(peer().sent[1]).toBe(message('m1').xml);
    peer().say(`<r ${sm}/>`);
    await clock.advance(gatherFor);
    expect(peer().sent.at(-1)).toBe(`<a ${sm} h="1"/>`);
    peer().say(`<a ${sm} h="1"/>`);
    expect(taken).toEqual(['m1']);
  });

  test('goes on without counting where the server will not, and lets nobody wait for it', async () => {
    const { begin, clock, link, peer, taken } = setUp();
    begin([`<failed ${sm}/>`], 'm1');
    expect(await link.start()).toEqual({ ok: true, value: undefined });
    link.send(message('m2'), 'm2');
    expect(taken).toEqual(['m1', 'm2']);
    await clock.advance(4000);
    expect(peer().sent.at(-1)).toContain('urn:xmpp:ping');
  });

  test('nothing is sent before there is a session and after it is lost', async () => {
    const { link, peer } = setUp();
    expect(link.send(buildPresence('away'))).toBe(false);
    await link.start();
    peer().die();
    expect(link.send(buildPresence('away'))).toBe(false);
    expect(peer().sent.some((text) => text.includes('away'))).toBe(false);
  });

  test('counts what comes and tells the server when asked', async () => {
    const { clock, link, peer, stanzas } = setUp();
    await link.start();
    peer().say('<message xmlns="jabber:client"/>');
    peer().say('<presence xmlns="jabber:client"/>');
    peer().say(`<r ${sm}/>`);
    await clock.advance(gatherFor);
    expect(peer().sent.at(-1)).toBe(`<a ${sm} h="2"/>`);
    expect(stanzas).toEqual(['message', 'presence']);
  });

  test('after 4 s of silence asks, after 8 s gives the socket up and keeps the session', async () => {
    const { clock, counts, link, peer, peers, states } = setUp();
    await link.start();
    await clock.advance(3999);
    const [first] = peers;
    expect(first?.sent.at(-1)).not.toBe(`<r ${sm}/>`);
    await clock.advance(1);
    expect(first?.sent.at(-1)).toBe(`<r ${sm}/>`);
    await clock.advance(3999);
    expect(first?.dropped).toBe(false);
    await clock.advance(1);
    expect(first?.dropped).toBe(true);
    expect(first?.closed).toBe(false);
    expect(states.at(-1)).toEqual(['trying', 'timeout']);
    await clock.advance(500);
    expect(peer().sent[0]).toBe(`<resume ${sm} h="0" previd="s1"/>`);
    expect(states.at(-1)).toEqual(['up']);
    expect(counts()).toEqual({ sessions: 1, resumed: 1 });
  });

  test('whatever comes counts as a sign of life', async () => {
    const { clock, link, peer, peers } = setUp();
    await link.start();
    for (let turn = 0; turn < 5; turn += 1) {
      await clock.advance(7000);
      peer().say(`<a ${sm} h="0"/>`);
    }
    expect(peers).toHaveLength(1);
  });

  test('takes a session up again: what got through is taken, the rest is told to be lost, in order', async () => {
    const { clock, link, lost, peer, taken } = setUp();
    await link.start();
    for (const id of ['m1', 'm2', 'm3']) link.send(message(id), id);
    link.send(buildPresence('away'));
    peer().die();
    await clock.advance(500);
    expect([taken, lost]).toEqual([['m1'], ['m2', 'm3']]);
    expect(peer().sent.slice(1)).toEqual([buildPresence('away').xml, `<r ${sm}/>`]);
    link.send(message('m2'), 'm2');
    peer().say(`<a ${sm} h="3"/>`);
    expect(taken).toEqual(['m1', 'm2']);
  });

  test('asks nothing more where that was said and answered while signing in', async () => {
    const { asked, clock, counts, link, lost, peer, resumeInline, states, taken } = setUp();
    await link.start();
    for (const id of ['m1', 'm2']) link.send(message(id), id);
    resumeInline(`<resumed ${sm} h="1" previd="s1"/>`);
    peer().die();
    await clock.advance(500);
    expect(asked).toEqual([`<resume ${sm} h="0" previd="s1"/>`]);
    expect(peer().sent).toEqual([`<r ${sm}/>`]);
    expect([taken, lost, counts().resumed, states.at(-1)]).toEqual([['m1'], ['m2'], 1, ['up']]);
  });

  test('and begins anew where the answer was no', async () => {
    const { clock, counts, link, peer, resumeInline, states, taken } = setUp();
    await link.start();
    for (const id of ['m1', 'm2']) link.send(message(id), id);
    resumeInline(`<failed ${sm} h="1"/>`);
    peer().die();
    await clock.advance(500);
    expect(peer().sent).toEqual([`<enable ${sm} resume="true"/>`]);
    expect([taken, counts(), states.at(-1)]).toEqual([['m1'], { sessions: 2, resumed: 0 }, ['up']]);
  });

  test('tells what is lost only once all is here that came meanwhile, over however many sockets', async () => {
    const { clock, link, lost, peer, silence, stanzas } = setUp();
    await link.start();
    for (const id of ['m1', 'm2']) link.send(message(id), id);
    silence();
    peer().die();
    await clock.advance(500);
    peer().say('<message xmlns="jabber:client"/>');
    expect([stanzas, lost]).toEqual([['message'], []]);
    peer().die();
    await clock.advance(1000);
    expect(lost).toEqual([]);
    peer().say(`<a ${sm} h="1"/>`);
    await clock.advance(0);
    expect(lost).toEqual(['m2']);
  });

  test('is up again when what came meanwhile is there, which the server’s next answer shows', async () => {
    const { clock, link, peer, silence, stanzas, states } = setUp();
    await link.start();
    silence();
    peer().die();
    await clock.advance(500);
    expect(states.at(-1)).toEqual(['trying']);
    peer().say('<message xmlns="jabber:client"/>');
    expect([stanzas, states.at(-1)]).toEqual([['message'], ['trying']]);
    peer().say(`<a ${sm} h="1"/>`);
    await clock.advance(0);
    expect(states.at(-1)).toEqual(['up']);
  });

  test('where a session cannot be taken up, begins one and sends nothing by itself', async () => {
    const { clock, counts, forbidResume, link, peer, taken } = setUp();
    await link.start();
    for (const id of ['m1', 'm2']) link.send(message(id), id);
    forbidResume();
    peer().die();
    await clock.advance(500);
    expect(taken).toEqual(['m1']);
    expect(counts()).toEqual({ sessions: 2, resumed: 0 });
    expect(peer().sent.some((text) => text.includes('m2'))).toBe(false);
  });

  test('where nothing is said to that twice, begins one too, and tries once at the next loss', async () => {
    const { clock, counts, ignoreResume, link, lost, peer, peers, silence, states, taken } =
      setUp();
    await link.start();
    for (const id of ['m1', 'm2']) link.send(message(id), id);
    silence();
    ignoreResume();
    const backUp = async () => {
      peer().die();
      for (let s = 0; s < 60 && states.at(-1)?.[0] !== 'up'; s += 1) await clock.advance(1000);
    };
    await backUp();
    const begun = () => peers.map(({ sent }) => /\w+/.exec(sent[0] ?? '')?.[0]);
    expect(begun()).toEqual(['enable', 'resume', 'resume', 'enable']);
    expect([taken, lost, states.at(-1)]).toEqual([[], [], ['up']]);
    expect(counts()).toEqual({ sessions: 2, resumed: 0 });
    await backUp();
    expect(begun().slice(4)).toEqual(['resume', 'enable']);
    expect(states.at(-1)).toEqual(['up']);
  });

  test('tries again after longer and longer pauses, at most 30 s', async () => {
    const { clock, link, peer, peers, refuse, states } = setUp();
    await link.start();
    refuse({ kind: 'unreachable' });
    peer().die();
    await clock.advance(500 + 1000 + 2000 + 4000 + 8000 + 16_000 + 30_000);
    expect(states.filter(([state]) => state === 'trying')).toHaveLength(2);
    refuse(undefined);
    await clock.advance(29_999);
    expect(peers).toHaveLength(1);
    await clock.advance(1);
    expect(peers).toHaveLength(2);
    expect(states.at(-1)).toEqual(['up']);
  });

  test.each(['replaced', 'wrong-password'] as const)(
    'does not try again after %s',
    async (kind) => {
      const { clock, link, peer, peers, states } = setUp();
      await link.start();
      peer().die({ kind });
      await clock.advance(120_000);
      expect(peers).toHaveLength(1);
      expect(states.at(-1)).toEqual(['down', kind]);
      expect(clock.pending).toBe(0);
    },
  );

  test('stops for good: the session is ended and no timer is left', async () => {
    const { clock, link, peer, states } = setUp();
    await link.start();
    link.stop();
    link.stop();
    expect(peer().closed).toBe(true);
    expect(states.filter(([state]) => state === 'down')).toHaveLength(1);
    await clock.advance(120_000);
    expect(clock.pending).toBe(0);
    expect(states.at(-1)).toEqual(['down']);
  });

  test('stopped while it is being made, it ends with an answer and leaves nothing behind', async () => {
    const { clock, link, peers } = setUp();
    const starting = link.start();
    link.stop();
    expect(await starting).toEqual({ ok: false, error: { kind: 'not-connected' } });
    await clock.advance(60_000);
    expect(peers.every((each) => each.dropped || each.closed)).toBe(true);
    expect(clock.pending).toBe(0);
  });
});
