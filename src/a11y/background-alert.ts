import type { Announcement, EarconName } from '../domain/announcement.ts';
import type { Settings } from '../domain/settings.ts';
import type { Translate } from '../shared/translate.ts';

/** Reaches an agent who is in another tab, where a live region may be silent (A31). */
export interface BackgroundAlert {
  /** To be told of each announcement; does nothing while the page is in front. */
  alert(announcement: Announcement): void;
  /** Sets the page's title; the count is put before it. */
  setTitle(title: string): void;
  dispose(): void;
}

/**
 * Makes the alert.
 * @param options.notify shows a system notification; called only if the agent allows it
 */
export function createBackgroundAlert(options: {
  readonly page: Document;
  t(): Translate;
  preferences(): Pick<Settings, 'notifications'>;
  sound(name: EarconName): void;
  notify?(title: string, body: string, language: string | undefined): void;
}): BackgroundAlert {
  const { page } = options;
  let title = page.title;
  let count = 0;
  const show = () => {
    page.title = count ? `(${count}) ${title}` : title;
  };
  const seen = () => {
    if (page.hidden || count === 0) return;
    count = 0;
    show();
  };
  page.addEventListener('visibilitychange', seen);
  return {
    alert: ({ class: kind, text, language, earcon, priority }) => {
      if (!page.hidden || kind === 'reply' || kind === 'typing' || kind === 'presence') return;
      count += 1;
      show();
      options.sound(earcon ?? (priority === 0 ? 'failure' : 'message'));
      if (options.preferences().notifications) {
        options.notify?.(options.t()('app.name'), text, language);
      }
    },
    setTitle: (next) => {
      title = next;
      show();
    },
    dispose: () => page.removeEventListener('visibilitychange', seen),
  };
}

/** Shows a system notification if the agent has allowed them to this page. */
export function showNotification(title: string, body: string, language: string | undefined): void {
  if (!('Notification' in globalThis) || Notification.permission !== 'granted') return;
  try {
    // Silent: our own sound is the one that the agent knows.
    new Notification(title, { body, lang: language ?? '', silent: true, tag: 'harebell' });
  } catch {
    // Android's Chrome only shows them from a service worker; the title and the sound remain.
  }
}
