const names: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text that is already XML. */
export interface Xml {
  readonly xml: string;
}

type Value = string | number | Xml | undefined | readonly Xml[];

const fill = (value: Value): string => {
  if (value === undefined) return '';
  if (typeof value === 'object') return 'xml' in value ? value.xml : value.map(fill).join('');
  return String(value).replace(/[&<>"']/g, (character) => names[character] ?? character);
};

/**
 * Writes a stanza. Whatever stands in a `${}` place is escaped, unless it was made by `xml` too.
 * Text instead of a DOM: it keeps its namespaces, it can wait to be sent again as it is, and it
 * can be made where there is no DOM.
 */
export const xml = (parts: TemplateStringsArray, ...values: readonly Value[]): Xml => ({
  xml: parts.reduce((text, part, index) => text + fill(values[index - 1]) + part),
});
