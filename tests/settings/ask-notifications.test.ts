import { expect, it } from 'vitest';
import { askNotifications } from '../../src/settings/ask-notifications.ts';

const answering = (answer: NotificationPermission) => ({ requestPermission: async () => answer });

it.each([
  ['granted', 'granted'],
  ['denied', 'refused'],
  ['default', 'refused'],
] as const)('%s is %s', async (answer, meant) => {
  expect(await askNotifications(answering(answer))).toBe(meant);
});

it('knows a browser without notifications, or one that throws', async () => {
  expect(await askNotifications(undefined)).toBe('missing');
  const throwing = { requestPermission: () => Promise.reject(new TypeError('no')) };
  expect(await askNotifications(throwing)).toBe('missing');
});
