import type { MessageKey, Translate } from '../shared/translate.ts';
import { isStarterFolder, type StarterFolder } from './canned-response.ts';

const keys = {
  greetings: 'cannedResponses.folders.greetings',
  asking: 'cannedResponses.folders.asking',
  checking: 'cannedResponses.folders.checking',
  delivery: 'cannedResponses.folders.delivery',
  payments: 'cannedResponses.folders.payments',
  account: 'cannedResponses.folders.account',
  problems: 'cannedResponses.folders.problems',
  privacy: 'cannedResponses.folders.privacy',
  accessibility: 'cannedResponses.folders.accessibility',
  closing: 'cannedResponses.folders.closing',
} as const satisfies Record<StarterFolder, MessageKey>;

/**
 * A folder's name as the agent reads it: ours in the language of the interface, their own as they
 * wrote it. Empty for a response that is in no folder.
 */
export const folderName = (folder: string, t: Translate): string =>
  isStarterFolder(folder) ? t(keys[folder]) : folder;

/**
 * The folder that is meant by a name that was typed: the other way round, so that an agent who
 * types 物流配送 puts the response beside ours and does not open a second folder of that name.
 */
export const folderByName = (name: string, folders: readonly string[], t: Translate): string =>
  folders.find((folder) => folderName(folder, t) === name.trim()) ?? name.trim();
