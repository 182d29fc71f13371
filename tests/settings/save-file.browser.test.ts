import { expect, it } from 'vitest';
import { saveFile } from '../../src/settings/save-file.ts';
import { savedBy } from './open-settings.ts';

it('hands the text to the browser, byte for byte, under its name', async () => {
  const text = '{"agentName":"小林 👋"}\n';
  const saved = await savedBy(async () => saveFile('mine.json', text));
  expect(saved).toEqual({ name: 'mine.json', text });
});

it('leaves nothing in the page', async () => {
  const before = document.querySelectorAll('*').length;
  await savedBy(async () => saveFile('mine.json', '{}'));
  expect(document.querySelectorAll('*')).toHaveLength(before);
});
