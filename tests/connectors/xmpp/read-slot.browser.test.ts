import { describe, expect, test } from 'vitest';
import { readFrame } from '../../../src/connectors/xmpp/read-frame.ts';
import { readSlot } from '../../../src/connectors/xmpp/read-slot.ts';
import { own } from './read-stanza.ts';

const there = 'https://upload.desk.example/7f/answer.ogg';

const read = (inside: string) => {
  const iq = readFrame(`<iq xmlns="jabber:client" type="result" id="q1">${inside}</iq>`);
  if (!iq) throw new Error(`Not XML: ${inside}`);
  return readSlot(iq, own);
};
const slot = (put: string, get: string, headers = '') =>
  `<slot xmlns="urn:xmpp:http:upload:0"><put url="${put}">${headers}</put><get url="${get}"/></slot>`;
const headersOf = (headers: string) => {
  const found = read(slot(there, there, headers));
  return found && Object.fromEntries(found.headers);
};

describe('a place for a file', () => {
  test('is where to put it and where to fetch it', () => {
    const found = read(slot(`${there}?v=1&amp;w=2`, 'https://cdn.example/answer.ogg'));
    expect(found).toMatchObject({
      put: `${there}?v=1&w=2`,
      get: 'https://cdn.example/answer.ogg',
    });
  });

  test.each(['http://127.0.0.1:5280/upload/a.ogg', 'http://upload.desk.example/a.ogg'])(
    'may be without TLS at this computer and at the desk’s own server: %s',
    (near) => {
      expect(read(slot(near, near))).toMatchObject({ put: near, get: near });
    },
  );

  test('comes with the three headers that may be asked for, and no others', () => {
    expect(
      headersOf(
        '<header name="Authorization">Basic abc=</header><header name="cookie">a=b</header><header name="Expires">0</header><header name="Host">evil.example</header><header name="X-Forwarded-For">10.0.0.1</header><header>nameless</header><other name="Cookie">c=d</other>',
      ),
    ).toEqual({ authorization: 'Basic abc=', cookie: 'a=b', expires: '0' });
  });

  test('cannot put further headers in by line breaks, in names or in values', () => {
    expect(
      headersOf('<header name="Authorization">Basic abc=&#13;&#10;Host: evil.example</header>'),
    ).toEqual({ authorization: 'Basic abc=Host: evil.example' });
    expect(headersOf('<header name="Expires&#10;">0</header>')).toEqual({ expires: '0' });
    expect(headersOf('<header name="Expires&#10;Host">0</header>')).toEqual({});
  });

  test('is none when a header holds what no header can', () => {
    expect(headersOf('<header name="Authorization">花</header>')).toBeUndefined();
  });

  test.each([
    ['a script', 'javascript:alert(1)'],
    ['data', 'data:text/plain,a'],
    ['a file of this computer', 'file:///etc/passwd'],
    ['without TLS elsewhere', 'http://files.example/a.ogg'],
    ['a host that only ends like ours', 'http://evildesk.example/a.ogg'],
    ['with a password', 'https://desk.example:x@evil.example/a.ogg'],
    ['no address', 'upload/a.ogg'],
    ['nothing', ''],
    ['too long', `https://files.example/${'a'.repeat(2048)}`],
  ])('is none where either address is not to be asked: %s', (_, address) => {
    expect(read(slot(address, there))).toBeUndefined();
    expect(read(slot(there, address))).toBeUndefined();
  });

  test.each([
    ['nothing', ''],
    ['a page', '<html xmlns="http://www.w3.org/1999/xhtml"><body>Not found</body></html>'],
    ['half a place', `<slot xmlns="urn:xmpp:http:upload:0"><put url="${there}"/></slot>`],
    ['one of another kind', slot(there, there).replace('upload:0', 'upload')],
    ['one inside something else', `<wrapped xmlns="urn:other">${slot(there, there)}</wrapped>`],
  ])('is none when the answer is %s', (_, answer) => {
    expect(read(answer)).toBeUndefined();
  });
});
