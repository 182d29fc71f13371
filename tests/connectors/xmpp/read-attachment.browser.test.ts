import { describe, expect, test } from 'vitest';
import { forwarded, message, own, read } from './read-stanza.ts';

const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const oob = (url: string) => `<x xmlns="jabber:x:oob"><url>${escapeXml(url)}</url></x>`;
const body = (text: string) => `<body>${escapeXml(text)}</body>`;
const told = (file: string) =>
  `<file-sharing xmlns="urn:xmpp:sfs:0"><file xmlns="urn:xmpp:file:metadata:0">${file}</file></file-sharing>`;
const url = 'https://files.example/up/7f/voice.ogg';
const readFrom = (xml: string) => {
  const event = read(xml);
  if (!event.ok || event.value.kind !== 'message') throw new Error('No message.');
  const { text, attachment } = event.value;
  return { text, attachment };
};
const voice = { url, name: 'voice.ogg', mime: 'audio/ogg' };

describe('a recording that came with a message', () => {
  test('is an attachment, and its name stands for the address in the body', () => {
    expect(readFrom(message(body(url) + oob(url)))).toEqual({
      text: 'voice.ogg',
      attachment: voice,
    });
  });

  test('is one without a body too', () => {
    expect(readFrom(message(oob(url)))).toEqual({ text: 'voice.ogg', attachment: voice });
  });

  test('leaves what was written beside it where it is', () => {
    expect(readFrom(message(body('Please listen') + oob(url)))).toEqual({
      text: 'Please listen',
      attachment: { ...voice, words: 'Please listen' },
    });
  });

  test('is known by what its sender tells of it, where that can be', () => {
    const file =
      '<media-type>audio/mp4</media-type><name>My \u202evoice.m4a</name><size>45000</size><length>12500</length>';
    expect(readFrom(message(oob('https://files.example/x') + told(file))).attachment).toEqual({
      url: 'https://files.example/x',
      name: 'My voice.m4a',
      mime: 'audio/mp4',
      bytes: 45_000,
      seconds: 12.5,
    });
    const lies = '<size>-1</size><length>soon</length><name> </name>';
    expect(readFrom(message(oob(url) + told(lies))).attachment).toEqual(voice);
  });

  test.each(['aac', 'flac', 'm4a', 'mp3', 'oga', 'ogg', 'opus', 'wav', 'weba', 'OGG'])(
    'is known by its ending: %s',
    (ending) => {
      const { attachment } = readFrom(message(oob(`https://files.example/a.${ending}`)));
      expect(attachment?.mime).toMatch(/^audio\//);
    },
  );

  test('is found in copies and in the archive as well', () => {
    const inner = message(body(url) + oob(url));
    const entry = `<message xmlns="jabber:client" from="${own}" to="${own}/desk"><result xmlns="urn:xmpp:mam:2" id="a1">${forwarded(inner)}</result></message>`;
    expect(read(entry)).toMatchObject({
      value: { kind: 'archived', message: { text: 'voice.ogg', attachment: voice } },
    });
    const copy = `<message xmlns="jabber:client" from="${own}" to="${own}/desk"><received xmlns="urn:xmpp:carbons:2">${forwarded(inner)}</received></message>`;
    expect(read(copy)).toMatchObject({ value: { text: 'voice.ogg', attachment: voice } });
  });

  test.each([
    ['http://localhost:5280/upload/voice.ogg'],
    ['http://127.0.0.1:5280/upload/voice.ogg'],
    ['http://desk.example/voice.ogg'],
    ['http://upload.desk.example/voice.ogg'],
  ])('may come from this computer or the desk’s own server without TLS: %s', (near) => {
    expect(readFrom(message(oob(near))).attachment?.url).toBe(near);
  });

  test('has a name that is safe to show, whatever its address holds', () => {
    const name = (address: string) => readFrom(message(oob(address))).attachment?.name;
    expect(name('https://files.example/%E8%AF%AD%E9%9F%B3.ogg')).toBe('语音.ogg');
    expect(name('https://files.example/%ff%.ogg')).toBe('%ff%.ogg');
    expect(name(`https://files.example/${'a'.repeat(500)}.ogg`)).toHaveLength(80);
    expect(name('https://files.example/a%E2%80%AEb.ogg')).toBe('ab.ogg');
  });
});

describe('another file that came with a message', () => {
  test.each([
    ['jpg', 'picture', 'image/jpeg'],
    ['PNG', 'picture', 'image/png'],
    ['svg', 'file', 'image/svg+xml'],
    ['pdf', 'file', 'application/pdf'],
    ['mp4', 'file', 'video/mp4'],
  ])('is known by its ending: %s', (ending, kind, mime) => {
    const address = `https://files.example/up/photo.${ending}`;
    const name = `photo.${ending}`;
    expect(readFrom(message(body(address) + oob(address)))).toEqual({
      text: name,
      attachment: { kind, url: address, name, mime },
    });
  });

  test('is what its sender says, with its size, and not a page', () => {
    const type = (mime: string) =>
      readFrom(
        message(
          oob('https://files.example/x') +
            told(`<media-type>${mime}</media-type><size>240000</size>`),
        ),
      ).attachment;
    expect(type('image/png')).toMatchObject({ kind: 'picture', bytes: 240_000 });
    expect(type('application/x-unheard-of')).toMatchObject({ kind: 'file' });
    expect(type('text/html')).toBeUndefined();
    expect(type('image/png; charset=x')).toBeUndefined();
  });

  test.each([
    'javascript:alert(1)//a.png',
    'data:image/png;base64,iVBORw0KGgo=',
    'file:///etc/passwd.png',
    'http://files.example/photo.png',
    'https://desk.example:x@evil.example/photo.png',
    'https://files.example/page.html',
  ])('is text where it must not be fetched: %s', (address) => {
    expect(readFrom(message(oob(address)))).toEqual({ text: address, attachment: undefined });
  });
});

describe('words beside a recording', () => {
  const mark = (start: number, end: number, about = 'urn:xmpp:sfs:0') =>
    `<fallback xmlns="urn:xmpp:fallback:0" for="${about}"><body start="${start}" end="${end}"/></fallback>`;
  const words = (text: string, more = '') => readFrom(message(body(text) + oob(url) + more)).text;

  test('do not have its address in them, marked or not', () => {
    const text = `Please 🌼 listen\n${url}`;
    expect(words(text)).toBe('Please 🌼 listen');
    // The flower is one character, and the line break is left out too.
    expect(words(text, mark(15, 16 + url.length))).toBe('Please 🌼 listen');
    expect(words(`Please listen: ${url} `)).toBe('Please listen:');
    expect(words(`${url}\nPlease listen`, mark(0, url.length + 1))).toBe('Please listen');
    expect(words(`${url} `, mark(0, url.length))).toBe('voice.ogg');
  });

  test('are all there otherwise, whatever is marked', () => {
    expect(words('Send me the money', mark(0, 17))).toBe('Send me the money');
    expect(words(`Send me the money\n${url}`, mark(0, 18 + url.length))).toBe('Send me the money');
    expect(words(`Send it`, mark(7, 0))).toBe('Send it');
    expect(words(`Send it`, mark(-1, 999_999))).toBe('Send it');
    expect(words(`${url} first`, mark(0, url.length, 'urn:xmpp:reply:0'))).toBe(`${url} first`);
    expect(words(`see${url}`)).toBe(`see${url}`);
  });

  test('are cut as any others', () => {
    expect(words(`${'a'.repeat(100_000)} ${url}`, mark(0, 999_999))).toHaveLength(65_540);
  });
});

describe('what is no recording, or not to be fetched, is text', () => {
  test.each([
    ['a script', 'javascript:alert(1)//a.ogg'],
    ['data', 'data:audio/ogg;base64,T2dnUw=='],
    ['a file of this computer', 'file:///etc/passwd.ogg'],
    ['a blob', 'blob:https://files.example/a.ogg'],
    ['without TLS', 'http://files.example/voice.ogg'],
    ['a host that only ends like ours', 'http://evildesk.example/voice.ogg'],
    ['with a password', 'https://desk.example:x@evil.example/voice.ogg'],
    ['a page', 'https://files.example/'],
    ['no address', 'voice.ogg'],
    ['an ending that every object has', 'https://files.example/a.constructor'],
    ['too long', `https://files.example/${'a'.repeat(2048)}.ogg`],
  ])('%s', (_, address) => {
    expect(readFrom(message(oob(address)))).toEqual({ text: address, attachment: undefined });
    expect(readFrom(message(body(address) + oob(address)))).toEqual({
      text: address,
      attachment: undefined,
    });
    expect(readFrom(message(body('Look') + oob(address))).text).toBe('Look');
  });

  test('also when its sender says that it is a sound of no known kind', () => {
    const type = (mime: string) =>
      readFrom(message(oob(url) + told(`<media-type>${mime}</media-type>`))).attachment;
    expect(type('text/html')).toBeUndefined();
    expect(type('audio/ogg;<script>'.replace('<', '&lt;'))).toBeUndefined();
  });

  test('an empty address is no message at all', () => {
    expect(read(message(oob('  ')))).toEqual({ ok: false, error: { kind: 'unknown' } });
    expect(read(message(`<x xmlns="jabber:x:oob"/>`))).toMatchObject({ ok: false });
  });

  test('one inside something else does not count', () => {
    const hidden = `<wrapped xmlns="urn:other">${oob(url)}</wrapped>`;
    expect(readFrom(message(body('Hello') + hidden))).toEqual({
      text: 'Hello',
      attachment: undefined,
    });
  });
});
