import type { MessageKey } from '../shared/translate.ts';
import {
  isReachable,
  isThisComputer,
  parseBoxAddress,
  placeOf,
} from '../speech/speech-box/box-address.ts';

/** What an address of a speech box is good for, or what is wrong with it. */
export interface BoxAddressWords {
  readonly isWrong: boolean;
  /** Sentences, in their order. */
  readonly say: readonly MessageKey[];
}

/**
 * Tells an agent what the address that they typed means.
 * @param page the page's own protocol, `https:`
 */
export function describeBoxAddress(typed: string, page: string): BoxAddressWords {
  if (typed.trim() === '') return { isWrong: false, say: ['speechInput.boxNone'] };
  const address = parseBoxAddress(typed);
  if (!address) return { isWrong: true, say: ['speechInput.boxBadAddress'] };
  if (!isReachable(address, page)) return { isWrong: true, say: ['speechInput.boxBlocked'] };
  const isOpen = /^(http|ws):$/.test(address.url.protocol) && !isThisComputer(address.url);
  return {
    isWrong: false,
    say: [
      address.protocol === 'live' ? 'speechInput.boxLive' : 'speechInput.boxRecordings',
      ...(isOpen ? (['speechInput.boxUnencrypted'] as const) : []),
      ...(placeOf(address) === 'unknown' ? (['speechInput.boxFar'] as const) : []),
    ],
  };
}
