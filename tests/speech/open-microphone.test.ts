import { expect, test } from 'vitest';
import { openMicrophone } from '../../src/speech/open-microphone.ts';

const { signal } = new AbortController();

const microphone = (tracks = 1) => {
  const stopped: number[] = [];
  const all = Array.from({ length: tracks }, (_, at) => ({ stop: () => stopped.push(at) }));
  const stream = { getTracks: () => all, getAudioTracks: () => all } as unknown as MediaStream;
  return { stream, stopped };
};
const opening = (answer: () => Promise<MediaStream>) => ({ getUserMedia: answer });

test('an open microphone is one track, which closing ends', async () => {
  const { stream, stopped } = microphone();
  const devices = opening(() => Promise.resolve(stream));
  const result = await openMicrophone({ devices, signal });
  if (!result.ok) throw new Error(result.error.kind);
  expect(result.value.track).toBe(stream.getAudioTracks()[0]);
  expect(stopped).toEqual([]);
  result.value.close();
  expect(stopped).toEqual([0]);
});

test.each([
  ['NotAllowedError', 'microphone-denied'],
  ['SecurityError', 'microphone-denied'],
  ['NotFoundError', 'no-microphone'],
  ['NotReadableError', 'no-microphone'],
  ['OverconstrainedError', 'no-microphone'],
  ['InvalidStateError', 'failed'],
])('%s is %s', async (name, kind) => {
  const devices = opening(() => Promise.reject(new DOMException('', name)));
  expect(await openMicrophone({ devices, signal })).toEqual({ ok: false, error: { kind } });
});

test('a stream without sound is no microphone', async () => {
  const devices = opening(() => Promise.resolve(microphone(0).stream));
  const missing = { ok: false, error: { kind: 'no-microphone' } };
  expect(await openMicrophone({ devices, signal })).toEqual(missing);
});

test('a page that may have none says so', async () => {
  const missing = { ok: false, error: { kind: 'not-in-this-browser' } };
  expect(await openMicrophone({ devices: undefined, signal })).toEqual(missing);
});

test('one that opens after it was given up is closed again', async () => {
  const { stream, stopped } = microphone();
  let answer = (_: MediaStream) => {};
  const devices = opening(
    () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  );
  const controller = new AbortController();
  const asked = openMicrophone({ devices, signal: controller.signal });
  controller.abort();
  expect(await asked).toEqual({ ok: false, error: { kind: 'aborted' } });
  answer(stream);
  await expect.poll(() => stopped).toEqual([0]);
});

test('given up before, it is not asked for', async () => {
  let asked = 0;
  const devices = opening(() => {
    asked += 1;
    return Promise.resolve(microphone().stream);
  });
  const result = await openMicrophone({ devices, signal: AbortSignal.abort() });
  expect(result).toEqual({ ok: false, error: { kind: 'aborted' } });
  expect(asked).toBe(0);
});
