import type { CannedResponse, StarterFolder } from './canned-response.ts';
import { accessibility } from './starter/accessibility.ts';
import { account } from './starter/account.ts';
import { asking } from './starter/asking.ts';
import { checking } from './starter/checking.ts';
import { closing } from './starter/closing.ts';
import { delivery } from './starter/delivery.ts';
import { greetings } from './starter/greetings.ts';
import { payments } from './starter/payments.ts';
import { privacy } from './starter/privacy.ts';
import { problems } from './starter/problems.ts';
import type { StarterReply } from './starter/starter-reply.ts';

const folders = {
  greetings,
  asking,
  checking,
  delivery,
  payments,
  account,
  problems,
  privacy,
  accessibility,
  closing,
} satisfies Record<StarterFolder, readonly StarterReply[]>;

/**
 * What a new agent finds in the library: everyday replies in English and Chinese. To be loaded
 * when it is asked for.
 */
export const starterLibrary: readonly CannedResponse[] = Object.entries(folders).flatMap(
  ([folder, replies]) =>
    replies.map(({ shortcut, en, zh }) => {
      return {
        id: `starter-${shortcut}`,
        shortcut,
        folder,
        titles: { en: en[0], zh: zh[0] },
        texts: { en: en[1], zh: zh[1] },
      };
    }),
);
