import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { cutEngine, readEspeakFiles } from '../../scripts/vite/cut-espeak.ts';
import { espeakData } from '../../scripts/vite/espeak-data.ts';
import { unpackFiles } from '../../src/speech/espeak/unpack-files.ts';

const folder = new URL('../../node_modules/@echogarden/espeak-ng-emscripten/', import.meta.url);
const source = readFileSync(new URL('espeak-ng.js', folder), 'utf8');
const data = readFileSync(new URL('espeak-ng.data', folder));
const resolve = (id: string) =>
  (espeakData.resolveId as unknown as (id: string) => string | undefined)(id);
const unpack = (id: string) => {
  const bytes = readFileSync((resolve(id) ?? '').replace('?url', ''));
  return unpackFiles(new Uint8Array(bytes).buffer);
};
const names = (id: string) => unpack(id).map(({ path }) => path.replace(/.*espeak-ng-data\//, ''));

it('takes out what would fetch all languages, and Node’s part', () => {
  const engine = cutEngine(source);
  expect(engine).not.toContain('af_dict');
  expect(engine).not.toMatch(/require\(|createRequire|await import\(|espeak-ng\.wasm",import/);
  expect(engine).not.toMatch(/\beval\(|new Function\(/);
  expect(engine).toContain('eSpeakNGWorker');
});

it('says so when the package has changed, instead of shipping something else', () => {
  expect(() => cutEngine('export default () => {};')).toThrow('not as it was');
  const other = source.replaceAll('ENVIRONMENT_IS_NODE=typeof', 'ENVIRONMENT_IS_NODE = typeof');
  expect(() => cutEngine(other)).toThrow('ENVIRONMENT_IS_NODE');
});

it('finds every file of the data, from the first byte to the last', () => {
  const files = readEspeakFiles(source, data);
  expect(files.length).toBeGreaterThan(400);
  expect(files.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBe(data.length);
});

it('puts what English needs into one part, with Mandarin’s voice but not its dictionary', () => {
  expect(names('espeak:english')).toEqual([
    'en_dict',
    'intonations',
    'lang/gmw/en',
    'lang/gmw/en-GB-scotland',
    'lang/gmw/en-US',
    'lang/sit/cmn',
    'phondata',
    'phonindex',
    'phontab',
  ]);
  expect(names('espeak:mandarin')).toEqual(['cmn_dict']);
});

it('keeps the bytes as they were', () => {
  const original = readEspeakFiles(source, data).find(({ path }) => path.endsWith('/cmn_dict'));
  const [kept] = unpack('espeak:mandarin');
  expect(Buffer.compare(Buffer.from(kept?.bytes ?? []), Buffer.from(original?.bytes ?? [1]))).toBe(
    0,
  );
});

it('leaves other modules to others', () => {
  expect(resolve('espeak:klingon')).toBeUndefined();
  expect(resolve('./espeak-worker.ts')).toBeUndefined();
});

it('says in what is built whose work it is, and only there', () => {
  const module = '/node_modules/@echogarden/espeak-ng-emscripten/espeak-ng.js';
  const bundle = {
    worker: { type: 'chunk', code: 'a();', modules: { [module]: {} } },
    other: { type: 'chunk', code: 'b();', modules: { '/src/main.tsx': {} } },
    data: { type: 'asset' },
  };
  const generate = espeakData.generateBundle as unknown as (_: object, bundle: object) => void;
  generate({}, bundle);
  expect(bundle.worker.code).toMatch(/^\/\*! Contains eSpeak NG.*GPL-3\.0.*\*\/\na\(\);$/s);
  expect(bundle.other.code).toBe('b();');
});
