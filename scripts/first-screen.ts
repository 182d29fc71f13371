/** A chunk in Vite's manifest (https://vite.dev/guide/backend-integration). */
export interface Chunk {
  readonly file: string;
  /** What it was called before it got its file's name, which says nothing. */
  readonly name?: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

/** Source path, or a name that Vite made up, → chunk. */
export type Manifest = Readonly<Record<string, Chunk>>;

/**
 * What is loaded later, but still before an agent can work in a practice chat: modules by their
 * source path, and files of public/. tests/journeys opens a practice chat with nothing but these.
 */
export const lazyButFirst: readonly string[] = [
  'locales/en.json?first',
  'src/connectors/practice/scenarios/first-hello.txt?scenario=en',
];

/**
 * The files of the first screen: the entry, the listed modules, and all that these import statically.
 * @throws if a listed module has no chunk of its own (then it is in another one: take it off the list)
 */
export function collectFirstScreen(manifest: Manifest, listed: readonly string[]): string[] {
  const files = new Set<string>();
  const seen = new Set<string>();
  const add = (name: string) => {
    if (seen.has(name)) return;
    seen.add(name);
    const chunk = manifest[name];
    if (!chunk) throw new Error(`${name} is no chunk of the build; mend scripts/first-screen.ts.`);
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    for (const imported of chunk.imports ?? []) add(imported);
  };
  add('index.html');
  for (const name of listed) {
    if (name.startsWith('public/')) files.add(name.slice('public/'.length));
    else add(name);
  }
  return ['index.html', ...files];
}

/** The scripts and styles that are not part of the first screen. */
export function collectLater(manifest: Manifest, first: readonly string[]): string[] {
  const all = Object.values(manifest).flatMap(({ file, css = [] }) => [file, ...css]);
  return [...new Set(all)].filter((file) => /\.(js|css)$/.test(file) && !first.includes(file));
}
