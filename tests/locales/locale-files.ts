import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../architecture/source-files.ts';

/** Sentence by key, nested keys joined by dots. */
export type Sentences = ReadonlyMap<string, unknown>;

/** All sentences of nested objects. */
export function flatten(value: unknown, prefix = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[prefix, value]];
  return Object.entries(value).flatMap(([key, child]) =>
    flatten(child, prefix === '' ? key : `${prefix}.${key}`),
  );
}

/** The languages that have a file in locales/. */
export const languages = readdirSync(join(root, 'locales'))
  .filter((name) => name.endsWith('.json'))
  .map((name) => basename(name, '.json'));

/** A language's sentences. */
export function readLocale(language: string): Sentences {
  return new Map(
    flatten(JSON.parse(readFileSync(join(root, 'locales', `${language}.json`), 'utf8'))),
  );
}

/** The `{{places}}` of a sentence, sorted. */
export const findPlaces = (sentence: string): string[] =>
  [...new Set([...sentence.matchAll(/\{\{(.*?)\}\}/g)].map(([, name]) => name ?? ''))].sort();

/** The key that the program writes: without the plural form. */
export const baseOf = (key: string): string => key.replace(/_(one|other)$/, '');

/**
 * Keys that no source names, neither whole in quotes nor as a template such as `` `a.${b}.c` ``.
 * @param code all source text
 */
export function findUnused(keys: readonly string[], code: string): string[] {
  const quoted = new Set([...code.matchAll(/['"`]([\w.-]+)['"`]/g)].map(([, text]) => text));
  const templates = [...code.matchAll(/`((?:[\w.-]|\$\{[^}`]*\})+)`/g)]
    .map(([, text]) => text ?? '')
    // It takes a section's name before the hole: otherwise any template would excuse any key.
    .filter((text) => /^\w+\.[\w.-]*\$\{/.test(text))
    .map((text) => new RegExp(`^${text.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '.+')}$`));
  return keys.filter((key) => {
    const base = baseOf(key);
    return !quoted.has(base) && !quoted.has(key) && !templates.some((known) => known.test(base));
  });
}

/** What a Chinese sentence gets wrong in its punctuation, each by name. */
export function findChineseFaults(sentence: string): string[] {
  // A place stands for words or numbers: neither Han nor Latin.
  const text = sentence.replace(/\{\{.*?\}\}/g, '1');
  const rules: [string, RegExp][] = [
    ['half-width punctuation', /\p{scx=Han}\s*[,.:;!?()"]|[,:;!?()"]\s*\p{scx=Han}/u],
    ['a space inside Chinese', /\p{scx=Han}[ \t\u3000]+\p{scx=Han}/u],
    ['a space beside full-width punctuation', /\s[，。：；！？、）]|[，。：；！？、（]\s/u],
    ['half an ellipsis', /(?<!…)…(?!…)/u],
  ];
  return rules.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
}
