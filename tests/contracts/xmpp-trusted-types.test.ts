import { expect, inject, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { connectLiveDesk } from '../support/live-desk-client.ts';

const desk = connectLiveDesk(inject('liveDesk'));

interface Told {
  readonly enforced?: boolean;
  readonly violation?: string;
  readonly signedIn?: { readonly ok: boolean };
  readonly type?: string;
  readonly offer?: { readonly topic: string };
}

test('signs in and takes messages under the page’s own Trusted Types policy', async () => {
  const agent = await desk.agent();
  const customer = await desk.customer();
  const told: Told[] = [];
  const listen = ({ data }: MessageEvent<{ harebell?: Told }>) => {
    if (data.harebell) told.push(data.harebell);
  };
  addEventListener('message', listen);
  const policy =
    "require-trusted-types-for 'script'; trusted-types harebell-template harebell-stanza";
  const page = document.createElement('iframe');
  const from = (path: string) => new URL(path, import.meta.url).href;
  page.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}">
    <script type="module">
      import { createLiveSession } from ${JSON.stringify(from('../support/live-session.ts'))};
      import { signInUnderPolicy } from ${JSON.stringify(from('../support/trusted-page.ts'))};
      await signInUnderPolicy(createLiveSession, ${JSON.stringify(agent)});
    </script>`;
  document.body.append(page);
  const signedIn = await eventually(() => told.find((each) => each.signedIn));
  expect(signedIn.signedIn).toMatchObject({ ok: true });
  await desk.order(customer, { do: 'send', to: agent.address, text: 'Hello <b>there</b>' });
  const offered = await eventually(() => told.find((each) => each.type === 'offer.received'));
  expect(offered.offer?.topic).toBe('Hello <b>there</b>');
  expect(told.find((each) => each.enforced !== undefined)).toEqual({ enforced: true });
  // One refusal: the trial's own.
  expect(told.filter((each) => each.violation).length).toBe(1);
  removeEventListener('message', listen);
  page.remove();
  await desk.dismiss(customer);
});
