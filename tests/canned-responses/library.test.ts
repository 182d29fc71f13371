import { describe, expect, it } from 'vitest';
import type { CannedResponse } from '../../src/canned-responses/canned-response.ts';
import {
  addResponse,
  checkResponse,
  createLibrary,
  deleteResponse,
  editResponse,
  type Library,
  undo,
} from '../../src/canned-responses/library.ts';
import type { Result } from '../../src/shared/result.ts';
import { sample } from './sample.ts';

const must = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const shortcuts = (library: Library) => library.responses.map(({ shortcut }) => shortcut);
const three = createLibrary([sample('one'), sample('two'), sample('three')]);

describe('checkResponse', () => {
  it('brings a response into the form in which it is kept', () => {
    const draft = sample(' /Hello', {
      folder: ' My \n folder ',
      titles: { en: ' Hello ', zh: '  ' },
      texts: { en: 'O\0ne\r\nTwo\rThree\n', zh: '' },
    });
    expect(must(checkResponse(draft))).toEqual({
      id: 'id- /Hello',
      shortcut: 'hello',
      folder: 'My folder',
      titles: { en: 'Hello' },
      texts: { en: 'One\nTwo\nThree' },
    });
  });

  it.each<[string, Partial<CannedResponse>, object]>([
    ['a b', {}, { kind: 'bad-shortcut' }],
    ['', {}, { kind: 'bad-shortcut' }],
    ['a', { titles: {} }, { kind: 'no-title' }],
    ['a', { titles: { en: ' ' } }, { kind: 'no-title' }],
    ['a', { texts: { en: '\n', zh: '' } }, { kind: 'no-text' }],
    ['a', { folder: 'f'.repeat(61) }, { kind: 'too-long', field: 'folder', limit: 60 }],
    ['a', { titles: { en: 't'.repeat(121) } }, { kind: 'too-long', field: 'title', limit: 120 }],
    ['a', { texts: { zh: '好'.repeat(5001) } }, { kind: 'too-long', field: 'text', limit: 5000 }],
  ])('refuses %j with %j: %j', (shortcut, other, error) => {
    expect(checkResponse(sample(shortcut, other))).toEqual({ ok: false, error });
  });
});

describe('library', () => {
  it('adds at the end and leaves the old library alone', () => {
    const library = must(addResponse(three, sample('four')));
    expect(shortcuts(library)).toEqual(['one', 'two', 'three', 'four']);
    expect(shortcuts(three)).toEqual(['one', 'two', 'three']);
  });

  it('refuses a shortcut that is taken, whatever its case, and says by whom', () => {
    const error = { kind: 'duplicate-shortcut', shortcut: 'two', other: three.responses[1] };
    expect(addResponse(three, { ...sample('TWO'), id: 'x' })).toEqual({ ok: false, error });
    expect(editResponse(three, { ...sample('two'), id: 'id-one' })).toEqual({ ok: false, error });
  });

  it('edits in place, also without a new shortcut', () => {
    const library = must(editResponse(three, sample('two', { titles: { en: 'New' } })));
    expect(shortcuts(library)).toEqual(['one', 'two', 'three']);
    expect(library.responses[1]?.titles).toEqual({ en: 'New' });
    expect(shortcuts(must(editResponse(three, { ...sample('zwei'), id: 'id-two' })))).toEqual([
      'one',
      'zwei',
      'three',
    ]);
  });

  it('deletes, and undo brings it back to its place', () => {
    const library = must(deleteResponse(three, 'id-two'));
    expect(shortcuts(library)).toEqual(['one', 'three']);
    const { library: back, undone } = must(undo(library));
    expect(back.responses).toEqual(three.responses);
    expect(undone).toMatchObject({ kind: 'deleted', response: { shortcut: 'two' } });
  });

  it('undoes step by step, back to the beginning', () => {
    let library = must(addResponse(three, sample('four')));
    library = must(editResponse(library, sample('four', { texts: { en: 'Edited.' } })));
    library = must(deleteResponse(library, 'id-four'));
    const kinds: string[] = [];
    for (let step = undo(library); step.ok; step = undo(library)) {
      kinds.push(step.value.undone.kind);
      library = step.value.library;
    }
    expect(kinds).toEqual(['deleted', 'edited', 'added']);
    expect(library).toEqual(three);
    expect(undo(library)).toEqual({ ok: false, error: { kind: 'nothing-to-undo' } });
  });

  it('remembers fifty steps', () => {
    let library = three;
    for (let step = 0; step < 60; step += 1) {
      library = must(editResponse(library, sample('one', { texts: { en: `Text ${step}` } })));
    }
    expect(library.changes).toHaveLength(50);
  });

  it('refuses what is not there, and more than it holds', () => {
    expect(deleteResponse(three, 'id-none')).toEqual({ ok: false, error: { kind: 'not-found' } });
    expect(editResponse(three, sample('none'))).toEqual({
      ok: false,
      error: { kind: 'not-found' },
    });
    const full = createLibrary(Array.from({ length: 2000 }, (_, at) => sample(`s${at}`)));
    expect(addResponse(full, sample('more'))).toEqual({
      ok: false,
      error: { kind: 'too-many', limit: 2000 },
    });
  });
});
