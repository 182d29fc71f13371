import { expect } from 'vitest';
import { page } from 'vitest/browser';
// Fetched by the desk when it is needed; here the server has to make it first.
import '../../src/console/attached.tsx';
import type { Attachment } from '../../src/domain/message.ts';
import { openDesk } from './open-desk.tsx';
import { aMessage } from './samples.ts';

/** Where the picture is. */
export const url = 'https://files.example/a/photo.png';

/** A real picture. */
export async function picture(width = 600): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, 30);
  const context = canvas.getContext('2d');
  context?.fillRect(0, 0, width / 2, 30);
  return canvas.convertToBlob({ type: 'image/png' });
}

/** Lin's conversation with one file, open. */
export async function openFile(
  attachment: Partial<Attachment> = {},
  options: Parameters<typeof openDesk>[0] = {},
) {
  const desk = await openDesk(options);
  const text = attachment.words ?? 'photo.png';
  const known: Attachment = { kind: 'picture', url, name: 'photo.png', mime: 'image/png' };
  const message = aMessage({
    id: 'f',
    conversationId: 'lin',
    text,
    attachment: { ...known, ...attachment },
  });
  desk.connector.open('Lin', { messages: [message] });
  (document.querySelector('#c-lin') as HTMLElement).click();
  await expect.element(page.getByRole('article')).toBeVisible();
  await expect.poll(() => document.querySelector('.shared button')).not.toBeNull();
  const shared = document.querySelector('.shared') as HTMLElement;
  const button = () => shared.querySelector('button') as HTMLButtonElement;
  const label = () => button().textContent;
  const why = () => shared.querySelector('.error')?.textContent;
  return { ...desk, shared, button, label, why };
}
