import { expect, test } from 'vitest';
import { parseBoxAddress } from '../../../src/speech/speech-box/box-address.ts';
import { findModel } from '../../../src/speech/speech-box/find-model.ts';
import { patienceFor, postRecording } from '../../../src/speech/speech-box/post-recording.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

const noSocket = () => {
  throw new Error('Recordings need no socket.');
};
const address = parseBoxAddress('http://127.0.0.1:8000');
if (!address) throw new Error('The address is one.');

type Answer = (request: RequestInit, url: string) => Promise<Response>;

function setUp(answer: Answer) {
  const clock = createFakeClock();
  const controller = new AbortController();
  const requests: { readonly url: string; readonly init: RequestInit }[] = [];
  const link = {
    clock,
    createSocket: noSocket,
    fetch: ((url: URL, init: RequestInit) => {
      requests.push({ url: url.href, init });
      return answer(init, url.href);
    }) as typeof fetch,
  };
  const post = (key = '', type = 'audio/wav') =>
    postRecording(
      { sound: new Blob(['sound'], { type }), seconds: 3 },
      { address: address as NonNullable<typeof address>, key, model: 'm', link },
      { language: 'zh-CN', signal: controller.signal, phrases: ['Harebell'] },
    );
  return { clock, controller, requests, link, post };
}
const says =
  (body: unknown, status = 200) =>
  () =>
    Promise.resolve(new Response(JSON.stringify(body), { status }));
/** Never answers, as fetch does it: until it is given up. */
const silent: Answer = ({ signal }) =>
  new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
  });

test('a recording goes out with all that a server asks for, and nothing else', async () => {
  const { post, requests, clock } = setUp(says({ text: '你好' }));
  expect(await post('bluebell', 'audio/webm;codecs=opus')).toMatchObject({
    value: { text: '你好' },
  });
  const [request] = requests;
  const form = request?.init.body as FormData;
  expect(request?.url).toBe('http://127.0.0.1:8000/v1/audio/transcriptions');
  expect(request?.init).toMatchObject({
    method: 'POST',
    credentials: 'omit',
    headers: { Authorization: 'Bearer bluebell' },
  });
  expect((form.get('file') as File).name).toBe('recording.webm');
  form.delete('file');
  expect([...form.entries()]).toEqual([
    ['model', 'm'],
    ['language', 'zh'],
    ['response_format', 'verbose_json'],
    ['timestamp_granularities[]', 'word'],
    ['prompt', 'Harebell'],
  ]);
  expect(clock.pending, 'no time-box is left').toBe(0);
});

test('without a key there is no header for one', async () => {
  const { post, requests } = setUp(says({ text: '' }));
  await post();
  expect(requests[0]?.init.headers).toBeUndefined();
});

test('a server without `verbose_json` is asked once more, for text alone', async () => {
  let asked = 0;
  const { post, requests } = setUp(() => {
    asked += 1;
    return says({ text: '你好' }, asked === 1 ? 400 : 200)();
  });
  expect(await post()).toMatchObject({ ok: true });
  const again = requests[1]?.init.body as FormData | undefined;
  expect(again?.get('response_format')).toBe('json');
});

test.each([
  [400, 'bad-answer'],
  [401, 'key-refused'],
  [403, 'key-refused'],
  [404, 'bad-answer'],
  [408, 'slow-server'],
  [413, 'too-large'],
  [429, 'failed'],
  [500, 'failed'],
  [504, 'slow-server'],
])('the status %i is %s', async (status, kind) => {
  const { post } = setUp(says({}, status));
  expect(await post()).toEqual({ ok: false, error: { kind } });
});

test('a server that takes longer than it may is slow', async () => {
  const { post, clock } = setUp(silent);
  const posting = post();
  await clock.advance(patienceFor(3) - 1);
  await clock.advance(1);
  expect(await posting).toEqual({ ok: false, error: { kind: 'slow-server' } });
});

test('given up by the agent it is aborted, not slow', async () => {
  const { post, controller, clock } = setUp(silent);
  const posting = post();
  controller.abort();
  expect(await posting).toEqual({ ok: false, error: { kind: 'aborted' } });
  expect(clock.pending).toBe(0);
});

test.each([
  [
    { data: [{ id: 'kokoro' }, { id: 'Systran/faster-whisper-small' }] },
    'Systran/faster-whisper-small',
  ],
  [{ data: [{ id: 'canary' }] }, 'canary'],
  [{ data: [] }, 'whisper-1'],
  [{ data: [null, 5, { id: 7 }] }, 'whisper-1'],
  ['<h1>', 'whisper-1'],
])('of the models %j it is %s', async (list, model) => {
  const { link, controller, requests } = setUp(says(list));
  expect(await findModel(address, 'bluebell', link, controller.signal)).toBe(model);
  expect(requests[0]?.url).toBe('http://127.0.0.1:8000/v1/models');
  expect(requests[0]?.init.headers).toEqual({ Authorization: 'Bearer bluebell' });
});

test('a list of models that does not come is not waited for', async () => {
  const { link, controller, clock } = setUp(silent);
  const finding = findModel(address, '', link, controller.signal);
  await clock.advance(3000);
  expect(await finding).toBe('whisper-1');
});

test('a model that the address names is not looked for', async () => {
  const { link, controller, requests } = setUp(says({}));
  const named = { ...address, model: 'mine' };
  expect(await findModel(named, '', link, controller.signal)).toBe('mine');
  expect(requests).toEqual([]);
});
