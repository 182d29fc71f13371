import { describe, expect, test } from 'vitest';
import type { Link } from '../../../src/connectors/xmpp/link.ts';
import { readFrame } from '../../../src/connectors/xmpp/read-frame.ts';
import { createServerStart } from '../../../src/connectors/xmpp/server-start.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

const setUp = (seconds: string | undefined) => {
  const clock = createFakeClock();
  const asked: string[] = [];
  const answers = { seconds };
  const link: Pick<Link, 'request'> = {
    request: async (type, body, to) => {
      asked.push(`${type} ${to} ${body.xml}`);
      const element = readFrame(
        `<iq xmlns="jabber:client" type="result"><query xmlns="jabber:iq:last" seconds="${answers.seconds}"/></iq>`,
      );
      if (answers.seconds === undefined || !element) {
        return { ok: false, error: { kind: 'refused', reason: 'service-unavailable' } };
      }
      return { ok: true, value: element };
    },
  };
  return { answers, asked, clock, start: createServerStart(link, 'desk.example', clock) };
};

describe('when the server began to run', () => {
  test('is what its host says, asked once a session', async () => {
    const { answers, asked, clock, start } = setUp('90');
    const began = clock.now() - 90_000;
    expect(await start.at()).toBe(began);
    await clock.advance(1000);
    expect(await start.at()).toBe(began);
    expect(asked).toEqual(['get desk.example <query xmlns="jabber:iq:last"/>']);
    start.forget();
    answers.seconds = '0';
    expect(await start.at()).toBe(clock.now());
  });

  test.each([undefined, '', '-1', '1e3', 'soon', '99999999999'])(
    'is not known of %j, and is asked again',
    async (seconds) => {
      const { answers, clock, start } = setUp(seconds);
      expect(await start.at()).toBeUndefined();
      answers.seconds = '5';
      expect(await start.at()).toBe(clock.now() - 5000);
    },
  );

  test('an answer that comes in the next session counts no more', async () => {
    const { start } = setUp('90');
    const late = start.at();
    start.forget();
    expect(await late).toBeUndefined();
  });
});
