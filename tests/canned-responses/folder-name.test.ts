import { expect, it } from 'vitest';
import en from '../../locales/en.json';
import zh from '../../locales/zh-CN.json';
import { starterFolders } from '../../src/canned-responses/canned-response.ts';
import { folderByName, folderName } from '../../src/canned-responses/folder-name.ts';
import { createTranslator } from '../../src/i18n/create-translator.ts';

const english = createTranslator('en', en);
const chinese = createTranslator('zh-CN', zh);

it('names the starter folders in the language of the interface', () => {
  expect(folderName('delivery', english)).toBe('Delivery');
  expect(folderName('delivery', chinese)).toBe('物流配送');
  for (const t of [english, chinese]) {
    expect(new Set(starterFolders.map((folder) => folderName(folder, t))).size).toBe(10);
  }
});

it('leaves the agent’s own folders as they are', () => {
  expect(folderName('My desk', chinese)).toBe('My desk');
  expect(folderName('', english)).toBe('');
});

it('finds the folder that a typed name means', () => {
  expect(folderByName(' 物流配送 ', starterFolders, chinese)).toBe('delivery');
  expect(folderByName(' New ', starterFolders, chinese)).toBe('New');
});
