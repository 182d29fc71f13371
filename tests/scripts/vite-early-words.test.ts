import { createHash } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { earlyWords } from '../../scripts/vite/early-words.ts';

const piece = (language: string) => ({
  type: 'chunk',
  facadeModuleId: `/app/locales/${language}.json?first`,
});
const bundle = {
  'assets/en-1.js': piece('en'),
  'assets/zh-2.js': piece('zh-CN'),
  'assets/other.js': { type: 'chunk', facadeModuleId: null },
};

/** What the script of the page asks for in a browser that wants these languages. */
const asked = (languages: readonly string[]) => {
  const added: { readonly rel?: string; readonly href?: string }[] = [];
  runInNewContext(earlyWords(bundle)?.script ?? '', {
    navigator: { languages },
    document: { createElement: () => ({}), head: { append: (one: object) => added.push(one) } },
    setTimeout: (act: () => void) => act(),
  });
  return added.map(({ rel, href }) => `${rel} ${href}`);
};

describe('the script in the page', () => {
  it.each([
    [['zh-CN', 'en'], '/assets/zh-2.js'],
    [['zh-TW'], '/assets/zh-2.js'],
    [['fr', 'en-GB', 'zh'], '/assets/en-1.js'],
    [['de'], '/assets/en-1.js'],
    [[], '/assets/en-1.js'],
  ])('asks for the sentences that a browser of %j wants', (languages, file) => {
    expect(asked(languages)).toEqual([`modulepreload ${file}`]);
  });

  it('goes with the hash by which the policy lets it pass, and it alone', () => {
    const early = earlyWords(bundle);
    const hash = createHash('sha256').update(early?.script ?? '');
    expect(early?.hash).toBe(`sha256-${hash.digest('base64')}`);
  });

  it('is not there in a page without sentences; where one language lacks them, the build fails', () => {
    expect(earlyWords({ 'assets/page.js': { type: 'chunk' } })).toBeUndefined();
    expect(() => earlyWords({ 'assets/en-1.js': piece('en') })).toThrow(/assets\/en-1\.js/);
  });
});
