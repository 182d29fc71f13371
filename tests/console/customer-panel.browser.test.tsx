import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openDesk } from '../support/open-desk.tsx';

it('leaves half-typed tags alone while messages come in', async () => {
  await page.viewport(1280, 800);
  const { connector } = await openDesk();
  connector.open('Lin');
  await userEvent.click(document.querySelector('#c-lin') as HTMLElement);
  await expect.element(page.getByRole('textbox', { name: 'Tags' })).toBeVisible();
  const tags = document.querySelector<HTMLInputElement>('#tags') as HTMLInputElement;
  await userEvent.click(tags);
  await userEvent.keyboard('refund, la');
  connector.say('Lin', 'Are you there?', 'said');
  await expect.poll(() => document.getElementById('m-said')).not.toBeNull();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(tags.value).toBe('refund, la');
  await userEvent.keyboard('te');
  expect(tags.value).toBe('refund, late');
});
