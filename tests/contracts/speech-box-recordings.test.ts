import { describe, expect, inject, test } from 'vitest';
import type { Clock } from '../../src/shared/clock.ts';
import { systemClock } from '../../src/shared/clock.ts';
import { createSpeechBox } from '../../src/speech/speech-box/create-speech-box.ts';
import { createFastClock } from '../support/fast-clock.ts';
import { quietWav } from '../support/quiet-wav.ts';

const host = inject('speechBox');
const { text, wav } = inject('spoken');
const recording = new Blob([Uint8Array.from(atob(wav), (letter) => letter.charCodeAt(0))], {
  type: 'audio/wav',
});

function transcribe(address: string, sound: Blob = recording, clock: Clock = systemClock) {
  const box = createSpeechBox({
    clock,
    fetch: (...request) => fetch(...request),
    createSocket: (url) => new WebSocket(url),
    address: () => address,
    key: () => Promise.resolve(''),
    devices: undefined,
    pageProtocol: location.protocol,
  });
  return box.transcribe?.(sound, { language: 'en', signal: new AbortController().signal });
}
const lastAsked = async () => {
  const log = (await (await fetch(`http://${host}/log`)).json()) as { readonly bytes?: number }[];
  return log.filter(({ bytes }) => bytes !== undefined).at(-1);
};

describe('a recording to a box that is wrong', () => {
  test.each([
    ['http', 'html', 'bad-answer'],
    ['http', 'half', 'bad-answer'],
    ['http', 'chinese', 'wrong-language'],
    ['http', 'refused', 'key-refused'],
    ['http', 'small', 'too-large'],
    ['http', 'cut', 'network'],
    ['http', 'slow', 'slow-server'],
    ['ws', 'html', 'bad-answer'],
    ['ws', 'half', 'bad-answer'],
    ['ws', 'chinese', 'wrong-language'],
    ['ws', 'refused', 'key-refused'],
    ['ws', 'cut', 'network'],
    ['ws', 'silent', 'engine-silent'],
    ['ws', 'unanswered', 'slow-server'],
  ] as const)('over %s, "%s": %s', async (protocol, way, kind) => {
    const clock = ['slow', 'silent', 'unanswered'].includes(way) ? createFastClock(5) : systemClock;
    const result = await transcribe(`${protocol}://${host}/${way}`, recording, clock);
    expect(result).toEqual({ ok: false, error: { kind } });
  });

  test.each(['http', 'ws'])('with a script in its words has words, over %s', async (protocol) => {
    const result = await transcribe(`${protocol}://${host}/script`);
    expect(result).toMatchObject({ ok: true });
    expect(JSON.stringify(result)).toContain("<script>alert('boo')</script> <b>hello</b>");
  });

  test('half of what was said is no transcript when the box leaves', async () => {
    const twice = new Blob([recording, (await recording.arrayBuffer()).slice(44)]);
    const bytes = await twice.arrayBuffer();
    const view = new DataView(bytes);
    view.setUint32(40, bytes.byteLength - 44, true);
    view.setUint32(4, bytes.byteLength - 8, true);
    const sound = new Blob([bytes], { type: 'audio/wav' });
    expect(await transcribe(`ws://${host}/general`, sound)).toMatchObject({
      ok: true,
      value: { text: expect.stringMatching(/please.*please/) },
    });
    expect(await transcribe(`ws://${host}/leave`, sound)).toEqual({
      ok: false,
      error: { kind: 'network' },
    });
  });
});

describe('what goes out', () => {
  test('is 16 kHz WAV of one channel, whatever came in', async () => {
    await transcribe(`http://${host}/script`, quietWav(3));
    expect(await lastAsked()).toMatchObject({ begins: 'RIFF', bytes: 44 + 3 * 32_000 });
  });

  test('is the recording itself when that is longer than ten minutes', async () => {
    const long = quietWav(601);
    await transcribe(`http://${host}/script`, long);
    expect((await lastAsked())?.bytes).toBe(long.size);
  });

  test('is nothing at all when it cannot be played, or no box is set up', async () => {
    const before = await lastAsked();
    await transcribe(`http://${host}/script`, new Blob([text]));
    expect(await transcribe('')).toEqual({ ok: false, error: { kind: 'no-server' } });
    expect(await lastAsked()).toEqual(before);
  });
});
