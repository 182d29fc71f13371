/** Where things are kept: one object store each. */
export const storeNames = [
  'settings',
  'drafts',
  'notes',
  'canned',
  'outbox',
  'conversations',
  'cursors',
  'training',
] as const;

/** One of {@link storeNames}. */
export type StoreName = (typeof storeNames)[number];
