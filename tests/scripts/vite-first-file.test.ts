import { describe, expect, it } from 'vitest';
import { behindFile, firstFile, vaultFile } from '../../scripts/vite/first-file.ts';

/** Modules by name, each with those that import it statically; the page's own script is `main`. */
const modules = (importers: Readonly<Record<string, readonly string[]>>) => ({
  getModuleInfo: (id: string) =>
    importers[id] ? { isEntry: id === 'main', importers: importers[id] } : null,
});

describe('the first file', () => {
  it('takes in the script of the page and all that it imports, near and far', () => {
    const graph = modules({ main: [], app: ['main'], list: ['app'] });
    expect(['main', 'app', 'list'].map((id) => firstFile(id, graph))).toEqual([
      'first',
      'first',
      'first',
    ]);
  });

  it('takes in what a later part uses as well', () => {
    const graph = modules({ main: [], settings: [], shared: ['settings', 'main'] });
    expect(firstFile('shared', graph)).toBe('first');
  });

  it('leaves alone what only comes later, with all that is its own', () => {
    const graph = modules({ main: [], settings: [], tabs: ['settings'] });
    expect(firstFile('settings', graph)).toBeNull();
    expect(firstFile('tabs', graph)).toBeNull();
  });

  it('comes to an end where modules import each other', () => {
    const graph = modules({ main: [], one: ['two'], two: ['one'] });
    expect(firstFile('one', graph)).toBeNull();
    expect(firstFile('two', modules({ main: [], one: ['two'], two: ['one', 'main'] }))).toBe(
      'first',
    );
  });

  it('leaves a module alone of which nothing is known', () => {
    expect(firstFile('nowhere', modules({ main: [] }))).toBeNull();
  });
});

describe('the file behind it', () => {
  it('has all that watches the desk, also what others use later', () => {
    const watch = '/src/app/watch-desk.ts';
    const graph = modules({ main: [], [watch]: [], runs: [watch, 'progress'], progress: [] });
    expect([watch, 'runs', 'progress'].map((id) => behindFile(id, graph))).toEqual([
      'behind',
      'behind',
      null,
    ]);
    expect([watch, 'runs'].map((id) => firstFile(id, graph))).toEqual([null, null]);
  });
});

it('what finds the key is one file, also where others use a part of it later', () => {
  const open = '/src/outbox/create-storage.ts';
  const graph = modules({
    main: [],
    [open]: [],
    half: [open, 'door'],
    door: [],
    bytes: [open, 'main'],
  });
  expect([open, 'half', 'door'].map((id) => vaultFile(id, graph))).toEqual([
    'vault',
    'vault',
    null,
  ]);
  // What the page's own script has is not cut out of it.
  expect(firstFile('bytes', graph)).toBe('first');
});
