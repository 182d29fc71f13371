import { describe, expect, it } from 'vitest';
import { findCycles, findStraySolid, findUpwardImports } from './layers.ts';
import { findImports, readSources, resolveImport, type SourceFile } from './source-files.ts';

const source = readSources('src', ['.ts', '.tsx']);
const file = (path: string, ...imports: string[]): SourceFile => ({
  path,
  text: imports.map((name) => `import { a } from '${name}';`).join('\n'),
});

describe('the scanner', () => {
  it('finds every way to import, over several lines too, and not what a comment says', () => {
    const text = `import type {
      A,
    } from './a.ts';
    import './b.ts';
    export { c } from './c.ts';
    // import './not.ts';
    /* import { not } from './neither.ts'; */
    const later = () => import('./d.ts');
    const url = 'https://example.org/';`;
    expect(findImports(text).sort()).toEqual(['./a.ts', './b.ts', './c.ts', './d.ts']);
  });

  it('knows which file an import names', () => {
    expect(resolveImport('src/a11y/x.ts', '../shared/clock.ts')).toBe('src/shared/clock.ts');
    expect(resolveImport('src/app/x.tsx', '#dom')).toBe('src/ui/dom.ts');
    expect(resolveImport('src/app/x.tsx', 'solid-js')).toBe('solid-js');
  });

  it('reads the sources', () => {
    expect(source.map(({ path }) => path)).toContain('src/main.tsx');
  });
});

describe('imports', () => {
  it('point down only', () => {
    expect(findUpwardImports(source)).toEqual([]);
  });

  it('would be noticed pointing up, sideways or from one plug-in to another', () => {
    const wrong = [
      file('src/domain/a.ts', '../session/b.ts'),
      file('src/a11y/a.ts', '../i18n/b.ts'),
      file('src/console/a.tsx', '../settings/b.tsx'),
      file('src/connectors/xmpp/a.ts', '../practice/b.ts'),
      file('src/connectors/xmpp/c.ts', '../../simulator/b.ts'),
      file('src/offline/a.ts', '../domain/b.ts'),
    ];
    expect(findUpwardImports(wrong)).toHaveLength(wrong.length);
  });

  it('may go down by any number of steps, and from practice to the simulator', () => {
    const right = [
      file('src/main.tsx', './app/a.tsx', '#dom'),
      file('src/console/a.tsx', '../ui/b.tsx', '../domain/b.ts', './c.tsx'),
      file('src/connectors/practice/a.ts', '../../simulator/b.ts', '../connector.ts'),
      file('src/connectors/registry.ts', './practice/a.ts', './xmpp/a.ts'),
    ];
    expect(findUpwardImports(right)).toEqual([]);
  });

  it('of Solid stand only where there is something to show', () => {
    expect(findStraySolid(source)).toEqual([]);
    const stray = [file('src/domain/a.ts', 'solid-js'), file('src/a11y/a.ts', 'solid-js/store')];
    expect(findStraySolid([...stray, file('src/session/a.ts', 'solid-js')])).toHaveLength(2);
  });

  it('never go in a circle', () => {
    expect(findCycles(source)).toEqual([]);
    const circle = [
      file('src/domain/a.ts', './b.ts'),
      file('src/domain/b.ts', './c.ts'),
      file('src/domain/c.ts', './a.ts'),
    ];
    expect(findCycles(circle)).toEqual([
      'src/domain/a.ts → src/domain/b.ts → src/domain/c.ts → src/domain/a.ts',
    ]);
  });
});
