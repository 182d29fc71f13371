import { describe, expect, test } from 'vitest';
import {
  buildArchiveQuery,
  buildChatState,
  buildMessage,
  buildPresence,
  buildReceipt,
} from '../../../src/connectors/xmpp/build-stanza.ts';
import { xml } from '../../../src/connectors/xmpp/xml.ts';

describe('stanzas', () => {
  test('whatever stands in a place is text, unless it was made as XML', () => {
    expect(xml`<a b="${'"><x y=\''}">${'<&>'}${xml`<c>${1}</c>`}${undefined}</a>`.xml).toBe(
      '<a b="&quot;&gt;&lt;x y=&apos;">&lt;&amp;&gt;<c>1</c></a>',
    );
  });

  test('a message asks for a receipt and has its id twice', () => {
    const { xml: text } = buildMessage('ann@example.org', 'm1', 'a < b\u0000\r\nc', 'en');
    expect(text).toContain('<body>a &lt; b\nc</body>');
    expect(text).toContain('id="m1" type="chat" xml:lang="en"');
    expect(text).toContain('<request xmlns="urn:xmpp:receipts"/>');
    expect(text).toContain('<origin-id xmlns="urn:xmpp:sid:0" id="m1"/>');
  });

  test('a message with a recording says where it is in every way that programs know', () => {
    const url = 'https://upload.desk.example/7f/answer.ogg?a=1&b=2';
    const file = { url, name: 'my "answer".ogg', mime: 'audio/ogg', bytes: 2000, seconds: 2.4999 };
    const { xml: text } = buildMessage('ann@example.org', 'm1', 'Sent 🌼', 'en', file);
    const written = url.replace('&', '&amp;');
    expect(text).toContain(`<body>Sent 🌼\n${written}</body>`);
    expect(text).toContain(`<x xmlns="jabber:x:oob"><url>${written}</url></x>`);
    expect(text).toContain('<name>my &quot;answer&quot;.ogg</name><size>2000</size>');
    expect(text).toContain('<media-type>audio/ogg</media-type>');
    expect(text).toContain('<length>2500</length>');
    expect(text).toContain(`target="${written}"/></sources>`);
    // From behind the flower, which is one character, to the end.
    expect(text).toContain(`for="urn:xmpp:sfs:0"><body start="6" end="${7 + url.length}"/>`);
  });

  test('a recording without words is its address', () => {
    const file = { url: 'https://a.example/b', name: 'b', mime: 'audio/ogg', bytes: 1 };
    const { xml: text } = buildMessage('ann@example.org', 'm1', ' \n', 'en', file);
    expect(text).toContain('<body>https://a.example/b</body>');
    expect(text).toContain('<body start="0" end="19"/>');
    expect(text).not.toContain('<length>');
  });

  test('a receipt names the message', () => {
    expect(buildReceipt('ann@example.org/phone', 'r1', 'm1').xml).toContain(
      '<received xmlns="urn:xmpp:receipts" id="m1"/>',
    );
  });

  test('typing is not for the archive', () => {
    expect(buildChatState('ann@example.org', 'composing').xml).toMatch(
      /<composing xmlns="http:\/\/jabber.org\/protocol\/chatstates"\/><no-store /,
    );
  });

  test.each([
    ['available', '<presence xmlns="jabber:client"/>'],
    ['busy', '<presence xmlns="jabber:client"><show>dnd</show></presence>'],
    ['away', '<presence xmlns="jabber:client"><show>away</show></presence>'],
    ['offline', '<presence xmlns="jabber:client" type="unavailable"/>'],
  ] as const)('%s is told so', (status, text) => {
    expect(buildPresence(status).xml).toBe(text);
  });

  test('a page of the archive, forwards and backwards', () => {
    const forwards = buildArchiveQuery('q1', { max: 50, after: 'a9' }).xml;
    expect(forwards).toContain('<max>50</max><after>a9</after></set>');
    expect(forwards).not.toContain('with');
    const backwards = buildArchiveQuery('q2', { max: 20, with: 'ann@example.org', before: '' }).xml;
    expect(backwards).toContain('<field var="with"><value>ann@example.org</value></field>');
    expect(backwards).toContain('<max>20</max><before></before></set>');
  });
});
