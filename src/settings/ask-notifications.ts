/** What came of asking: `missing` where the browser has no notifications. */
export type NotificationAnswer = 'granted' | 'refused' | 'missing';

/** Asks the agent, through the browser, whether this page may notify. To be called on a key or click. */
export async function askNotifications(
  api: Pick<typeof Notification, 'requestPermission'> | undefined = globalThis.Notification,
): Promise<NotificationAnswer> {
  if (!api) return 'missing';
  try {
    // Closing the question without an answer is `default`: not allowed, may be asked again.
    return (await api.requestPermission()) === 'granted' ? 'granted' : 'refused';
  } catch {
    return 'missing';
  }
}
