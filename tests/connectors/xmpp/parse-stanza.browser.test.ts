import { describe, expect, test } from 'vitest';
import { customer, forwarded, message, own, read } from './read-stanza.ts';

const at = Date.parse('2026-11-22T03:00:00Z');

describe('a message', () => {
  test('has its words, its sender and its ids', () => {
    const xml = message(
      '<body>Hello</body><origin-id xmlns="urn:xmpp:sid:0" id="o1"/><request xmlns="urn:xmpp:receipts"/>' +
        `<stanza-id xmlns="urn:xmpp:sid:0" by="${own}" id="a1"/><nick xmlns="http://jabber.org/protocol/nick">Ann</nick>`,
    );
    expect(read(xml)).toEqual({
      ok: true,
      value: {
        kind: 'message',
        source: 'live',
        direction: 'in',
        contact: customer,
        from: `${customer}/phone`,
        id: 'o1',
        stanzaId: 'm1',
        archiveId: 'a1',
        text: 'Hello',
        at: undefined,
        language: undefined,
        nick: 'Ann',
        wantsReceipt: true,
      },
    });
  });

  test.each([
    ['from someone else', `by="${customer}"`],
    ['from nobody', ''],
    ['from our host instead of our account', 'by="desk.example"'],
  ])('does not take an archive id %s', (_, by) => {
    const xml = message(`<body>x</body><stanza-id xmlns="urn:xmpp:sid:0" ${by} id="a1"/>`);
    expect(read(xml)).toMatchObject({ value: { archiveId: undefined } });
  });

  test.each([
    ['our server', 'desk.example', at],
    ['our account', own, at],
    ['the sender', `${customer}/phone`, undefined],
    ['a stranger', 'time@evil.example', undefined],
  ])('takes the time that %s stamped, or not', (_, from, expected) => {
    const delay = `<delay xmlns="urn:xmpp:delay" from="${from}" stamp="2026-11-22T03:00:00Z"/>`;
    expect(read(message(`<body>x</body>${delay}`))).toMatchObject({ value: { at: expected } });
  });

  test.each([
    ['<body xml:lang="zh-CN">你好</body>', 'zh-CN'],
    ['<body>Hi</body>', undefined],
    ['<body xml:lang="&quot;&gt;&lt;script">Hi</body>', undefined],
  ])('declares its language: %s', (body, language) => {
    expect(read(message(body))).toMatchObject({ value: { language } });
  });

  test('takes the language of the whole message when the body has none', () => {
    const xml = message('<body>Bonjour</body>', 'type="chat" xml:lang="fr"');
    expect(read(xml)).toMatchObject({ value: { language: 'fr' } });
  });

  test.each(['groupchat', 'headline'])('of type %s is not for this desk', (type) => {
    const result = read(message('<body>x</body>', `type="${type}"`));
    expect(result).toEqual({ ok: false, error: { kind: 'unwanted' } });
  });

  test.each([
    ['nothing', ''],
    ['an empty body', '<body/>'],
    ['only blanks', '<body> \n </body>'],
    ['only what may not be shown', '<body>\u202e\u2066</body>'],
    [
      'only markup of XEP-0071',
      '<html xmlns="http://jabber.org/protocol/xhtml-im"><b>x</b></html>',
    ],
    ['a body of another namespace', '<body xmlns="http://www.w3.org/1999/xhtml">x</body>'],
    ['something from the future', '<hologram xmlns="urn:example:future"/>'],
  ])('with %s is nothing that we know', (_, inside) => {
    expect(read(message(inside))).toEqual({ ok: false, error: { kind: 'unknown' } });
  });

  test('without a sender is malformed', () => {
    const xml = `<message xmlns="jabber:client" to="${own}"><body>x</body></message>`;
    expect(read(xml)).toMatchObject({ ok: false, error: { kind: 'malformed' } });
  });

  test('to somebody else is malformed', () => {
    const xml = `<message xmlns="jabber:client" from="${customer}" to="b@desk.example"><body>x</body></message>`;
    expect(read(xml)).toMatchObject({ ok: false, error: { kind: 'malformed' } });
  });

  test('of another namespace is unknown, and so is a presence', () => {
    for (const xml of ['<message xmlns="jabber:server"/>', '<presence xmlns="jabber:client"/>']) {
      expect(read(xml)).toEqual({ ok: false, error: { kind: 'unknown' } });
    }
  });

  test('keeps markup as text', () => {
    const xml = message('<body>&lt;script&gt;alert(1)&lt;/script&gt;</body>');
    expect(read(xml)).toMatchObject({ value: { text: '<script>alert(1)</script>' } });
  });

  test('with elements in its body gives their text and nothing else', () => {
    const xml = message(
      '<body>a<b xmlns="http://www.w3.org/1999/xhtml" onclick="x()">b</b></body>',
    );
    expect(read(xml)).toMatchObject({ value: { text: 'ab' } });
  });

  test('of a megabyte is cut, visibly', () => {
    const result = read(message(`<body>${'x'.repeat(1_000_000)}</body>`));
    const text = result.ok && result.value.kind === 'message' ? result.value.text : '';
    expect(text).toHaveLength(65_540);
    expect(text.endsWith(' […]')).toBe(true);
  });

  test('with an endless id has none', () => {
    const xml = message('<body>x</body>', `type="chat" id="${'i'.repeat(300)}"`);
    expect(read(xml)).toMatchObject({ value: { id: '', stanzaId: '', wantsReceipt: false } });
  });

  test('may contain what looks like an error of the parser', () => {
    const fake = '<parsererror xmlns="http://www.w3.org/1999/xhtml">no</parsererror>';
    expect(read(message(`${fake}<body>x</body>`))).toMatchObject({ value: { text: 'x' } });
  });
});

describe('what is not words', () => {
  test.each([
    ['composing', 'composing'],
    ['paused', 'still'],
    ['active', 'still'],
    ['inactive', 'still'],
    ['gone', 'still'],
  ])('the state %s', (name, state) => {
    const xml = message(`<${name} xmlns="http://jabber.org/protocol/chatstates"/>`);
    expect(read(xml)).toEqual({
      ok: true,
      value: { kind: 'chat-state', contact: customer, state },
    });
  });

  test('a receipt', () => {
    const xml = message('<received xmlns="urn:xmpp:receipts" id="x1"/>');
    expect(read(xml)).toEqual({
      ok: true,
      value: { kind: 'receipt', contact: customer, id: 'x1' },
    });
    expect(read(message('<received xmlns="urn:xmpp:receipts"/>'))).toMatchObject({
      error: { kind: 'malformed' },
    });
  });

  test('an error says which message and why; our own words come back in it and are not shown', () => {
    const xml = message(
      '<body>our words</body><error type="cancel"><service-unavailable xmlns="urn:ietf:params:xml:ns:xmpp-stanzas"/></error>',
      'type="error" id="x1"',
    );
    expect(read(xml)).toEqual({
      ok: true,
      value: {
        kind: 'message-error',
        contact: customer,
        id: 'x1',
        condition: 'service-unavailable',
      },
    });
  });
});

describe('copies and archive entries', () => {
  const sent = `<message xmlns="jabber:client" from="${own}/phone" to="${customer}" type="chat" id="s1"><body>Hi</body></message>`;
  const wrap = (from: string, inside: string) =>
    `<message xmlns="jabber:client" ${from} to="${own}/desk">${inside}</message>`;
  const copy = (name: string, inner: string) =>
    `<${name} xmlns="urn:xmpp:carbons:2">${forwarded(inner)}</${name}>`;
  const entry = (inner: string, stamp?: string) =>
    `<result xmlns="urn:xmpp:mam:2" queryid="q1" id="a1">${forwarded(inner, stamp)}</result>`;

  test('what we sent from another device is ours', () => {
    expect(read(wrap(`from="${own}"`, copy('sent', sent)))).toMatchObject({
      value: { kind: 'message', source: 'carbon', direction: 'out', contact: customer, id: 's1' },
    });
  });

  test('what another device of ours received is the customer’s', () => {
    expect(read(wrap(`from="${own}"`, copy('received', message('<body>Hi</body>'))))).toMatchObject(
      {
        value: { kind: 'message', source: 'carbon', direction: 'in', contact: customer },
      },
    );
  });

  test('an entry of the archive has its id, its query and its time', () => {
    expect(read(wrap(`from="${own}"`, entry(sent)))).toMatchObject({
      value: {
        kind: 'archived',
        queryId: 'q1',
        archiveId: 'a1',
        message: { source: 'archive', direction: 'out', archiveId: 'a1', at },
      },
    });
    expect(read(wrap('', entry(sent)))).toMatchObject({ ok: true });
  });

  test('an entry without words still counts as an entry', () => {
    const typing = message('<composing xmlns="http://jabber.org/protocol/chatstates"/>');
    expect(read(wrap(`from="${own}"`, entry(typing)))).toMatchObject({
      value: { kind: 'archived', message: undefined },
    });
  });

  test('an entry may be a receipt of the customer’s; our own, and one that names nothing, are none', () => {
    const receipt = message('<received xmlns="urn:xmpp:receipts" id="x1"/>');
    expect(read(wrap(`from="${own}"`, entry(receipt)))).toMatchObject({
      value: { kind: 'archived', message: undefined, receipt: { contact: customer, id: 'x1' } },
    });
    const nameless = message('<received xmlns="urn:xmpp:receipts"/>');
    const ours = `<message xmlns="jabber:client" from="${own}/desk" to="${customer}"><received xmlns="urn:xmpp:receipts" id="x1"/></message>`;
    for (const none of [nameless, ours]) {
      const found = read(wrap(`from="${own}"`, entry(none)));
      expect(found).toMatchObject({ value: { kind: 'archived', message: undefined } });
      expect(found).not.toHaveProperty('value.receipt');
    }
  });

  test.each([
    ['a stranger', `${customer}/phone`],
    ['our host', 'desk.example'],
    ['a device of ours', `${own}/desk`],
    ['an address that only begins like ours', `${own}.evil.example`],
  ])('from %s are forged', (_, from) => {
    for (const inside of [copy('sent', sent), copy('received', sent), entry(sent)]) {
      expect(read(wrap(`from="${from}"`, inside))).toEqual({
        ok: false,
        error: { kind: 'forged' },
      });
    }
  });

  test('with nothing in them, or with a stranger’s talk in them, are malformed or empty', () => {
    expect(read(wrap(`from="${own}"`, '<sent xmlns="urn:xmpp:carbons:2"/>'))).toMatchObject({
      error: { kind: 'malformed' },
    });
    const foreign =
      '<message xmlns="jabber:client" from="a@x.example" to="b@y.example"><body>x</body></message>';
    expect(read(wrap(`from="${own}"`, copy('received', foreign)))).toMatchObject({
      error: { kind: 'malformed' },
    });
    expect(read(wrap(`from="${own}"`, entry(foreign)))).toMatchObject({
      value: { message: undefined },
    });
  });

  test('a copy inside a copy is not opened', () => {
    const inner = wrap(`from="${own}"`, copy('sent', sent));
    expect(read(wrap(`from="${own}"`, copy('sent', inner))).ok).toBe(false);
  });
});
