import { createHash } from 'node:crypto';

/** What a build has put out; Vite hands it to whoever changes the page. */
export type Bundle = Readonly<
  Record<string, { readonly type: string; readonly facadeModuleId?: string | null }>
>;

/**
 * The few words of script in the page itself, which ask for the first screen's sentences in the language
 * that the browser wants (as `guessLanguage` in src/main.tsx does) while the page's own script is still on
 * its way: on GPRS that is a second sooner. With it goes its hash, by which the policy lets it pass.
 * @returns nothing for a page without these sentences
 * @throws if only some languages have a file of their own in the build
 */
export function earlyWords(
  bundle: Bundle,
): { readonly script: string; readonly hash: string } | undefined {
  const files = ['en', 'zh-CN'].flatMap((language) =>
    Object.keys(bundle).filter((file) =>
      bundle[file]?.facadeModuleId?.endsWith(`/locales/${language}.json?first`),
    ),
  );
  if (!files.length) return undefined;
  const [en, zh, ...others] = files;
  if (!en || !zh || others.length) throw new Error(`One file a language, not ${files.join(', ')}.`);
  const script = [
    // A moment later: the browser asks for the style sheet first, which the first words wait for.
    "setTimeout(()=>{let l=document.createElement('link');l.rel='modulepreload';",
    `l.href=/^zh/.test(navigator.languages.find(t=>/^(zh|en)/.test(t)))?'/${zh}':'/${en}';`,
    'document.head.append(l)})',
  ].join('');
  return { script, hash: `sha256-${createHash('sha256').update(script).digest('base64')}` };
}
