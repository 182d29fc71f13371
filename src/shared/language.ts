/** A BCP 47 tag such as `en` or `zh-CN`. */
export type LanguageTag = string;

/** The languages that the interface speaks, in the order in which they are offered. */
export const interfaceLanguages = ['en', 'zh-CN'] as const;

/** A language of the interface. */
export type InterfaceLanguage = (typeof interfaceLanguages)[number];

/** The first subtag in lower case: `zh` for `zh-CN`. */
export const primaryLanguage = (tag: LanguageTag): string =>
  tag.split('-', 1)[0]?.toLowerCase() ?? '';
