import { describe, expect, test } from 'vitest';
import { createQuestions } from '../../../src/connectors/xmpp/create-questions.ts';
import { readFrame } from '../../../src/connectors/xmpp/read-frame.ts';
import { xml } from '../../../src/connectors/xmpp/xml.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

const ping = xml`<ping xmlns="urn:xmpp:ping"/>`;

const element = (text: string): Element => {
  const found = readFrame(text);
  if (!found) throw new Error(text);
  return found;
};

const setUp = () => {
  const clock = createFakeClock();
  let serial = 0;
  const createId = () => {
    serial += 1;
    return `q${serial}`;
  };
  return { clock, questions: createQuestions(clock, createId, 20_000) };
};

describe('questions to the server', () => {
  test('go out with an id', () => {
    const { questions } = setUp();
    expect(questions.ask('get', ping).text).toBe(
      '<iq xmlns="jabber:client" type="get" id="q1"><ping xmlns="urn:xmpp:ping"/></iq>',
    );
    expect(questions.ask('get', ping, 'a&b.example').text).toContain(
      'id="q2" to="a&amp;b.example"',
    );
  });

  test('are refused with what the protocol adds to it', async () => {
    const { questions } = setUp();
    const { answer } = questions.ask('get', ping);
    questions.take(
      element(
        '<iq xmlns="jabber:client" type="error" id="q1"><request xmlns="urn:a"/><error><not-acceptable xmlns="urn:ietf:params:xml:ns:xmpp-stanzas"/><file-too-large xmlns="urn:a"/></error></iq>',
      ),
    );
    const error = { kind: 'refused', reason: 'not-acceptable', detail: 'file-too-large' };
    expect(await answer).toEqual({ ok: false, error });
  });

  test('wait longer while other things keep coming, but not for ever', async () => {
    const { clock, questions } = setUp();
    const { answer } = questions.ask('get', ping);
    let settled: unknown;
    void answer.then((found) => {
      settled = found;
    });
    // A page of the archive over 2G: a message every 15 seconds.
    for (let time = 0; time < 105_000; time += 15_000) {
      await clock.advance(15_000);
      questions.heard();
    }
    expect(settled).toBeUndefined();
    await clock.advance(14_999);
    expect(settled).toBeUndefined();
    await clock.advance(1);
    expect(settled).toEqual({ ok: false, error: { kind: 'timeout' } });
  });

  test('are answered, refused, or time out, each its own', async () => {
    const { clock, questions } = setUp();
    const [one, two, three] = [1, 2, 3].map(() => questions.ask('get', ping).answer);
    questions.take(
      element(
        '<iq xmlns="jabber:client" type="error" id="q2"><error><item-not-found xmlns="urn:ietf:params:xml:ns:xmpp-stanzas"/></error></iq>',
      ),
    );
    questions.take(element('<iq xmlns="jabber:client" type="result" id="q1"/>'));
    expect((await one)?.ok).toBe(true);
    expect(await two).toEqual({ ok: false, error: { kind: 'refused', reason: 'item-not-found' } });
    await clock.advance(20_000);
    expect(await three).toEqual({ ok: false, error: { kind: 'timeout' } });
    expect(clock.pending).toBe(0);
  });

  test('an answer to what was never asked, or twice, changes nothing', async () => {
    const { questions } = setUp();
    const { answer } = questions.ask('get', ping);
    for (const id of ['q9', 'q1', 'q1']) {
      const iq = element(`<iq xmlns="jabber:client" type="result" id="${id}"/>`);
      expect(questions.take(iq)).toBeUndefined();
    }
    expect((await answer).ok).toBe(true);
  });

  test('end with the session', async () => {
    const { clock, questions } = setUp();
    const { answer } = questions.ask('set', ping);
    questions.fail();
    expect(await answer).toEqual({ ok: false, error: { kind: 'not-connected' } });
    expect(clock.pending).toBe(0);
  });
});

describe('questions of others', () => {
  test('a ping is answered with yes', () => {
    const { questions } = setUp();
    const iq = `<iq xmlns="jabber:client" type="get" id="p1" from="desk.example">${ping.xml}</iq>`;
    expect(questions.take(element(iq))).toBe(
      '<iq xmlns="jabber:client" type="result" id="p1" to="desk.example"/>',
    );
  });

  test('everything else with no', () => {
    const { questions } = setUp();
    const iq = '<iq xmlns="jabber:client" type="set" id="&lt;2"><a xmlns="urn:b"/></iq>';
    const answer = questions.take(element(iq));
    expect(answer).toContain('type="error" id="&lt;2"><error type="cancel"><service-unavailable');
  });
});
