import { expect, it } from 'vitest';
import { pollWait } from '../../../src/connectors/xmpp/poll-socket.ts';
import {
  bind,
  features,
  framing,
  message,
  openTag,
  pauses,
  poll,
  settle,
  signedIn,
  signedInForLong,
} from '../../support/asked-polls.ts';

it('is open at once, and begins as a WebSocket does', async () => {
  const { asked, frames, question, say, socket } = poll();
  let opened = 0;
  socket.onopen = () => {
    opened += 1;
  };
  await settle();
  expect(opened).toBe(1);
  expect(socket.readyState).toBe(WebSocket.OPEN);
  await say(openTag, '<auth xmlns="urn:ietf:params:xml:ns:xmpp-sasl"/>');
  expect(asked).toHaveLength(1);
  const { body, init } = question();
  const attribute = (name: string) => body.getAttribute(name);
  expect(['to', 'wait', 'hold', 'xmpp:version', 'sid'].map(attribute)).toEqual([
    ...['desk.example', String(pollWait), '1', '1.0', null],
  ]);
  expect(init).toMatchObject({ method: 'POST', credentials: 'omit' });
  await question().answer(features, 'sid="s1"');
  expect(frames[0]).toMatch(/^<open .*version="1.0"/);
  expect(frames[1]).toMatch(/^<stream:features .*<x xmlns="y"\/>/);
  // What was said before there was a session goes out in it.
  expect(asked).toHaveLength(2);
  expect(question().text).toMatch(/ sid="s1".*<auth /);
});

it('while signing in asks nothing that nobody waits for', async () => {
  const { asked, clock, question, say } = poll();
  await say(openTag);
  await question().answer(features, 'sid="s1"');
  await clock.advance(pauses);
  expect(asked).toHaveLength(1);
  await say('<auth xmlns="urn:ietf:params:xml:ns:xmpp-sasl"/>');
  // A server that takes its time to say more is asked for it.
  await question().answer('');
  await clock.advance(0);
  expect(asked).toHaveLength(3);
});

it('begins the stream anew in a question of its own', async () => {
  const { question, asked, say } = poll();
  await say(openTag);
  await question().answer(features, 'sid="s1"');
  await say(openTag, message('a'), message('b'));
  expect(asked).toHaveLength(3);
  expect(question(1).text).toMatch(/xmpp:restart="true"/);
  expect(question(1).body.children).toHaveLength(0);
  expect(question(2).text).toContain(message('a') + message('b'));
});

it('leaves one question with the server, which answers it in its time: a sign of life', async () => {
  const { asked, clock, first, frames, question } = await signedInForLong();
  await clock.advance(pauses);
  expect(asked).toHaveLength(first + 1);
  await question().answer('');
  expect(frames).toEqual(['']);
  await clock.advance(0);
  expect(asked).toHaveLength(first + 2);
});

it('has two questions open at most, and sends together what was said meanwhile', async () => {
  const { asked, first, names, question, rid, say } = await signedInForLong();
  await say(message('a'));
  await say(message('b'));
  await say(message('c'));
  expect(asked).toHaveLength(first + 2);
  expect(names()).toEqual(['a']);
  await question(first).answer('');
  expect(names()).toEqual(['b', 'c']);
  expect(rid()).toBe(rid(first) + 2);
});

it('lets none overtake a question that nobody may answer, and none wait for one that is answered', async () => {
  const { asked, clock, first, names, question, rid, say } = await signedIn();
  await say(message('a'));
  await clock.advance(99);
  expect(asked).toHaveLength(first + 1);
  await say(message('b'));
  await clock.advance(1);
  expect(names()).toEqual(['a', 'b']);
  // An answer says that it has arrived.
  await question().answer('');
  await question(first).answer('');
  await say(message('c'), '<r xmlns="urn:xmpp:sm:3"/>', '');
  await say(message('d'));
  expect(names(first + 2)).toContain('c');
  expect(names()).toEqual(['d']);
  expect(rid()).toBe(rid(first) + 3);
});

it('on a slow link gives a question the time of two round trips to arrive', async () => {
  const { asked, clock, names, question, say } = poll();
  await say(openTag);
  await clock.advance(700);
  await question().answer(features, 'sid="s1"');
  await say(openTag);
  await clock.advance(500);
  await question().answer(features);
  await clock.advance(0);
  const held = asked.length;
  await say(message('a'));
  await clock.advance(999);
  expect(asked).toHaveLength(held);
  await clock.advance(1);
  expect(names()).toEqual(['a']);
});

it('takes answers in the order of its questions', async () => {
  const { first, frames, question, say } = await signedInForLong();
  await say(message('a'));
  await question(first + 1).answer(message('second'));
  expect(frames).toEqual([]);
  await question(first).answer(message('first'));
  expect(frames.map((text) => /id="(\w+)"/.exec(text)?.[1])).toEqual(['first', 'second']);
});

it('asks once more under the same number when a question broke, or a proxy had no answer', async () => {
  const { asked, clock, closes, first, frames, question, say } = await signedInForLong();
  await say(message('a'));
  const { text } = question();
  await question().breakOff();
  await clock.advance(pauses);
  expect(question().text).toBe(text);
  await question().say('Bad Gateway', 502);
  await clock.advance(pauses);
  expect(question().text).toBe(text);
  expect(asked).toHaveLength(first + 4);
  await question().answer(message('b'));
  await question(first).answer('');
  expect(frames).toHaveLength(2);
  expect(closes()).toBe(0);
});

it('is lost when a question breaks again and again', async () => {
  const { asked, clock, closes, first, question, socket } = await signedInForLong();
  while (!closes() && asked.length < first + 10) {
    await question().breakOff();
    await clock.advance(pauses);
  }
  expect(closes()).toBe(1);
  expect(asked.length).toBeGreaterThan(first + 2);
  expect(socket.readyState).toBe(WebSocket.CLOSED);
});

it.each([
  ['which the server does not know any more', `<body ${bind} type="terminate"/>`, 200],
  ['that is not found', 'Not found', 404],
  ['to which a network shows its own page', '<!DOCTYPE html><p>Log in', 200],
])('is lost with a session %s', async (_, text, status) => {
  const { asked, clock, closes, first, question } = await signedInForLong();
  await question().say(text, status);
  await clock.advance(pauses);
  expect(closes()).toBe(1);
  expect(asked).toHaveLength(first + 1);
});

it('hands on why the server ends a stream before it is over', async () => {
  const { closes, frames, question } = await signedInForLong();
  const error =
    '<stream:error xmlns:stream="http://etherx.jabber.org/streams"><conflict xmlns="urn:ietf:params:xml:ns:xmpp-streams"/></stream:error>';
  await question().answer(error, 'type="terminate" condition="remote-stream-error"');
  expect(frames.join()).toContain('<conflict ');
  expect(closes()).toBe(1);
});

it('tells why a session was refused from the first', async () => {
  const { frames, question, say } = poll();
  await say(openTag);
  await question().answer('', 'type="terminate" condition="host-unknown"');
  expect(frames.join()).toContain('<host-unknown ');
});

it.each(['<!DOCTYPE html><p>Log in', '{}', '', `<body xmlns="http://www.w3.org/1999/xhtml"/>`])(
  'is no chat server where the first answer is %j',
  async (text) => {
    const { closes, frames, question, say } = poll();
    await say(openTag);
    await question().say(text);
    // Whoever reads frames takes that for no XMPP.
    expect(frames).toEqual(['']);
    expect(closes()).toBe(1);
  },
);

it('does not insist when the very first question breaks: another way may be better', async () => {
  const { asked, clock, closes, question, say } = poll();
  await say(openTag);
  await question().breakOff();
  await clock.advance(pauses);
  expect([asked.length, closes()]).toEqual([1, 1]);
});

it('signs out with the last that was said, and asks nothing more', async () => {
  const { asked, clock, first, question, say, socket } = await signedInForLong();
  await say(message('a'), `<close ${framing}/>`);
  socket.close();
  const { body, init } = question();
  expect(body.getAttribute('type')).toBe('terminate');
  expect(body.firstElementChild?.id).toBe('a');
  // It outlives the page.
  expect(init.keepalive).toBe(true);
  await question(first).answer('');
  await question().answer('', 'type="terminate"');
  await clock.advance(pauses);
  expect(asked).toHaveLength(first + 2);
});

it('lets go without a word to the server, which keeps the session for a while', async () => {
  const { asked, clock, closes, first, question, socket } = await signedInForLong();
  socket.close();
  await clock.advance(pauses);
  expect(question(first).init.signal?.aborted).toBe(true);
  expect([asked.length, closes()]).toEqual([first + 1, 0]);
});
