import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { spoken, startHearing } from '../support/hear-page.ts';
import { type LiveDesk, startLiveDesk } from '../support/live-desk.ts';
import { type OpenBuild, openBuild } from '../support/open-build.ts';
import { signIn } from '../support/open-live-build.ts';
import { shareHeard } from '../support/share-heard.ts';
import { speakWav } from '../support/speak-wav.ts';
import { type SpeechBoxServer, startSpeechBox } from '../support/speech-box-server.ts';

const sentence = 'please send the new address to our office this morning';
const folder = mkdtempSync(join(tmpdir(), 'harebell-caption-'));
const asked: IncomingMessage[] = [];
let files: Server;
let box: SpeechBoxServer;
let live: LiveDesk;
let build: OpenBuild;

/** Where customers put their files: pages of any site may read them there, but for one. */
const serveFiles = (sound: Buffer) =>
  createServer((request, response) => {
    asked.push(request);
    const open = { 'access-control-allow-origin': '*', 'content-type': 'audio/wav' };
    const name = request.url?.split('/').at(-1);
    if (name === 'empty.wav') response.writeHead(200, open).end();
    else if (name === 'page.wav') response.writeHead(200, open).end('<h1>Sign in</h1>');
    else if (name === 'closed.wav') response.writeHead(200).end(sound);
    else if (name === 'cut.wav') {
      response.writeHead(200, { ...open, 'content-length': sound.length });
      response.write(sound.subarray(0, 9000), () => response.destroy());
    } else response.writeHead(200, open).end(sound);
  });
const address = (name: string) =>
  `http://127.0.0.1:${(files.address() as AddressInfo).port}/up/${name}`;

beforeAll(async () => {
  const wav = join(folder, 'said.wav');
  speakWav([sentence], wav);
  files = serveFiles(readFileSync(wav));
  files.listen(0, '127.0.0.1');
  [box, live, build] = await Promise.all([startSpeechBox(), startLiveDesk(), openBuild()]);
});
afterAll(async () => {
  await build?.close();
  await live?.stop();
  await box?.kill();
  files.closeAllConnections();
  files.close();
  rmSync(folder, { recursive: true });
});

/** An agent with a speech box, in a conversation with a customer who sent a file. */
async function openConversation(boxAddress: string, file: string) {
  const [agent, customer] = await Promise.all([live.agent(), live.customer()]);
  const page = await build.open({ path: '/#/settings' });
  await page.evaluate(startHearing);
  await page.click('#tab-engines');
  await page.fill('#speech-box-address', boxAddress);
  await page.keyboard.press('Tab');
  await page.click('#link-home');
  await page.getByRole('link', { name: 'Sign in to a desk' }).click();
  await signIn(page, agent);
  const send = (name: string) =>
    live.order(customer, {
      do: 'send',
      to: agent.address,
      text: address(name),
      file: address(name),
    });
  await send(file);
  await page.locator('.offer').waitFor();
  await page.keyboard.press('Alt+a');
  await page.waitForSelector('#reply:focus');
  const message = page.locator('article', { has: page.locator('.voice') }).last();
  return {
    page,
    message,
    send,
    button: (name: string) => message.getByRole('button', { name, exact: true }),
    trouble: () => message.locator('.error').textContent(),
    /** A reply still goes out; after what came in while it was typed it is asked for again (A19). */
    answer: async (text: string) => {
      await page.fill('#reply', text);
      const before = (await spoken(page)).length;
      await page.press('#reply', 'Enter');
      if (await page.inputValue('#reply')) {
        const said = async () => (await spoken(page)).slice(before).join('\n');
        await expect.poll(said).toMatch(/^Not sent yet/m);
        await page.press('#reply', 'Enter');
      }
      await expect
        .poll(async () => (await live.heard(customer)).map((event) => event.text))
        .toContain(text);
    },
  };
}

test.each(['http', 'ws'])(
  'A45: a customer’s voice message is written down by the speech box over %s, shown as a machine’s, and said',
  async (protocol) => {
    const desk = await openConversation(`${protocol}://${box.host}/general`, `${protocol}.wav`);
    const { page, message, button } = desk;
    const fetched = () => asked.filter(({ url }) => url?.endsWith(`${protocol}.wav`));
    expect(await message.locator('.caption').textContent()).toMatch(/: \w+\.wav$/);
    expect(fetched(), 'nothing is fetched before it is asked for').toEqual([]);
    await message.focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const source = () => message.locator('.voice > .hint').textContent();
    await expect
      .poll(source, { timeout: 30_000 })
      .toMatch(/^Written by a machine \(Speech box\), and it is (sure|fairly sure|unsure)\./);
    expect(fetched()).toHaveLength(1);
    expect(fetched()[0]?.headers).not.toHaveProperty('referer');

    const [author = '', caption = ''] =
      (await message.locator('.caption').textContent())?.split(/: (.*)/s) ?? [];
    expect(shareHeard(sentence, caption)).toBeGreaterThanOrEqual(0.6);
    expect(await message.getAttribute('aria-label')).toContain(
      `${author}: ${caption} (voice message)`,
    );
    expect(await page.textContent('.option .preview')).toContain(caption);
    await expect.poll(() => spoken(page)).toContain(`Written down: ${caption}`);
    // What it doubts is marked among the words, and named beneath them.
    const marks = await message.locator('mark').allTextContents();
    expect((await source())?.includes('Not sure of: ')).toBe(marks.length > 0);

    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Play');
    await page.keyboard.press('Enter');
    await button('Pause').waitFor();
    await desk.answer('I have it.');
    await page.context().close();
  },
);

test('what is wrong with a file is said in words of its own, and the next one is heard', async () => {
  const desk = await openConversation(`http://${box.host}/general`, 'empty.wav');
  const told: string[] = [];
  for (const name of ['empty.wav', 'page.wav', 'closed.wav', 'cut.wav']) {
    if (name !== 'empty.wav') await desk.send(name);
    await desk.page.locator('.voice .caption').getByText(name).waitFor();
    await desk.button('Load the voice message').click();
    await desk.message.locator('.error').waitFor();
    const why = (await desk.trouble()) ?? '';
    await expect.poll(() => spoken(desk.page)).toContain(`Voice message: ${why}`);
    told.push(why);
  }
  expect(told).toEqual([
    'The recording is empty.',
    'This is not a sound that the browser can play.',
    'The file could not be fetched: its server is out of reach, or does not let web pages read it.',
    'The file could not be fetched: its server is out of reach, or does not let web pages read it.',
  ]);
  await desk.send('good.wav');
  await desk.page.locator('.voice .caption').getByText('good.wav').waitFor();
  await desk.button('Load the voice message').click();
  await expect
    .poll(() => desk.message.locator('.caption').textContent(), { timeout: 30_000 })
    .toMatch(/address/);
  await desk.answer('Now I have heard you.');
  await desk.page.context().close();
});

test('a box that is none, or is gone, is named as what is wrong; the recording stays and plays', async () => {
  const own = await startSpeechBox();
  const desk = await openConversation(`http://${own.host}/html`, 'voice.wav');
  await desk.button('Load the voice message').click();
  await expect
    .poll(desk.trouble)
    .toBe(
      'What answers at this address is not a speech box. Check the address in the settings, under Speech.',
    );
  await own.kill();
  await desk.button('Write it down by machine').click();
  await expect
    .poll(desk.trouble)
    .toBe('The speech box cannot be reached. You can listen to the recording yourself.');
  expect(await desk.message.locator('.caption').textContent()).toMatch(/: voice\.wav$/);
  await desk.button('Play').click();
  await desk.button('Pause').waitFor();
  await desk.answer('I am listening to it.');
  await desk.page.context().close();
});
