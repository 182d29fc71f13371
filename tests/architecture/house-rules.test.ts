import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  countLines,
  findBarrels,
  findDefaultExports,
  findKeptFields,
  findLiveRegions,
  findMarkupFromStrings,
  findModuleState,
  median,
} from './house-rules.ts';
import { readSources, root, withoutComments } from './source-files.ts';

const code = ['.ts', '.tsx', '.mjs', '.py'];
const source = readSources('src', ['.ts', '.tsx']);
const tests = readSources('tests', code);
const all = [...source, ...tests, ...readSources('scripts', code)];
const sample = (text: string) => [{ path: 'src/console/sample.tsx', text }];
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

describe('files', () => {
  it('have at most 300 lines, or say on the first why not', () => {
    const long = all
      .filter(({ text }) => countLines(text) > 300 && !/^(\/\/|#) long: \S/.test(text))
      .map(({ path, text }) => `${path}: ${countLines(text)}`);
    expect(long).toEqual([]);
  });

  it('have 80 lines or fewer in the middle', () => {
    expect(median([5, 1, 3])).toBe(3);
    expect(median([1, 2, 4, 9])).toBe(3);
    expect(median(source.map(({ text }) => countLines(text)))).toBeLessThanOrEqual(80);
  });

  it('have names in kebab case, no more than three deep', () => {
    const odd = source.filter(({ path }) => {
      const parts = path.split('/').slice(1);
      return parts.length > 3 || parts.some((part) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.|$)/.test(part));
    });
    expect(odd.map(({ path }) => path)).toEqual([]);
  });

  it('of tests hold at least as many lines as the source', () => {
    const lines = (files: typeof source) => sum(files.map(({ text }) => countLines(text)));
    expect(lines(tests)).toBeGreaterThanOrEqual(lines(source));
  });
});

describe('source', () => {
  it('has no barrels', () => {
    expect(findBarrels(source)).toEqual([]);
    expect(
      findBarrels(sample("export * from './a.ts';\nexport { b } from './b.ts';")),
    ).toHaveLength(1);
    expect(findBarrels(sample("export * from './a.ts';\nexport const b = 1;"))).toEqual([]);
  });

  it('has no default exports', () => {
    expect(findDefaultExports(source)).toEqual([]);
    expect(findDefaultExports(sample('export default function a() {}'))).toHaveLength(1);
  });

  it('makes no markup from strings', () => {
    expect(findMarkupFromStrings(source)).toEqual([]);
    expect(findMarkupFromStrings(sample('node.innerHTML = text;'))).toHaveLength(1);
    expect(findMarkupFromStrings(sample('// never innerHTML'))).toEqual([]);
  });

  it('has no text field that the browser may keep in its own files', () => {
    expect(findKeptFields(source)).toEqual([]);
    expect(findKeptFields(sample('<textarea id="a" />'))).toHaveLength(1);
    expect(findKeptFields(sample('<textarea\n autocomplete="off"\n id="a" />'))).toEqual([]);
  });

  it('keeps no signal or store at module level', () => {
    expect(findModuleState(source)).toEqual([]);
    expect(findModuleState(sample('const [a, setA] = createSignal(1);'))).toHaveLength(1);
    expect(findModuleState(sample('export const a = createStore<B>({});'))).toHaveLength(1);
    expect(
      findModuleState(sample('const f = () => {\n  const [a] = createSignal(1);\n};')),
    ).toEqual([]);
  });
});

describe('live regions', () => {
  it('A21: stand in index.html alone; the log is silent', () => {
    expect(findLiveRegions(source)).toEqual([]);
  });

  it.each([
    '<p role="status">x</p>',
    '<p role={"alert"}>x</p>',
    '<ol role="log">x</ol>',
    '<p aria-live="polite">x</p>',
    '<output>x</output>',
    "node.setAttribute('aria-live', 'polite');",
    "node.setAttribute('role', 'alert');",
    "node.ariaLive = 'polite';",
  ])('A21: %s would be noticed', (text) => {
    expect(findLiveRegions(sample(text)).length).toBeGreaterThan(0);
  });

  it('A21: a log that says aria-live="off" is none', () => {
    const log = '<ol\n role="log"\n onKeyDown={(e) => go(e)}\n aria-live="off"\n>x</ol>';
    expect(findLiveRegions(sample(log))).toEqual([]);
  });

  it('A21: are two in index.html, empty, before any script', () => {
    const html = readFileSync(join(root, 'index.html'), 'utf8');
    const regions = [...html.matchAll(/<div id="(\w+)"[^>]*aria-live="(\w+)"[^>]*><\/div>/g)];
    expect(regions.map(([, id, kind]) => `${id} ${kind}`)).toEqual([
      'polite polite',
      'assertive assertive',
    ]);
    const last = regions.at(-1)?.index ?? Number.POSITIVE_INFINITY;
    expect(last).toBeLessThan(html.indexOf('<script'));
    expect(html.match(/aria-live|role="/g)).toHaveLength(2);
  });

  it('A30: are never marked busy', () => {
    expect(
      source
        .filter(({ text }) => /aria-?busy/i.test(withoutComments(text)))
        .map(({ path }) => path),
    ).toEqual([]);
  });
});
