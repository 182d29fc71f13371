import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { noteTransfer } from '../../src/shared/note-transfer.ts';
import { checkAxe } from '../support/check-axe.ts';
import { openFile, picture, url } from '../support/open-file.ts';
import { serveFiles } from '../support/open-voice.ts';

const { serve, asked } = serveFiles();
const kib = 1024;

describe('a picture that a customer sends', () => {
  it('is words first: nothing is fetched until it is asked for, then without cookies or referrer', async () => {
    const file = await picture();
    serve(() => new Response(file));
    const { shared, button, label, spoken } = await openFile({ bytes: file.size });
    expect(shared.querySelector('.hint')?.textContent).toBe(
      'photo.png, Picture, 1 KiB, from files.example',
    );
    expect(document.querySelector('article')?.ariaLabel).toMatch(/^Lin: photo.png \(picture\)/);
    expect(label()).toMatch(/^Load picture, 1 KiB/);
    expect(asked).toEqual([]);
    const pressed = button();
    pressed.focus();
    await userEvent.keyboard('{Enter}');
    const image = page.getByRole('img', { name: 'photo.png', exact: true });
    await expect.element(image).toBeVisible();
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject([url, { credentials: 'omit', referrerPolicy: 'no-referrer' }]);
    expect(button()).toBe(pressed);
    expect(document.activeElement).toBe(pressed);
    expect(label()).toBe('Save picture');
    await expect.poll(() => spoken.at(-1)).toBe('Picture loaded: photo.png.');
    expect(spoken.filter((each) => each.startsWith('Picture loaded'))).toHaveLength(1);
  });

  it('says how many seconds it takes at the present speed, and warns of what is large', async () => {
    performance.clearMeasures();
    performance.clearResourceTimings();
    const bytes = 240 * kib;
    noteTransfer('pictures', 0, 100 * kib);
    const { shared, button, label } = await openFile({ bytes });
    const seconds = Number(
      /^Load picture, 240 KiB, about (\d+) seconds?$/.exec(label() ?? '')?.[1],
    );
    expect(seconds).toBeGreaterThan(0);
    const warning = button().getAttribute('aria-describedby');
    expect(document.getElementById(warning ?? '')?.textContent).toBe('This is more than 100 KiB.');
    await checkAxe(shared);
    performance.clearMeasures();
  });

  it('keeps to its column on a narrow screen, with what was written beneath', async () => {
    const file = await picture(3000);
    serve(() => new Response(file));
    const { shared, button, workspace } = await openFile({ bytes: file.size, words: 'My parcel' });
    await page.viewport(320, 640);
    button().click();
    await expect.poll(() => shared.querySelector('img')?.clientWidth).toBeGreaterThan(0);
    const width = () => shared.querySelector('img')?.getBoundingClientRect().width ?? 0;
    expect(width()).toBeLessThanOrEqual(shared.getBoundingClientRect().width);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    expect(document.querySelector('.shared + .text')?.textContent).toBe('My parcel');
    for (const each of shared.querySelectorAll('button')) {
      expect(each.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
    }
    await checkAxe(shared);
    workspace.changeSettings({ language: 'zh-CN' });
    await expect.poll(() => button().textContent).toBe('保存图片');
  });

  it('of unknown size is asked about only when the agent wants that; the focus goes to what it says', async () => {
    serve(() => new Response(null, { headers: { 'content-length': `${50 * kib}` } }));
    const { shared, label, button } = await openFile();
    expect(label()).toBe('Load picture, size unknown');
    expect(shared.textContent).toContain('Loading stops by itself at 100 KiB.');
    await checkAxe(shared);
    expect(asked).toEqual([]);
    await userEvent.click(page.getByRole('button', { name: 'Ask how large it is' }));
    await expect.poll(label).toMatch(/^Load picture, 50 KiB/);
    expect(asked[0]?.[1]).toMatchObject({ method: 'HEAD', referrerPolicy: 'no-referrer' });
    await expect.poll(() => document.activeElement === button()).toBe(true);
    expect(shared.querySelectorAll('button')).toHaveLength(1);
  });

  it('that grows beyond what was said is stopped, and needs another press', async () => {
    const large = 101 * kib;
    serve(() => new Response(new Blob([new Uint8Array(large)])));
    const { button, why, label } = await openFile();
    button().click();
    await expect.poll(why).toMatch(/^It is larger than 100 KiB, so loading has stopped\./);
    expect(label()).toBe('Load picture, size unknown');
    button().click();
    await expect.poll(why).toMatch(/^It is no picture/);
    expect(label()).toBe('Save file');
  });

  it('shows how far it is and can be stopped at the same button', async () => {
    const half = new Uint8Array(10 * kib);
    serve(() => {
      const start = (line: ReadableStreamDefaultController) => {
        line.enqueue(half);
        asked[0]?.[1]?.signal?.addEventListener('abort', () => line.error(new Error('stopped')));
      };
      return new Response(new ReadableStream({ start }));
    });
    const { shared, button, label, why, spoken } = await openFile({ bytes: 20 * kib });
    button().focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => shared.textContent).toContain('50 percent loaded');
    expect(shared.querySelector('progress')?.value).toBe(50);
    expect(label()).toBe('Stop loading');
    await checkAxe(shared);
    await userEvent.keyboard('{Enter}');
    await expect.poll(why).toBe('Stopped. Nothing of it was kept.');
    await expect.poll(() => spoken.at(-1)).toBe('File: Stopped. Nothing of it was kept.');
    expect(document.activeElement).toBe(button());
  });

  const page404 = () => new Response('', { status: 404 });
  const html = () => new Response('<html>', { headers: { 'content-type': 'text/html' } });
  it.each<[string, () => Response | Promise<Response>, RegExp]>([
    ['gone', page404, /^It is no longer on its server/],
    ['a web page now', html, /^A web page came in its place/],
    ['out of reach', () => Promise.reject(new TypeError()), /^Its server cannot be reached/],
    ['no picture', () => new Response('%PDF-1.7 …'), /^It is no picture/],
    ['a picture that is broken', () => new Response('GIF89a…'), /^It is no picture/],
  ])('that is %s says so, once, and what to do', async (_, answer, words) => {
    serve(answer);
    const { button, why, spoken, shared } = await openFile({ bytes: kib });
    button().click();
    await expect.poll(why).toMatch(words);
    const said = () => spoken.filter((each) => each === `File: ${why()}`).length;
    await expect.poll(said).toBe(1);
    expect(shared.querySelector('img')).toBeNull();
    expect(button().textContent).toMatch(/^Load picture|^Save file/);
  });
});

describe('another file', () => {
  it('is offered to be saved under its name, as bytes that the browser does not open', async () => {
    const hostile = '<script>alert(1)</script>';
    serve(() => new Response(hostile));
    const { shared, button, label, spoken } = await openFile(
      { kind: 'file', name: '账单.pdf', mime: 'application/pdf', bytes: hostile.length },
      { settings: { language: 'zh-CN' } },
    );
    expect(shared.querySelector('.hint')?.textContent).toContain('账单.pdf，PDF 文档，1 KiB');
    expect(label()).toMatch(/^加载文件，1 KiB/);
    button().click();
    await expect.poll(label).toBe('保存文件');
    await expect.poll(() => spoken.at(-1)).toBe('已加载：账单.pdf，可以保存了。');
    const saved: [string, string][] = [];
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function press() {
      saved.push([this.download, this.href]);
    };
    button().click();
    HTMLAnchorElement.prototype.click = click;
    expect(saved[0]?.[0]).toBe('账单.pdf');
    const kept = await (await fetch(saved[0]?.[1] ?? '')).blob();
    expect([kept.type, await kept.text()]).toEqual(['application/octet-stream', hostile]);
    await checkAxe(shared);
  });
});
