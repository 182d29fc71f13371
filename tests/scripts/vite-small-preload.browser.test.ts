import { afterEach, describe, expect, test, vi } from 'vitest';
import { smallPreload } from '../../scripts/vite/small-preload.ts';

type Preload = (load: () => Promise<unknown>, files?: readonly string[]) => Promise<unknown>;

/** The helper as the build gets it. */
const helper = async (): Promise<Preload> => {
  const transform = smallPreload.transform as (code: string, id: string) => { code: string };
  const { code } = transform('vite’s own', '\0vite/preload-helper.js');
  const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  const module = (await import(/* @vite-ignore */ url)) as { __vitePreload: Preload };
  URL.revokeObjectURL(url);
  return module.__vitePreload;
};
const sheets = () => [
  ...document.querySelectorAll<HTMLLinkElement>('head link[rel=stylesheet][href^="/assets/part"]'),
];

afterEach(() => {
  for (const sheet of sheets()) sheet.remove();
});

describe('what a part waits for', () => {
  test('its style sheets, and then its code', async () => {
    const preload = await helper();
    const load = vi.fn(async () => 'the part');
    const part = preload(load, ['assets/part-a.css', 'assets/part-b.css']);
    expect(sheets().map((sheet) => sheet.getAttribute('href'))).toEqual([
      '/assets/part-a.css',
      '/assets/part-b.css',
    ]);
    sheets()[0]?.dispatchEvent(new Event('load'));
    await new Promise((resolve) => setTimeout(resolve));
    expect(load).not.toHaveBeenCalled();
    sheets()[1]?.dispatchEvent(new Event('load'));
    expect(await part).toBe('the part');
    expect(load).toHaveBeenCalledTimes(1);
  });

  test('nothing, where it has no sheets', async () => {
    const preload = await helper();
    expect(await preload(async () => 'a')).toBe('a');
    expect(await preload(async () => 'b', [])).toBe('b');
    expect(sheets()).toEqual([]);
  });

  test('not a sheet that cannot be fetched', async () => {
    const preload = await helper();
    const part = preload(async () => 'the part', ['assets/part-gone.css']);
    sheets()[0]?.dispatchEvent(new Event('error'));
    expect(await part).toBe('the part');
  });

  test('not a sheet that is on the page already', async () => {
    const preload = await helper();
    const first = preload(async () => 1, ['assets/part-a.css']);
    sheets()[0]?.dispatchEvent(new Event('load'));
    await first;
    expect(await preload(async () => 2, ['assets/part-a.css'])).toBe(2);
    expect(sheets()).toHaveLength(1);
  });

  test('code that cannot be fetched is a refusal, and can be asked for again', async () => {
    const preload = await helper();
    await expect(preload(() => Promise.reject(new Error('no link')))).rejects.toThrow('no link');
    expect(await preload(async () => 'now')).toBe('now');
  });
});

test('no other module is touched', () => {
  const transform = smallPreload.transform as (code: string, id: string) => unknown;
  expect(transform('code', '/src/main.tsx')).toBeUndefined();
});
