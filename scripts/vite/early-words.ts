import { createHash } from 'node:crypto';

/** What a build has put out; Vite hands it to whoever changes the page. */
export type Bundle = Readonly<
  Record<string, { readonly type: string; readonly facadeModuleId?: string | null }>
>;

/**
 * The few words of script in the page itself, which ask for the first screen's sentences in the language
 * that the browser wants (as `guessLanguage` in src/main.tsx does) while the page's own script is still on
 * its way: on GPRS that is a second sooner. What a practice takes is asked for so that it comes just behind
 * the page's script: when it has taken as long again as the sentences did. Asked for at once, it would hold up the
 * first screen by a second; asked for by the script, the link would stand idle for one.
 * With it goes its hash, by which the policy lets it pass.
 * @returns nothing for a page without these sentences
 * @throws if only some languages have a file of their own in the build, or the practice has none
 */
export function earlyWords(
  bundle: Bundle,
): { readonly script: string; readonly hash: string } | undefined {
  const madeOf = (source: string) =>
    Object.keys(bundle).filter((file) => bundle[file]?.facadeModuleId?.endsWith(source));
  const words = ['en', 'zh-CN'].flatMap((language) => madeOf(`/locales/${language}.json?first`));
  if (!words.length) return undefined;
  const files = [...words, ...madeOf('/src/session/open-practice.ts')];
  const [en, zh, practice, ...others] = files;
  if (!en || !zh || !practice || others.length)
    throw new Error(`One file a language and one for the practice, not ${files.join(', ')}.`);
  const script = [
    "let ask=f=>{let l=document.createElement('link');l.rel='modulepreload';l.href='/'+f;",
    'document.head.append(l);return l};',
    // A moment later: the browser asks for the style sheet first, which the first words wait for.
    'setTimeout(()=>{',
    `ask(/^zh/.test(navigator.languages.find(t=>/^(zh|en)/.test(t)))?'${zh}':'${en}').onload=()=>`,
    `location.hash||setTimeout(ask,performance.now(),'${practice}')})`,
  ].join('');
  return { script, hash: `sha256-${createHash('sha256').update(script).digest('base64')}` };
}
