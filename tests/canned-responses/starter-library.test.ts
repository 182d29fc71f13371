import { describe, expect, it } from 'vitest';
import {
  foldShortcut,
  isShortcut,
  starterFolders,
} from '../../src/canned-responses/canned-response.ts';
import { importFile } from '../../src/canned-responses/import-file.ts';
import { checkResponse } from '../../src/canned-responses/library.ts';
import { unfilledBlanks } from '../../src/canned-responses/placeholder.ts';
import file from '../../src/canned-responses/starter-library.json';
import { starterLibrary } from '../../src/canned-responses/starter-library.ts';
import { createIds } from './sample.ts';

/** The blanks as an English and a Chinese agent read them. */
const sameBlank: Readonly<Record<string, string>> = {
  colleague: '同事',
  summary: '问题概述',
  minutes: '分钟数',
  team: '部门',
  result: '查询结果',
  carrier: '快递公司',
  'tracking number': '运单号',
  status: '物流状态',
  date: '日期',
  item: '商品',
  amount: '金额',
  days: '天数',
  deadline: '截止日期',
  reason: '原因',
  alternative: '替代方案',
  'last digits': '手机尾号',
  problem: '故障情况',
  time: '时间',
  steps: '操作步骤',
  'ticket number': '工单号',
  detail: '核实信息',
  explanation: '说明',
  'next step': '后续安排',
  link: '链接',
};
const known = ['customer', 'agent'];

describe('starter library', () => {
  it('stands in a file that can be imported', () => {
    const text = JSON.stringify(file);
    const options = { createId: createIds(), language: 'en' };
    const imported = importFile(text, { name: 'starter-library.json', size: text.length }, options);
    expect(imported.ok && imported.value.length).toBe(starterLibrary.length);
  });

  it('has at least 44 replies, in every one of its folders', () => {
    expect(starterLibrary.length).toBeGreaterThanOrEqual(44);
    expect([...new Set(starterLibrary.map(({ folder }) => folder))]).toEqual([...starterFolders]);
  });

  it('has a short shortcut and an id of its own for each', () => {
    const shortcuts = starterLibrary.map(({ shortcut }) => shortcut);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
    expect(new Set(starterLibrary.map(({ id }) => id)).size).toBe(shortcuts.length);
    for (const shortcut of shortcuts) {
      expect(shortcut).toBe(foldShortcut(shortcut));
      expect(isShortcut(shortcut)).toBe(true);
      expect(shortcut.length).toBeLessThanOrEqual(11);
    }
  });

  it.each(starterLibrary.map((response) => [response.shortcut, response] as const))(
    'has %s whole in both languages',
    (_, response) => {
      expect(checkResponse(response)).toEqual({ ok: true, value: response });
      const { en = '', zh = '' } = response.texts;
      expect(response.titles['en']).toMatch(/^[A-Z]/);
      expect(response.titles['zh']).toMatch(/\p{Script=Han}/u);
      expect(en).not.toMatch(/\p{Script=Han}/u);
      const open = unfilledBlanks(en).filter((name) => !known.includes(name));
      const openInChinese = unfilledBlanks(zh).filter((name) => !known.includes(name));
      expect(openInChinese.toSorted()).toEqual(open.map((name) => sameBlank[name]).toSorted());
      expect(unfilledBlanks(zh).includes('agent')).toBe(unfilledBlanks(en).includes('agent'));
    },
  );

  it.each(starterLibrary.map(({ shortcut, texts }) => [shortcut, texts['zh'] ?? ''] as const))(
    'writes %s in Chinese with full-width punctuation, and 您',
    (_, zh) => {
      const outsideBlanks = zh.replace(/\{[^}]*\}/g, '客');
      expect(outsideBlanks).toMatch(/\p{Script=Han}/u);
      expect(outsideBlanks).not.toMatch(/[,;?!()"']|[.:](?!\/)/);
      expect(outsideBlanks).not.toMatch(/你| {2}/);
    },
  );

  it('A59: asks for a description of a picture in words that need no filling in', () => {
    const picture = starterLibrary.find(({ shortcut }) => shortcut === 'picture');
    expect(picture?.texts['en']).toContain('describe');
    expect(picture?.texts['zh']).toContain('描述');
    expect(unfilledBlanks(picture?.texts['en'] ?? '')).toEqual([]);
  });
});
