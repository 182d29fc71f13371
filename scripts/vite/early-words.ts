import { createHash } from 'node:crypto';

/** What a build has put out; Vite hands it to whoever changes the page. */
export type Bundle = Readonly<
  Record<string, { readonly type: string; readonly facadeModuleId?: string | null }>
>;

const languages = ['en', 'zh'] as const;
const pieces = {
  en: ['/locales/en.json?first', '/first-hello.txt?scenario=en'],
  zh: ['/locales/zh-CN.json?first', '/first-hello.txt?scenario=zh'],
} as const;

/**
 * The few words of script in the page itself, which ask for the first screen's sentences, and for the
 * first practice of the list, in the language that the browser wants (as `guessLanguage` in src/main.tsx
 * does) while the page's own script is still on its way: on GPRS a second sooner each. With it goes its
 * hash, by which the policy lets it pass.
 * @returns nothing for a page without these sentences
 * @throws if only some of these have a file of their own in the build
 */
export function earlyWords(
  bundle: Bundle,
): { readonly script: string; readonly hash: string } | undefined {
  const fileOf = (source: string) =>
    Object.keys(bundle).find((file) => bundle[file]?.facadeModuleId?.endsWith(source));
  const files = languages.map((language) => pieces[language].map(fileOf));
  if (!files.flat().some(Boolean)) return undefined;
  if (!files.flat().every(Boolean))
    throw new Error(`The sentences and the first practice, in each language: ${files.join()}.`);
  const [en, zh] = files.map((list) => list.map((file) => `'/${file}'`).join());
  const script = [
    // A moment later: the browser asks for the style sheet first, which the first words wait for.
    'setTimeout(()=>{for(let f of /^zh/.test(navigator.languages.find(t=>/^(zh|en)/.test(t)))?',
    `[${zh}]:[${en}]){let l=document.createElement('link');l.rel='modulepreload';l.href=f;`,
    'document.head.append(l)}})',
  ].join('');
  return { script, hash: `sha256-${createHash('sha256').update(script).digest('base64')}` };
}
