import {
  type CannedResponse,
  chooseVariant,
  foldShortcut,
  isShortcut,
  limits,
  type Variants,
} from '../canned-responses/canned-response.ts';
import type { LibraryError } from '../canned-responses/library.ts';
import { primaryLanguage } from '../shared/language.ts';
import { err, ok, type Result } from '../shared/result.ts';

/** The fields of the form, in order. */
export const formFields = ['title', 'shortcut', 'folder', 'en', 'zh'] as const;

/** One of {@link formFields}; `en` and `zh` are the texts. */
export type FormField = (typeof formFields)[number];

/** What stands in the form, as it was typed; the folder is the one that is meant. */
export type FormValues = Readonly<Record<FormField, string>>;

/** What is wrong with a field. */
export interface FormFault {
  readonly field: FormField;
  readonly error: LibraryError;
}

/** The tag under which a language stands already, `zh-TW` for `zh`; else the language itself. */
const tagFor = (variants: Variants, language: string): string =>
  Object.keys(variants).find((tag) => tag === language) ??
  Object.keys(variants).find((tag) => primaryLanguage(tag) === language) ??
  language;

/**
 * What the form begins with.
 * @param language the agent's, in which the title is shown
 */
export const toFormValues = (
  response: CannedResponse | undefined,
  language: string,
): FormValues => {
  const texts = response?.texts ?? {};
  return {
    title: chooseVariant(response?.titles ?? {}, [language])?.text ?? '',
    shortcut: response?.shortcut ?? '',
    folder: response?.folder ?? '',
    en: texts[tagFor(texts, 'en')] ?? '',
    zh: texts[tagFor(texts, 'zh')] ?? '',
  };
};

function findFaults(values: FormValues, others: readonly CannedResponse[]): readonly FormFault[] {
  const shortcut = foldShortcut(values.shortcut);
  const other = others.find((one) => one.shortcut === shortcut);
  const tooLong = (field: FormField, part: 'folder' | 'title' | 'text'): FormFault[] =>
    values[field].trim().length > limits[part]
      ? [{ field, error: { kind: 'too-long', field: part, limit: limits[part] } }]
      : [];
  const fault = (field: FormField, error: LibraryError, there: boolean): FormFault[] =>
    there ? [{ field, error }] : [];
  return [
    ...fault('title', { kind: 'no-title' }, !values.title.trim()),
    ...tooLong('title', 'title'),
    ...fault('shortcut', { kind: 'bad-shortcut' }, !isShortcut(shortcut)),
    ...(other ? fault('shortcut', { kind: 'duplicate-shortcut', shortcut, other }, true) : []),
    ...tooLong('folder', 'folder'),
    ...fault('en', { kind: 'no-text' }, !values.en.trim() && !values.zh.trim()),
    ...tooLong('en', 'text'),
    ...tooLong('zh', 'text'),
  ];
}

/**
 * Makes a response of what stands in the form, or tells all that is wrong with it (A61). Languages
 * that the form does not show stay as they are, and so do the titles where the title is unchanged.
 * @param before the response that is edited
 * @param id the one that it shall have
 * @param language the agent's, in which the title is written
 */
export function readForm(
  values: FormValues,
  options: {
    readonly id: string;
    readonly before: CannedResponse | undefined;
    readonly responses: readonly CannedResponse[];
    readonly language: string;
  },
): Result<CannedResponse, readonly FormFault[]> {
  const { id, before, responses, language } = options;
  const faults = findFaults(
    values,
    responses.filter((one) => one.id !== id),
  );
  if (faults.length) return err(faults);
  const { titles = {}, texts = {} } = before ?? {};
  const isSameTitle = values.title.trim() === toFormValues(before, language).title;
  const titleTag = tagFor(titles, primaryLanguage(language));
  return ok({
    id,
    shortcut: foldShortcut(values.shortcut),
    folder: values.folder,
    titles: isSameTitle ? titles : { ...titles, [titleTag]: values.title },
    texts: { ...texts, [tagFor(texts, 'en')]: values.en, [tagFor(texts, 'zh')]: values.zh },
  });
}
