interface StanzaPolicy {
  createHTML(text: string): string;
}

interface TrustedTypesFactory {
  createPolicy(name: string, rules: StanzaPolicy): StanzaPolicy;
}

const rules: StanzaPolicy = { createHTML: (text) => text };

/**
 * `DOMParser` is a sink of Trusted Types even for XML, so what comes passes through this named
 * policy. A policy's name can be taken once in a page: hence here and not in a factory.
 */
const policy: StanzaPolicy =
  (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes?.createPolicy(
    'harebell-stanza',
    rules,
  ) ?? rules;

/**
 * Turns what came in one WebSocket frame into an element; undefined when it is not XML.
 * The document that `DOMParser` makes has no browsing context: nothing in it is fetched or run,
 * and no part of it is ever put into the page.
 * @param frame one frame (RFC 7395: one whole element)
 */
export function readFrame(frame: string): Element | undefined {
  // The browser's own page for what is not XML carries a style, which the page's policy reports.
  if (!frame) return undefined;
  // RFC 7395 has no document types; they are where XML's own bombs hide.
  if (frame.includes('<!DOCTYPE')) return undefined;
  const document = new DOMParser().parseFromString(policy.createHTML(frame), 'text/xml');
  // A parser reports an error by an element. A sender may write one of that name too, but then
  // the name stands in the frame, and the frame is well-formed because the server made it anew.
  const broken =
    document.getElementsByTagName('parsererror').length > 0 && !frame.includes('parsererror');
  return broken ? undefined : document.documentElement;
}
