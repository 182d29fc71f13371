import type en from '../../locales/en.json';

type Join<P extends string, K extends string> = P extends '' ? K : `${P}.${K}`;
type Leaves<T, P extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? Join<P, K> : Leaves<T[K], Join<P, K>>;
}[keyof T & string];

/** Each path to a sentence in `locales/en.json`, joined by dots. */
export type LocaleKey = Leaves<typeof en>;

type StripPlural<K extends string> = K extends `${infer Base}_${'one' | 'other'}` ? Base : never;

/** Sentences that exist once. */
export type MessageKey = Exclude<LocaleKey, `${string}_${'one' | 'other'}`>;

/** Sentences that exist for each plural form (`key_one`, `key_other`). */
export type PluralKey = StripPlural<LocaleKey>;

/** Values for the `{{name}}` places of a sentence. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** Gives sentences in the agent's language; a plural one needs `count` in its values. */
export interface Translate {
  (key: MessageKey, values?: MessageValues): string;
  (key: PluralKey, values: MessageValues & { readonly count: number }): string;
}
