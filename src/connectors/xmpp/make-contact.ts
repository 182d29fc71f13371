import type { Message } from '../../domain/message.ts';
import type { LanguageTag } from '../../shared/language.ts';
import { nameOf } from './address.ts';
import type { Serving } from './contacts.ts';
import type { Placed } from './in-archive-order.ts';

/** What is known of somebody who wrote. */
export interface Contact {
  readonly address: string;
  name: string;
  language: LanguageTag;
  serving: Serving;
  openedAt: number;
  typing: boolean;
  /** Whether they have said anything yet. */
  met: boolean;
  oldest: string | undefined;
  began: string | undefined;
  last: string;
  offer: Waiting | undefined;
  /** What is shown and where it stands in the archive, in its order. */
  places: Placed[];
}

/** What somebody wrote whom nobody serves yet. */
export interface Waiting {
  readonly id: string;
  readonly topic: string;
  readonly since: number;
  readonly messages: Message[];
  told: boolean;
}

/** Somebody of whom nothing is known but the address. */
export const makeContact = (address: string, language: LanguageTag): Contact => ({
  address,
  name: nameOf(address),
  language,
  serving: 'none',
  openedAt: 0,
  typing: false,
  met: false,
  oldest: undefined,
  began: undefined,
  last: '',
  offer: undefined,
  places: [],
});
