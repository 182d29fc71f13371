import { expect, it } from 'vitest';
import { systemClock } from '../../src/shared/clock.ts';
import { saveFile } from '../../src/ui/save-file.ts';
import { savedBy } from '../settings/open-settings.ts';

it('hands the text to the browser, byte for byte, under its name', async () => {
  const text = '{"agentName":"小林 👋"}\n';
  const saved = await savedBy(async () =>
    saveFile({ name: 'mine.json', type: 'application/json', text }, systemClock),
  );
  expect(saved).toEqual({ name: 'mine.json', text });
});

it('leaves nothing in the page', async () => {
  const before = document.querySelectorAll('*').length;
  await savedBy(async () =>
    saveFile({ name: 'mine.json', type: 'application/json', text: '{}' }, systemClock),
  );
  expect(document.querySelectorAll('*')).toHaveLength(before);
});
