import { describe, expect, it } from 'vitest';
import { createLibrary, undo } from '../../src/canned-responses/library.ts';
import { mergeImported } from '../../src/canned-responses/merge-imported.ts';
import { sample } from './sample.ts';

const library = createLibrary([sample('one'), sample('two')]);
const imported = [
  { ...sample('two', { texts: { en: 'From the file.' } }), id: 'new-1' },
  { ...sample('three'), id: 'new-2' },
];

describe('mergeImported', () => {
  it('keeps the library’s own where shortcuts are the same', () => {
    const merged = mergeImported(library, imported, 'keep');
    if (!merged.ok) throw new Error(merged.error.kind);
    expect(merged.value).toMatchObject({ added: 1, replaced: 0, kept: 1 });
    expect(merged.value.library.responses).toEqual([...library.responses, imported[1]]);
  });

  it('replaces them, in their place and with their id', () => {
    const merged = mergeImported(library, imported, 'replace');
    if (!merged.ok) throw new Error(merged.error.kind);
    expect(merged.value).toMatchObject({ added: 1, replaced: 1, kept: 0 });
    expect(merged.value.library.responses[1]).toMatchObject({
      id: 'id-two',
      texts: { en: 'From the file.' },
    });
  });

  it('is taken back by one undo', () => {
    const merged = mergeImported(library, imported, 'replace');
    const back = merged.ok ? undo(merged.value.library) : merged;
    if (!back.ok) throw new Error(back.error.kind);
    expect(back.value.library.responses).toEqual(library.responses);
    expect(back.value.undone.kind).toBe('imported');
  });

  it('makes no step to undo when nothing came in', () => {
    const merged = mergeImported(library, imported.slice(0, 1), 'keep');
    expect(merged.ok && merged.value.library).toBe(library);
  });

  it('refuses more than the library holds, and changes nothing', () => {
    const many = Array.from({ length: 1999 }, (_, at) => sample(`s${at}`));
    expect(mergeImported(library, many, 'keep')).toEqual({
      ok: false,
      error: { kind: 'too-many', limit: 2000 },
    });
  });
});
