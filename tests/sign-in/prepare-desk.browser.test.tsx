import { afterEach, expect, it, vi } from 'vitest';
import { serviceKey } from '../../src/connectors/xmpp/open-early.ts';
import { prepareDesk } from '../../src/sign-in/create-live-connector.ts';
import { createXmppStore } from '../../src/sign-in/create-xmpp-store.ts';
import { showSignIn } from './show-sign-in.tsx';

const account = 'ada@desk.example';
const service = 'ws://127.0.0.1:1/ws';

afterEach(() => vi.unstubAllGlobals());

/** A workspace that knows an account's server, and the sockets that are opened. */
const setUp = async (kept: string) => {
  const { workspace } = await showSignIn(async () => Promise.reject(new Error('not asked for')));
  await createXmppStore(workspace.storage).set(serviceKey(account), kept);
  const opened: { readonly url: string; isClosed: boolean }[] = [];
  class Socket extends EventTarget {
    static readonly OPEN = 1;
    readonly #entry;

    constructor(url: string) {
      super();
      this.#entry = { url, isClosed: false };
      opened.push(this.#entry);
    }

    close() {
      this.#entry.isClosed = true;
    }
  }
  vi.stubGlobal('WebSocket', Socket);
  return { opened, workspace };
};

const values = { account, password: 'secret', service: '' };

it('A61: opens the way to where the account was served the last time, and lets go of it', async () => {
  const { opened, workspace } = await setUp(service);
  const desk = prepareDesk(account, workspace);
  await expect.poll(() => opened).toEqual([{ url: service, isClosed: false }]);
  desk.stop();
  await expect.poll(() => opened).toEqual([{ url: service, isClosed: true }]);
});

it.each([
  ['for an account that is not kept', '', service],
  ['for another account', 'eve@desk.example', service],
  ['over an open line', account, 'ws://desk.example/ws'],
])('opens nothing %s', async (_, typed, kept) => {
  const { opened, workspace } = await setUp(kept);
  const desk = prepareDesk(typed, workspace);
  // The connector is only made once that is settled.
  expect((await desk.create({ ...values, service }, workspace)).id).toBe(`xmpp:${account}`);
  expect(opened).toEqual([]);
  desk.stop();
});
