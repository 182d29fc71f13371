import type { Link } from './link.ts';
import { xml } from './xml.ts';

const entityTime = 'urn:xmpp:time';

/**
 * Asks our host what time it is (XEP-0202): epoch milliseconds. Undefined when it does not tell, or
 * nothing that is a time.
 */
export async function askServerTime(
  link: Pick<Link, 'request'>,
  host: string,
): Promise<number | undefined> {
  const answer = await link.request('get', xml`<time xmlns="${entityTime}"/>`, host);
  const found = answer.ok ? answer.value.getElementsByTagNameNS(entityTime, 'utc')[0] : undefined;
  const time = Date.parse(found?.textContent?.trim() ?? '');
  return Number.isNaN(time) ? undefined : time;
}
