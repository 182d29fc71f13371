import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import en from '../../locales/en.json';
import zh from '../../locales/zh-CN.json';
import { defaultSettings, type Settings } from '../../src/domain/settings.ts';
import { parseSettings } from '../../src/outbox/parse-settings.ts';
import { exportSettings, importSettings } from '../../src/outbox/settings-file.ts';
import { loadSettings, saveSettings } from '../../src/outbox/settings-store.ts';
import { createDisk } from './create-disk.ts';

const changed: Settings = {
  ...defaultSettings,
  language: 'zh-CN',
  agentName: '小林',
  textSize: 175,
  theme: 'contrast',
  undoSend: 10,
  announcements: { ...defaultSettings.announcements, typing: 'earcon' },
  timers: { ...defaultSettings.timers, accept: 0, idle: 10 },
  bindings: { 'message.next': ['Alt+N', 'F8'], 'message.previous': [] },
  coach: 'spoken',
};
const newer = { ...changed, version: 2, holograms: true };

describe('parsing', () => {
  test('sound settings come through as they are', () => {
    expect(parseSettings(changed)).toEqual({ ok: true, value: changed });
    expect(parseSettings(defaultSettings)).toEqual({ ok: true, value: defaultSettings });
  });

  test('what is missing gets its default, what is unknown is dropped', () => {
    const result = parseSettings({ version: 1, theme: 'dark', colour: 'red', timers: { tea: 3 } });
    expect(result).toEqual({ ok: true, value: { ...defaultSettings, theme: 'dark' } });
  });

  test.each([
    ['language', 'fr'],
    ['agentName', 'x'.repeat(201)],
    ['textSize', 110],
    ['textSize', 500],
    ['textSize', '150'],
    ['theme', 'pink'],
    ['oneTask', 'yes'],
    ['batch', 5],
    ['earconVolume', 1.5],
    ['earconVolume', Number.NaN],
    ['undoSend', 11],
    ['undoSend', 2.5],
    ['capacity', 0],
    ['capacity', 10],
    ['coach', 'always'],
    ['bindings', { 'message.next': 'Alt+N' }],
    ['bindings', ['Alt+N']],
    ['announcements', 'off'],
    ['announcements', { offer: 'shout' }],
    ['timers', { accept: 4 }],
    ['timers', null],
  ])('%s = %j gets its default', (name, value) => {
    const input = { ...changed, [name]: value };
    const result = parseSettings(input);
    expect(result).toEqual({
      ok: true,
      value: { ...changed, [name]: defaultSettings[name as keyof Settings] },
    });
  });

  test('one bad timer does not cost the others', () => {
    const result = parseSettings({ ...changed, timers: { accept: 10, wrapUp: 99 } });
    expect(result.ok && result.value.timers).toEqual({ ...defaultSettings.timers, accept: 10 });
  });

  test.each([[null], [undefined], ['text'], [[]], [{}], [{ version: '1' }]])(
    '%j is not settings',
    (input) => {
      expect(parseSettings(input)).toEqual({ ok: false, error: { kind: 'wrong-kind' } });
    },
  );

  test('whatever comes in, what comes out is settings and stays the same', () => {
    const field = fc.constantFrom(...Object.keys(defaultSettings));
    fc.assert(
      fc.property(fc.dictionary(field, fc.anything()), (input) => {
        const first = parseSettings({ ...input, version: 1 });
        if (!first.ok) throw new Error('refused');
        expect(Object.keys(first.value).sort()).toEqual(Object.keys(defaultSettings).sort());
        expect(parseSettings(first.value)).toEqual(first);
      }),
    );
  });
});

describe('the store', () => {
  test('nothing stored is not an error', async () => {
    expect(await loadSettings(createDisk().open())).toEqual({ ok: true, value: undefined });
  });

  test('what is saved is loaded by the next page', async () => {
    const disk = createDisk();
    expect(await saveSettings(disk.open(), changed)).toBe(true);
    expect(await loadSettings(disk.open())).toEqual({ ok: true, value: changed });
  });

  test('settings of a newer version are neither read nor overwritten', async () => {
    const disk = createDisk();
    disk.rows.set('settings/agent', newer);
    const result = await loadSettings(disk.open());
    expect(result).toEqual({ ok: false, error: { kind: 'newer-version' } });
    expect(await saveSettings(disk.open(), defaultSettings)).toBe(false);
    expect(disk.rows.get('settings/agent')).toEqual(newer);
  });

  test('broken ones are replaced by the next that are saved', async () => {
    const disk = createDisk();
    disk.rows.set('settings/agent', 'rubbish');
    expect(await loadSettings(disk.open())).toEqual({ ok: false, error: { kind: 'wrong-kind' } });
    await saveSettings(disk.open(), changed);
    expect(await loadSettings(disk.open())).toEqual({ ok: true, value: changed });
  });
});

describe('the file', () => {
  test('goes out and comes back whole, also with a byte order mark', () => {
    const text = exportSettings(changed);
    expect(text.endsWith('}\n')).toBe(true);
    expect(importSettings(text)).toEqual({ ok: true, value: changed });
    expect(importSettings(`\uFEFF${text}`)).toEqual({ ok: true, value: changed });
  });

  test.each([
    ['', 'not-json'],
    ['{"kind":', 'not-json'],
    ['<settings/>', 'not-json'],
    ['[]', 'wrong-kind'],
    ['null', 'wrong-kind'],
    ['{"version":1,"theme":"dark"}', 'wrong-kind'],
    ['{"kind":"harebell-settings"}', 'wrong-kind'],
    ['{"kind":"harebell-settings","version":2}', 'newer-version'],
  ])('%j is %s', (text, kind) => {
    expect(importSettings(text)).toEqual({ ok: false, error: { kind } });
  });

  test('a file cannot reach the prototype of anything', () => {
    const text = '{"kind":"harebell-settings","version":1,"__proto__":{"theme":"dark"}}';
    expect(importSettings(text)).toEqual({ ok: true, value: defaultSettings });
    expect(Object.hasOwn(Object.prototype, 'theme')).toBe(false);
  });
});

test('each problem has its own words in both languages', () => {
  for (const { storage } of [en, zh]) {
    const { settingsFile, ...problems } = storage;
    const words = [...Object.values(problems), ...Object.values(settingsFile)];
    expect(words.every((text) => text.length > 10)).toBe(true);
    expect(new Set(words).size).toBe(words.length);
  }
});
