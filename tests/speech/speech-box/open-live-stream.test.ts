import { describe, expect, test } from 'vitest';
import type { ListenOptions } from '../../../src/speech/recognizer.ts';
import { openLiveStream } from '../../../src/speech/speech-box/open-live-stream.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createPlayedSocket } from '../../support/played-socket.ts';

const eof = '{"eof" : 1}';
const piece = () => new ArrayBuffer(4000);

function setUp(
  wanted: Partial<ListenOptions> = {},
  fetch: () => Promise<Response> = () => Promise.reject(new TypeError('No network.')),
) {
  const clock = createFakeClock();
  const box = createPlayedSocket();
  const heard: string[] = [];
  const partials: string[] = [];
  const controller = new AbortController();
  const stream = openLiveStream(
    new URL('ws://box:2700'),
    { clock, fetch, createSocket: () => box.socket },
    {
      language: 'en',
      signal: controller.signal,
      onPartial: (text) => partials.push(text),
      onHeard: ({ text }) => heard.push(text),
      ...wanted,
    },
  );
  return { clock, box, stream, heard, partials, controller };
}
const failure = (kind: string) => ({ ok: false, error: { kind } });
const success = { ok: true, value: undefined };

describe('a stream to a live box', () => {
  test('tells the rate first, then the sound that waited, and the end in the words it knows', async () => {
    const { box, stream, clock } = setUp();
    stream.send(piece());
    box.open();
    stream.send(piece());
    stream.finish();
    stream.send(piece());
    const config = '{"config":{"sample_rate":16000,"words":1}}';
    expect(box.sent).toEqual([config, 4000, 4000, eof]);
    box.answer({ text: 'thank you' });
    box.close(1000);
    expect(await stream.ended).toEqual(success);
    expect(clock.pending).toBe(0);
    expect(box.isClosed()).toBe(true);
  });

  test('that is finished before it is open says the end once it is', () => {
    const { box, stream } = setUp();
    stream.send(piece());
    stream.finish();
    box.open();
    expect(box.sent.slice(1)).toEqual([4000, eof]);
  });

  test('shows each guess once, and hears what is settled', async () => {
    const { box, stream, heard, partials } = setUp();
    box.open();
    for (const partial of ['', 'where', 'where', 'where is']) box.answer({ partial });
    box.answer({ text: 'where is it', result: [] });
    box.answer({ text: '' });
    expect(partials).toEqual(['where', 'where is']);
    expect(heard).toEqual(['where is it']);
    stream.finish();
    box.close(1000);
    await stream.ended;
    expect(heard, 'a settled guess is not heard again').toEqual(['where is it']);
  });

  test('is over with the answer to its end, not with one to earlier sound', async () => {
    const { box, stream, clock, heard } = setUp();
    box.open();
    stream.send(piece());
    stream.send(piece());
    stream.finish();
    let isOver = false;
    void stream.ended.then(() => {
      isOver = true;
    });
    box.answer({ partial: '' });
    box.answer({ text: 'earlier' });
    await clock.advance(9000);
    expect(isOver).toBe(false);
    box.answer({ text: 'last' });
    expect(await stream.ended).toEqual(success);
    expect(heard).toEqual(['earlier', 'last']);
    expect(clock.pending).toBe(0);
  });

  test('that breaks off before the last answer is broken, whatever it said before', async () => {
    const { box, stream, heard } = setUp();
    box.open();
    stream.send(piece());
    stream.finish();
    box.answer({ text: 'the first half' });
    box.close(1006);
    expect(await stream.ended).toEqual(failure('network'));
    expect(heard).toEqual(['the first half']);
  });

  test('a box that works through what is left is waited for as long as it answers', async () => {
    const { box, stream, clock } = setUp();
    box.open();
    stream.send(piece());
    stream.finish();
    for (let round = 0; round < 5; round += 1) {
      await clock.advance(9000);
      box.answer({ partial: `word ${round}` });
    }
    box.answer({ text: 'all of it' });
    box.close(1000);
    expect(await stream.ended).toEqual(success);
  });

  test.each([
    ['has answered', true, 'slow-server'],
    ['was never heard of', false, 'engine-silent'],
  ])('a box that %s and then keeps its last words is given up', async (_, answers, kind) => {
    const { box, stream, clock } = setUp();
    box.open();
    if (answers) box.answer({ partial: '' });
    stream.finish();
    await clock.advance(10_000);
    expect(await stream.ended).toEqual(failure(kind));
  });

  test('a box that does not open in five seconds is slow', async () => {
    const { stream, clock, box } = setUp();
    await clock.advance(5000);
    expect(await stream.ended).toEqual(failure('slow-server'));
    box.open();
    expect(box.sent, 'one that opens later is not spoken to').toEqual([]);
  });

  test('a box that says nothing to ten seconds of sound is silent', async () => {
    const { box, stream, clock } = setUp();
    box.open();
    for (let second = 0; second < 12; second += 1) {
      stream.send(piece());
      await clock.advance(1000);
    }
    expect(await stream.ended).toEqual(failure('engine-silent'));
  });

  test('quiet of the agent is no silence of the box', async () => {
    const { box, stream, clock } = setUp();
    box.open();
    for (let second = 0; second < 60; second += 1) {
      stream.send(piece());
      box.answer({ partial: '' });
      await clock.advance(1000);
    }
    stream.finish();
    box.close(1000);
    expect(await stream.ended).toEqual(success);
  });

  test('a network that does not take the sound makes it slow', async () => {
    const { box, stream } = setUp();
    box.open();
    box.jam(400_000);
    stream.send(piece());
    expect(await stream.ended).toEqual(failure('slow-server'));
  });

  test.each([
    [1006, 'network'],
    [1000, 'network'],
    [1008, 'key-refused'],
    [4403, 'key-refused'],
  ])('closed with %i while listening: %s, and the last guess stays', async (code, kind) => {
    const { box, stream, heard } = setUp();
    box.open();
    box.answer({ text: 'where is it' });
    box.answer({ partial: 'and when' });
    box.close(code);
    expect(await stream.ended).toEqual(failure(kind));
    expect(heard).toEqual(['where is it', 'and when']);
  });

  test.each([
    ['nobody there', () => Promise.reject(new TypeError('No.')), 'network'],
    ['a page there', () => Promise.resolve(new Response('<h1>')), 'bad-answer'],
    ['a door', () => Promise.resolve(new Response('', { status: 401 })), 'key-refused'],
  ])('refused with %s', async (_, fetch, kind) => {
    const { box, stream } = setUp({}, fetch);
    box.close();
    expect(await stream.ended).toEqual(failure(kind));
  });

  test('what answers but may not be read is no box either', async () => {
    let asked = 0;
    const { box, stream } = setUp({}, () => {
      asked += 1;
      return asked === 1 ? Promise.reject(new TypeError('CORS')) : Promise.resolve(new Response());
    });
    box.close();
    expect(await stream.ended).toEqual(failure('bad-answer'));
  });

  test('a refusal that is not explained in time is a matter of the network', async () => {
    const { box, stream, clock } = setUp({}, () => new Promise(() => {}));
    box.close();
    await clock.advance(5000);
    expect(await stream.ended).toEqual(failure('network'));
  });

  test.each(['before', 'after'])(
    'given up %s it is open, it says so and tells no guess',
    async (when) => {
      const { box, stream, controller, heard, clock } = setUp();
      if (when === 'after') {
        box.open();
        box.answer({ partial: 'where' });
      }
      controller.abort();
      expect(await stream.ended).toEqual(failure('aborted'));
      expect(heard).toEqual([]);
      expect(box.isClosed()).toBe(true);
      expect(clock.pending).toBe(0);
      box.answer({ text: 'too late' });
      expect(heard).toEqual([]);
    },
  );

  test('phrases are a grammar only where nothing else will be said', () => {
    const phrases = ['Send message'];
    const open = setUp({ phrases });
    open.box.open();
    expect(open.box.sent[0]).not.toContain('phrase_list');
    const closed = setUp({ phrases, only: true });
    closed.box.open();
    expect(JSON.parse(String(closed.box.sent[0])).config.phrase_list).toEqual(['send message']);
  });
});
