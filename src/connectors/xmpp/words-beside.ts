import { longestText } from './clean-text.ts';
import { ns } from './namespaces.ts';

/** Where a body is said to be there only for programs that know no shared files (XEP-0428). */
const markIn = (message: Element): readonly [number, number] | undefined => {
  for (const mark of message.children) {
    if (mark.namespaceURI !== ns.fallback || mark.getAttribute('for') !== ns.fileSharing) continue;
    const body = mark.getElementsByTagNameNS(ns.fallback, 'body')[0];
    const [start, end] = ['start', 'end'].map((name) => body?.getAttribute(name) ?? '');
    if (/^\d{1,6}$/.test(start ?? '') && /^\d{1,6}$/.test(end ?? '')) {
      return [Number(start), Number(end)];
    }
  }
  return undefined;
};

/**
 * What is written beside a file: the body without the file's address, which stands at its end, or
 * where the sender marked it. Nothing else is left out, whatever is marked: an agent must see all
 * that a customer's own program shows.
 * @param body as it came
 * @param address of the file, as its sender wrote it
 */
export function wordsBeside(message: Element, body: string, address: string): string {
  const mark = body.length <= longestText + address.length ? markIn(message) : undefined;
  if (mark) {
    // Code points are counted, not code units (XEP-0426).
    const characters = [...body];
    const marked = characters.splice(mark[0], Math.max(0, mark[1] - mark[0])).join('');
    if (marked.trim() === address) return characters.join('');
  }
  const end = body.trimEnd();
  const words = end.slice(0, -address.length);
  const isLast = end.endsWith(address) && (words === '' || /\s$/.test(words));
  return isLast ? words.trimEnd() : body;
}
