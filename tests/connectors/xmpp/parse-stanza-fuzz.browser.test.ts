import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestText } from '../../../src/connectors/xmpp/clean-text.ts';
import { ns } from '../../../src/connectors/xmpp/namespaces.ts';
import { parseStanza } from '../../../src/connectors/xmpp/parse-stanza.ts';
import { readFrame } from '../../../src/connectors/xmpp/read-frame.ts';
import type { WireMessage } from '../../../src/connectors/xmpp/wire-event.ts';
import { own } from './read-stanza.ts';

const addresses = fc.constantFrom(
  own,
  `${own}/desk`,
  'desk.example',
  'ann@example.org/phone',
  'ANN@example.org',
  '/',
  '@',
  '',
  ' ',
);
const names = fc.constantFrom(
  ...['message', 'body', 'forwarded', 'result', 'sent', 'received', 'delay', 'error', 'stanza-id'],
  ...['origin-id', 'request', 'composing', 'active', 'nick', 'iq', 'presence', 'b', 'parsererror'],
);
const attributes = fc.dictionary(
  fc.constantFrom('from', 'to', 'id', 'type', 'by', 'stamp', 'queryid', 'lang'),
  fc.oneof(addresses, fc.string(), fc.constantFrom('chat', 'error', '2026-11-22T03:00:00Z')),
);
const words = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\u202e', '\u0000', '<', ''));

interface Tree {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Record<string, string>;
  readonly children: readonly (Tree | string)[];
}

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.record({
    name: names,
    namespace: fc.constantFrom(...Object.values(ns)),
    attributes,
    children: fc.array(fc.oneof({ depthSize: 'small' }, words, tie('tree')), { maxLength: 4 }),
  }),
}));

const build = (document: Document, { name, namespace, ...rest }: Tree): Element => {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(rest.attributes)) element.setAttribute(key, value);
  for (const each of rest.children) {
    element.append(typeof each === 'string' ? each : build(document, each));
  }
  return element;
};

const messageIn = (element: Element): WireMessage | undefined => {
  const result = parseStanza(element, own);
  if (!result.ok) return undefined;
  if (result.value.kind === 'archived') return result.value.message;
  return result.value.kind === 'message' ? result.value : undefined;
};

test('whatever tree comes, parsing ends, and what is shown is clean and somebody’s', () => {
  fc.assert(
    fc.property(tree, (root) => {
      const document = globalThis.document.implementation.createDocument(null, null);
      const message = build(document, { ...root, name: 'message', namespace: ns.client });
      const found = messageIn(message);
      if (!found) return;
      expect(found.text).not.toMatch(/(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
      expect(found.text.length).toBeLessThanOrEqual(longestText + 4);
      expect(found.contact).not.toBe('');
      expect(found.contact).not.toBe(own);
      expect(found.contact).not.toContain('/');
    }),
    { numRuns: 2000 },
  );
});

test('a stranger never speaks with another’s voice, whatever they wrap', () => {
  const wrapped = fc.record({
    name: names,
    inner: tree,
    namespace: fc.constantFrom(...Object.values(ns)),
  });
  fc.assert(
    fc.property(wrapped, ({ name, inner, namespace }) => {
      const document = globalThis.document.implementation.createDocument(null, null);
      const root = build(document, {
        name: 'message',
        namespace: ns.client,
        attributes: { from: 'mallory@evil.example/x', to: own },
        children: [{ name, namespace, attributes: {}, children: [inner] }, inner],
      });
      const result = parseStanza(root, own);
      if (!result.ok) return;
      expect(result.value.kind).not.toBe('archived');
      if (result.value.kind === 'archived') return;
      expect(result.value.contact).toBe('mallory@evil.example');
      if (result.value.kind === 'message') expect(result.value.direction).toBe('in');
    }),
    { numRuns: 2000 },
  );
});

test('whatever text comes as a frame, reading it ends', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc
      .string({ maxLength: 200 })
      .map((inside) => `<message xmlns="jabber:client">${inside}</message>`),
  );
  fc.assert(
    fc.property(text, (frame) => {
      const element = readFrame(frame);
      if (element) parseStanza(element, own);
    }),
    { numRuns: 1000 },
  );
});

test('a document type, where XML’s bombs hide, is not read', () => {
  expect(readFrame('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')).toBeUndefined();
  expect(readFrame('<a><b></a>')).toBeUndefined();
  expect(readFrame('')).toBeUndefined();
});
