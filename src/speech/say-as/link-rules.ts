import type { SayRule } from './apply-rules.ts';
import type { SpokenWords } from './spoken-words.ts';

/** Links as their host, addresses of e-mail with their parts. */
export function linkRules(words: SpokenWords): readonly SayRule[] {
  return [
    {
      pattern:
        /(?<![\p{Script=Latin}\d@])(?:https?:\/\/)?(?:www\.)?(?<host>(?:[a-z\d-]{1,63}\.){1,9}[a-z]{2,63}|localhost)(?::\d+)?(?:[/?#][\p{Script=Latin}\d\-._~:/?#[\]@!$&'()*+,;=%]*)?/giu,
      say: ({ 0: whole, groups: { host = '' } = {} }) => {
        // A bare "ok.thanks" is no link; a scheme, www or a path makes it one.
        if (!/^https?:|^www\.|^[^/]+\//i.test(whole)) return undefined;
        const end = /[.,;:!?)'\]]+$/.exec(whole)?.[0] ?? '';
        return `${words.link(host.toLowerCase())}${end}`;
      },
    },
    {
      pattern:
        /(?<![\p{Script=Latin}\d._%+-])([\p{Script=Latin}\d._%+-]{1,64})@((?:[a-z\d-]{1,63}\.){1,9}[a-z]{2,63})/giu,
      say: ([, name = '', host = '']) => words.email(name, host),
    },
  ];
}
