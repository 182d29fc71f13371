import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import { scenarioTemplate } from '../../src/editor/templates.ts';
import { checkAxe } from '../support/check-axe.ts';
import { catchFiles, find, focused, press, upload } from '../support/on-page.ts';
import { button, field, openEditor, selected } from './editor-page.ts';

const bring = (content: BlobPart, name = 'mine.txt') => upload('#scenario-file', content, name);

/** Gives the page a system that shares files, or none. */
const withSharing = (share: ((data: ShareData) => Promise<void>) | undefined) => {
  const put = (name: 'share' | 'canShare', value: unknown) =>
    Object.defineProperty(navigator, name, { configurable: true, value });
  put('share', share);
  put('canShare', share && (({ files }: ShareData) => files?.length === 1));
  onTestFinished(() => {
    Reflect.deleteProperty(navigator, 'share');
    Reflect.deleteProperty(navigator, 'canShare');
  });
};

beforeEach(async () => {
  await page.viewport(1280, 800);
});

describe('the outline', () => {
  test('tells who says what, and leads to each line', async () => {
    const { spoken } = await openEditor();
    await press(find('#editor-new'));
    await press(find('.outline summary'));
    const heads = () =>
      [...document.querySelectorAll('.outline :is(h4, h5)')].map((head) => head.textContent);
    await expect
      .poll(heads)
      .toEqual(['Customer Robin Lake', 'Beat “open”', 'Beat “details”', 'Beat “thanks”']);
    const items = [...find('.beat').querySelectorAll('li')].map((item) => item.textContent);
    expect(items).toEqual([
      "Robin Lake: Hi, my order still isn't here. or hi, where is my order?",
      'Wanted: greet.',
      'One of these: ask for the order number.',
      "Model reply: Hello! I'm sorry about that. Could you give me your order number, please?",
      'All found: on to “details”, patience +10.',
      'None found: stays here, patience -10.',
    ]);
    expect(find('.beat q').lang).toBe('en');
    await checkAxe();
    const line = scenarioTemplate('en').split('\n').indexOf('## thanks') + 1;
    await press(button(`Go to line ${line}`));
    expect(focused()).toBe(field());
    expect(selected()).toBe('## thanks');
    await expect.poll(() => spoken.at(-1)).toBe(`Line ${line}.`);
  });
});

describe('files', () => {
  test('a scenario file is opened and checked, which is said', async () => {
    const { spoken } = await openEditor();
    const text = scenarioTemplate('en').replace('want: greet', 'want: grete');
    await bring(`\ufeff${text.replaceAll('\n', '\r\n')}`);
    await expect.poll(() => focused().id).toBe('scenario-text');
    expect(field().value).toBe(text);
    await expect.poll(() => spoken.at(-1)).toBe('“Where is my order?” opened. 1 error.');
  });

  test.each<[string, BlobPart, string]>([
    ['too large', 'a'.repeat(500_000), 'This file is too large. It may have 100,000 characters.'],
    ['no text', new Uint8Array([0x89, 0x50, 0, 1, 2]), 'This file is not text, or its encoding'],
    ['no scenario', 'Lin: hello', 'There is no scenario in this file.'],
  ])('one that is %s is refused: why has the focus', async (_name, content, why) => {
    const { workspace } = await openEditor();
    await bring(content);
    await expect.poll(() => focused().textContent).toContain(why);
    await checkAxe();
    expect(await workspace.storage.all('training')).toEqual([]);
    // The same file, mended, can be chosen right away.
    expect(find<HTMLInputElement>('#scenario-file').value).toBe('');
  });

  test('what stands there is saved under its own name, as it was typed', async () => {
    withSharing(undefined);
    const { spoken } = await openEditor();
    await press(find('#editor-new'));
    const saved = catchFiles();
    await press(find('#editor-save'));
    await expect.poll(() => spoken.at(-1)).toBe('my-scenario.txt saved.');
    expect([...saved.keys()]).toEqual(['my-scenario.txt']);
    expect(await saved.get('my-scenario.txt')).toBe(scenarioTemplate('en'));
    expect(document.getElementById('editor-share')).toBeNull();
  });

  test('it is shared where the system can; calling that off is not a failure', async () => {
    const shared: string[] = [];
    const answers = [
      () => Promise.resolve(),
      () => Promise.reject(new DOMException('', 'AbortError')),
      () => Promise.reject(new DOMException('', 'NotAllowedError')),
    ];
    withSharing(async ({ files: [file] = [] }) => {
      shared.push(`${file?.name} ${await file?.text()}`);
      await answers[shared.length - 1]?.();
    });
    const { spoken } = await openEditor();
    await press(find('#editor-new'));
    await press(find('#editor-share'));
    await expect.poll(() => spoken.at(-1)).toBe('my-scenario.txt handed on.');
    const said = spoken.length;
    await press(find('#editor-share'));
    await expect.poll(() => shared).toHaveLength(2);
    await press(find('#editor-share'));
    await expect
      .poll(() => spoken.slice(said))
      .toEqual(['It could not be shared. Save it as a file instead.']);
    expect(shared[0]).toBe(`my-scenario.txt ${scenarioTemplate('en')}`);
    expect(focused().id).toBe('editor-share');
  });
});
