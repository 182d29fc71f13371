import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { scenarioTemplate } from '../../src/editor/templates.ts';
import { createId } from '../../src/shared/id.ts';
import { checkAxe } from '../support/check-axe.ts';
import { find, focused, press } from '../support/on-page.ts';
import { button, field, openEditor, selected, write } from './editor-page.ts';

const lineOf = (text: string, part: string) =>
  text.split('\n').findIndex((line) => line.includes(part)) + 1;
/** The template with one word of it misspelt. */
const misspelt = (right: string, wrong: string) => scenarioTemplate('en').replace(right, wrong);
const findings = () => [...document.querySelectorAll('.finding')].map((one) => one.textContent);

beforeEach(async () => {
  await page.viewport(1280, 800);
});

describe('the list', () => {
  test('is one way from the training room; a new scenario begins with a whole example', async () => {
    const { workspace, spoken } = await openEditor();
    expect(focused().textContent).toBe('Scenario editor');
    expect(document.title).toBe('Scenario editor – Harebell');
    await checkAxe();
    await press(find('#editor-new'));
    await expect.poll(() => spoken).toContain('A new scenario, with a short example in it.');
    expect(focused()).toBe(field());
    expect(field().value).toBe(scenarioTemplate('en'));
    expect(field().spellcheck).toBe(false);
    expect(findings()).toEqual([]);
    await checkAxe();
    workspace.router.go('training');
    await expect.poll(() => document.getElementById('training-editor')).not.toBeNull();
  });

  test('deletes with a way back, both said, and the focus stays in the list', async () => {
    const { spoken } = await openEditor();
    for (const title of ['One', 'Two']) {
      await press(find('#editor-new'));
      await write(misspelt('Where is my order?', title));
      await press(find('#editor-close'));
      expect(focused().textContent).toBe(title);
    }
    await press(button('Delete “Two”'));
    await expect.poll(() => spoken).toContain('“Two” deleted.');
    expect(focused().textContent).toBe('One');
    await press(button('Delete “One”'));
    expect(focused().id).toBe('editor-new');
    await press(find('#editor-undo'));
    await expect.poll(() => spoken).toContain('“One” is back.');
    expect(focused().textContent).toBe('One');
    await press(focused());
    expect(field().value).toContain('title: One');
  });
});

describe('writing', () => {
  test('what was typed, and where, is there after a reload', async () => {
    const database = `test-${createId()}`;
    const first = await openEditor({ database });
    await press(find('#editor-new'));
    await write('scenario: mine\ntitle: Mine');
    field().setSelectionRange(3, 8);
    // As a reload does: the page says that it goes, and is gone.
    dispatchEvent(new Event('pagehide'));
    first.workspace.router.go('training');
    await expect.poll(() => document.getElementById('scenario-text')).toBeNull();
    const again = await first.workspace.storage.all('training');
    expect(JSON.stringify(again)).toContain('title: Mine');
    first.workspace.router.go('editor');
    await expect.poll(() => document.getElementById('scenario-text')).not.toBeNull();
    expect(field().value).toBe('scenario: mine\ntitle: Mine');
    expect([field().selectionStart, field().selectionEnd]).toEqual([3, 8]);
  });

  test('findings change when typing has stopped, without a word', async () => {
    const { spoken } = await openEditor();
    await press(find('#editor-new'));
    await expect.poll(() => spoken).toContain('A new scenario, with a short example in it.');
    const said = spoken.length;
    await write(misspelt('want: greet', 'want: grete'));
    const line = lineOf(field().value, 'grete');
    const finding = `Line ${line}: Unknown act “grete”. Did you mean “greet”?`;
    await expect.poll(findings).toEqual([finding]);
    expect(find('#findings-count').textContent).toBe('1 error.');
    expect(spoken.slice(said)).toEqual([]);
    await checkAxe();
    await press(find('#editor-check'));
    await expect.poll(() => spoken.at(-1)).toBe(`1 error. ${finding}`);
    expect(focused().id).toBe('editor-check');
  });

  test('a check counts at once, advice apart from errors', async () => {
    const { spoken } = await openEditor();
    await press(find('#editor-new'));
    await write(
      misspelt('facts: order=30021;', 'facts: order=30021; shop=Wren;').replace(
        'end: solved',
        'end: sloved',
      ),
    );
    await press(find('#editor-check'));
    const line = lineOf(field().value, 'sloved');
    await expect
      .poll(() => spoken.at(-1))
      .toBe(
        `1 error, 1 piece of advice. Line ${line}: “sloved” cannot stand here. Did you mean “solved”?`,
      );
    expect(findings()[0]).toMatch(/^Advice\. Line \d+: The fact “shop”/);
  });

  test('a finding leads to its line, which is selected and in view', async () => {
    const { spoken } = await openEditor();
    await press(find('#editor-new'));
    await write(`${'// a note\n'.repeat(80)}${misspelt('end: solved', 'end: sloved')}`);
    const line = lineOf(field().value, 'sloved');
    await expect.poll(findings).toHaveLength(1);
    field().scrollTop = 0;
    await press(find('#finding-0'));
    expect(focused()).toBe(field());
    expect(selected()).toBe('end: sloved');
    await expect.poll(() => field().scrollTop).toBeGreaterThan(0);
    await expect.poll(() => spoken.at(-1)).toBe(`Line ${line}.`);
  });

  test('what was meant is put in as one step of undo; the focus goes on to the next', async () => {
    const { spoken } = await openEditor();
    await press(find('#editor-new'));
    const wrong = misspelt('want: greet', 'want: grete').replace('end: solved', 'end: sloved');
    await write(wrong);
    await expect.poll(findings).toHaveLength(2);
    const [first, second] = [lineOf(wrong, 'grete'), lineOf(wrong, 'sloved')];
    await press(button(`Put it right: “greet” in line ${first}`));
    await expect.poll(() => spoken.at(-1)).toBe(`Line ${first} says “greet” now. 1 error.`);
    expect(focused().textContent).toContain('sloved');
    await press(button(`Put it right: “solved” in line ${second}`));
    expect(field().value).toBe(scenarioTemplate('en'));
    expect(focused()).toBe(field());
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(field().value).toBe(misspelt('end: solved', 'end: sloved'));
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(field().value).toBe(wrong);
  });

  test('of very many findings a few are shown at first', async () => {
    await openEditor();
    await press(find('#editor-new'));
    await write('rubbish\n'.repeat(200));
    await expect.poll(findings).toHaveLength(10);
    const [, all = ''] = /(\d+) errors/.exec(find('#findings-count').textContent ?? '') ?? [];
    await press(button(`Show all ${all}`));
    expect(findings()).toHaveLength(Number(all));
    expect(focused().id).toBe('finding-10');
  });
});

describe('playing', () => {
  test('is refused with a reason while there are errors, and the focus is on the first', async () => {
    const { spoken, workspace } = await openEditor();
    await press(find('#editor-new'));
    await write(
      misspelt('facts: order', 'facts: shop=Wren; order').replace('want: greet', 'want: grete'),
    );
    await press(find('#editor-play'));
    await expect.poll(() => spoken).toContain('It cannot be played yet: 1 error.');
    expect(focused().textContent).toContain('grete');
    expect(workspace.run()).toBeUndefined();
  });

  test('begins in the language that was chosen, and the text is as it was on the way back', async () => {
    const { workspace } = await openEditor();
    await press(find('#editor-new'));
    const both = misspelt('languages: en', 'languages: en, zh');
    await write(both);
    await press(find('#editor-check'));
    await userEvent.selectOptions(find('#editor-language'), 'zh');
    expect(field().lang).toBe('zh');
    await press(find('#editor-play'));
    await expect.poll(() => workspace.run()?.language).toBe('zh');
    expect(workspace.run()?.title).toBe('Where is my order?');
    await expect.poll(() => workspace.session()?.desk().offers.length, { timeout: 20_000 }).toBe(1);
    history.back();
    await expect.poll(() => document.getElementById('scenario-text')).not.toBeNull();
    expect(field().value).toBe(both);
    await expect.poll(() => focused().id).toBe('editor-play');
  });

  test('ends in a debrief that leads back to the text', async () => {
    const { workspace } = await openEditor();
    await press(find('#editor-new'));
    const text = field().value;
    await press(find('#editor-play'));
    await expect.poll(() => workspace.session()?.desk().offers.length, { timeout: 20_000 }).toBe(1);
    workspace.run()?.finish();
    workspace.router.go('debrief');
    await expect.poll(() => document.getElementById('back-to-editor')).not.toBeNull();
    await press(find('#back-to-editor'));
    await expect.poll(() => document.getElementById('scenario-text')).not.toBeNull();
    expect(field().value).toBe(text);
    expect(workspace.session()).toBeUndefined();
  });
});

test('in Chinese, all of it by keyboard', async () => {
  const { spoken, workspace } = await openEditor({ language: 'zh-CN' });
  expect(focused().textContent).toBe('场景编辑器');
  await press(find('#editor-new'));
  const wrong = scenarioTemplate('zh-CN').replace('要：问候', '要：问侯');
  await write(wrong);
  const line = lineOf(wrong, '问侯');
  await press(find('#editor-check'));
  await expect
    .poll(() => spoken.at(-1))
    .toBe(`1 个错误。第 ${line} 行：没有“问侯”这种话术动作。是不是“问候”？`);
  await expect.poll(() => document.querySelectorAll('main').length).toBe(1);
  await checkAxe();
  await press(button(`改正：第 ${line} 行写成“问候”`));
  expect(field().value).toBe(scenarioTemplate('zh-CN'));
  await press(find('#editor-play'));
  await expect.poll(() => workspace.run()?.title).toBe('我的包裹到哪了');
});
