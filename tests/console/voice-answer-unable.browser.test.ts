import { expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openAnswer } from '../support/open-answer.ts';
import { playMicrophone } from '../support/open-voice.ts';

// In a file of its own: an encoder that was there once is not asked for again.
test('without an encoder it is said before anybody speaks', async () => {
  const track = playMicrophone();
  await openAnswer();
  vi.stubGlobal('AudioEncoder', undefined);
  onTestFinished(() => void vi.unstubAllGlobals());
  await userEvent.click(page.getByLabelText('I speak myself'));
  await userEvent.click(page.getByRole('button', { name: 'Record', exact: true }));
  await expect
    .poll(() => document.querySelector('#voice-answer .error')?.textContent)
    .toMatch(/browser/);
  expect(track()).toBeUndefined();
});
