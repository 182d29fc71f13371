import { type SourceFile, withoutComments } from './source-files.ts';

const matching = (files: readonly SourceFile[], pattern: RegExp): string[] =>
  files.filter(({ text }) => pattern.test(withoutComments(text))).map(({ path }) => path);

/** How many lines a text has. */
export const countLines = (text: string): number => text.replace(/\n$/, '').split('\n').length;

/** Files that only hand on what others export. */
export function findBarrels(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path, text }) => {
      if (/(^|\/)index\.tsx?$/.test(path)) return true;
      const code = withoutComments(text);
      const rest = code.replace(/^export\s[^'"`;=]*?from\s*['"][^'"]+['"];?/gm, '').trim();
      return code.trim() !== '' && rest === '';
    })
    .map(({ path }) => path);
}

/** Files with a default export; declarations tell what other people's modules export. */
export const findDefaultExports = (files: readonly SourceFile[]): string[] =>
  matching(
    files.filter(({ path }) => !path.endsWith('.d.ts')),
    /^export default\b|\bas default\b/m,
  );

/** Files that turn a string into markup; the one place that may is left out. */
export const findMarkupFromStrings = (files: readonly SourceFile[]): string[] =>
  matching(
    files.filter(({ path }) => path !== 'src/ui/dom.ts'),
    /\b(innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|document\.write)\b/,
  );

/** Files that keep state at module level, where it would be shared and never end. */
export const findModuleState = (files: readonly SourceFile[]): string[] =>
  matching(
    files,
    /^(export )?(const|let|var)\s+[^=]+=\s*create(Signal|Store|MutableStore|Mutable|Memo|Resource|Root)\s*[(<]/m,
  );

/** Text fields that leave it to the browser whether it keeps what is typed, on the disk and in the clear. */
export const findKeptFields = (files: readonly SourceFile[]): string[] =>
  files.flatMap(({ path, text }) =>
    [...withoutComments(text).matchAll(/<textarea\b[\s\S]*?\/>/g)]
      .filter(([tag]) => !/autocomplete="off"/.test(tag))
      .map(() => path),
  );

/** The opening tag around a position, as far as a pattern can tell. */
function tagAround(code: string, at: number): string {
  const start = Math.max(0, code.lastIndexOf('<', at));
  const end = code.slice(at).search(/\/>|(?<!=)>/);
  return code.slice(start, end < 0 ? undefined : at + end);
}

/** Live regions outside index.html, each with its file; a log is none while `aria-live` is off. */
export function findLiveRegions(files: readonly SourceFile[]): string[] {
  const loud = /aria-?live(?!=\{?["']off)|<output\b/gi;
  const role = /role(?:=\{?|:\s*|',\s*)["'](status|alert|log|timer|marquee)["']/g;
  return files.flatMap(({ path, text }) => {
    const code = withoutComments(text);
    const roles = [...code.matchAll(role)].filter(
      ({ index }) => !/aria-live=\{?["']off["']/.test(tagAround(code, index)),
    );
    return [...code.matchAll(loud), ...roles].map(([found]) => `${path}: ${found}`);
  });
}

/** The middle of the numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1] ?? 0;
  return (low + (sorted[Math.floor(middle)] ?? low)) / 2;
}
