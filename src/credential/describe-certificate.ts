import type { InterfaceLanguage } from '../shared/language.ts';
import type { Translate } from '../shared/translate.ts';
import type { RecordError } from './exam-record.ts';
import type { CertificateState } from './verify.ts';

/** A day as the agent's language writes it. Epoch milliseconds in. */
export const formatDay = (at: number, language: InterfaceLanguage): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(at);

/**
 * A certificate's state in a sentence or two.
 * @param issuer what to call its issuer
 */
export function describeState(
  state: CertificateState,
  issuer: string,
  t: Translate,
  language: InterfaceLanguage,
): string {
  switch (state.kind) {
    case 'valid':
      return state.until === undefined
        ? t('credential.state.validForEver', { issuer })
        : t('credential.state.valid', { issuer, date: formatDay(state.until, language) });
    case 'expired':
    case 'not-yet-valid':
      return t(`credential.state.${state.kind}`, { date: formatDay(state.at, language) });
    case 'revoked':
      return state.reason
        ? t('credential.state.revokedFor', { issuer, reason: state.reason })
        : t('credential.state.revoked', { issuer });
    default:
      return t(`credential.state.${state.kind}`, { issuer });
  }
}

/** Why a file is no practice record that can be signed. */
export function describeRecordError(error: RecordError, t: Translate): string {
  switch (error.kind) {
    case 'broken':
      return t('credential.record.broken', { where: error.where });
    case 'unknown-set':
      return t('credential.record.unknown-set', { set: error.set });
    default:
      return t(`credential.record.${error.kind}`);
  }
}
