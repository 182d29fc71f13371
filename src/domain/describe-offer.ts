import { primaryLanguage } from '../shared/language.ts';
import type { Translate } from '../shared/translate.ts';
import type { Offer } from './conversation.ts';
import { describeDuration } from './describe-duration.ts';

/** The language's name in the agent's language; its code where the browser knows no name. */
export const languageName = (language: string, t: Translate): string => {
  const code = primaryLanguage(language);
  if (code === 'en') return t('language.en');
  if (code === 'zh') return t('language.zh');
  return code;
};

/** One sentence on an offer: who, topic, language, how long it has waited. */
export function describeOffer(offer: Offer, t: Translate, now: number): string {
  const waited = now - offer.since;
  return [
    offer.customer.name,
    offer.topic,
    languageName(offer.customer.language, t),
    waited < 60_000 ? '' : t('offers.waited', { time: describeDuration(waited, t) }),
  ]
    .filter(Boolean)
    .join(t('app.comma'));
}
