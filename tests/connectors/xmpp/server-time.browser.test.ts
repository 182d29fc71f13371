import { expect, test } from 'vitest';
import type { Link } from '../../../src/connectors/xmpp/link.ts';
import { readFrame } from '../../../src/connectors/xmpp/read-frame.ts';
import { askServerTime } from '../../../src/connectors/xmpp/server-time.ts';

const answering = (utc: string | undefined) => {
  const asked: string[] = [];
  const link: Pick<Link, 'request'> = {
    request: async (type, body, to) => {
      asked.push(`${type} ${to} ${body.xml}`);
      const element = readFrame(
        `<iq xmlns="jabber:client" type="result"><time xmlns="urn:xmpp:time"><tzo>+08:00</tzo><utc>${utc}</utc></time></iq>`,
      );
      if (utc === undefined || !element) {
        return { ok: false, error: { kind: 'refused', reason: 'service-unavailable' } };
      }
      return { ok: true, value: element };
    },
  };
  return { asked, link };
};

test.each(['2026-11-23T04:00:00Z', '2026-11-23T04:00:00.000Z', ' 2026-11-23T04:00:00Z '])(
  'the time is what our host says: %j',
  async (utc) => {
    const { asked, link } = answering(utc);
    expect(await askServerTime(link, 'desk.example')).toBe(Date.UTC(2026, 10, 23, 4));
    expect(asked).toEqual(['get desk.example <time xmlns="urn:xmpp:time"/>']);
  },
);

test.each([undefined, '', 'soon', '2026-13-45T99:00:00Z'])('it is not known of %j', async (utc) => {
  const { link } = answering(utc);
  expect(await askServerTime(link, 'desk.example')).toBeUndefined();
});
