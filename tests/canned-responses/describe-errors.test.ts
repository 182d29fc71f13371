import { describe, expect, it } from 'vitest';
import en from '../../locales/en.json';
import zh from '../../locales/zh-CN.json';
import { describeLibraryError } from '../../src/canned-responses/describe-library-error.ts';
import { describeImportError, type ImportError } from '../../src/canned-responses/import-error.ts';
import type { LibraryError } from '../../src/canned-responses/library.ts';
import { createTranslator } from '../../src/i18n/create-translator.ts';
import { sample } from './sample.ts';

const english = createTranslator('en', en);
const chinese = createTranslator('zh-CN', zh);
const line = (number: number) => ({ in: 'line', number }) as const;

const importErrors: readonly ImportError[] = [
  { kind: 'not-text' },
  { kind: 'too-large', size: 2_000_000, limit: 1_048_576 },
  { kind: 'empty' },
  { kind: 'not-json', line: 3, column: 14 },
  { kind: 'bad-quotes', line: 3, column: 14 },
  { kind: 'wrong-kind' },
  { kind: 'newer-version', version: 7 },
  { kind: 'missing-column', column: 'text' },
  { kind: 'too-many-cells', line: 3, column: 14 },
  { kind: 'bad-entry', place: { in: 'entry', number: 5 }, field: 'text' },
  { kind: 'duplicate-shortcut', shortcut: 'hi', place: line(9), first: line(4) },
  { kind: 'too-many', count: 2001, limit: 2000 },
];

const libraryErrors: readonly LibraryError[] = [
  { kind: 'bad-shortcut' },
  { kind: 'duplicate-shortcut', shortcut: 'hi', other: sample('hi') },
  { kind: 'no-title' },
  { kind: 'no-text' },
  { kind: 'too-long', field: 'text', limit: 5000 },
  { kind: 'too-many', limit: 2000 },
  { kind: 'not-found' },
  { kind: 'nothing-to-undo' },
];

describe('errors in words', () => {
  it.each(importErrors)('tells $kind of an import whole, and that nothing has changed', (error) => {
    const words = describeImportError(error, english);
    expect(words).not.toMatch(/\{\{|undefined|cannedResponses/);
    expect(words).toMatch(/Nothing has changed\.$/);
    const inChinese = describeImportError(error, chinese);
    expect(inChinese).not.toMatch(/\{\{|undefined|cannedResponses/);
    expect(inChinese).toMatch(/现有内容未作改动。$/);
  });

  it('says where', () => {
    const words = importErrors.map((error) => describeImportError(error, english));
    expect(words[3]).toContain('line 3, column 14');
    expect(words[9]).toContain('entry 5');
    expect(words[10]).toBe(
      'The shortcut “hi” at line 9 is already used at line 4. Nothing has changed.',
    );
    expect(describeImportError(importErrors[10] as ImportError, chinese)).toBe(
      '第 9 行的快捷词“hi”与第 4 行重复。现有内容未作改动。',
    );
  });

  it.each(libraryErrors)('tells $kind of the library whole', (error) => {
    for (const [t, language] of [
      [english, 'en'],
      [chinese, 'zh-CN'],
    ] as const) {
      expect(describeLibraryError(error, t, language)).not.toMatch(/\{\{|undefined|cannedResp/);
    }
  });

  it('names the response that has the shortcut', () => {
    expect(describeLibraryError(libraryErrors[1] as LibraryError, english, 'en')).toContain(
      '“Title hi” already has the shortcut “hi”',
    );
  });
});
