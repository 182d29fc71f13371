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
  'assets/practice-3.js': { type: 'chunk', facadeModuleId: '/app/src/session/open-practice.ts' },
  'assets/other.js': { type: 'chunk', facadeModuleId: null },
};

/** What the script of the page asks for, and when, where the sentences come `took` after the visit began. */
const asked = (languages: readonly string[], { hash = '', took = 4000 } = {}) => {
  const added: string[] = [];
  let now = 0;
  let later = 0;
  const append = (link: Record<string, unknown>) => {
    added.push(`${now + later} ${link['rel']} ${link['href']}`);
    // After what follows in the script has been done.
    queueMicrotask(() => {
      now = took;
      (link['onload'] as (() => void) | undefined)?.();
    });
  };
  runInNewContext(earlyWords(bundle)?.script ?? '', {
    navigator: { languages },
    location: { hash },
    performance: { now: () => now },
    document: { createElement: () => ({}), head: { append } },
    setTimeout: (act: (what: unknown) => void, ms = 0, what: unknown = undefined) => {
      later = ms;
      act(what);
    },
  });
  return Promise.resolve().then(() => added);
};

describe('the script in the page', () => {
  it.each([
    [['zh-CN', 'en'], '/assets/zh-2.js'],
    [['zh-TW'], '/assets/zh-2.js'],
    [['fr', 'en-GB', 'zh'], '/assets/en-1.js'],
    [['de'], '/assets/en-1.js'],
    [[], '/assets/en-1.js'],
  ])('asks for the sentences that a browser of %j wants', async (languages, file) => {
    expect((await asked(languages))[0]).toBe(`0 modulepreload ${file}`);
  });

  it('asks for the practice when it has taken as long again as the sentences', async () => {
    expect(await asked(['en'], { took: 300 })).toEqual([
      '0 modulepreload /assets/en-1.js',
      '600 modulepreload /assets/practice-3.js',
    ]);
  });

  it('does not where the visit begins with another screen', async () => {
    expect(await asked(['en'], { hash: '#/sign-in' })).toHaveLength(1);
  });

  it('goes with the hash by which the policy lets it pass, and it alone', () => {
    const early = earlyWords(bundle);
    const hash = createHash('sha256').update(early?.script ?? '');
    expect(early?.hash).toBe(`sha256-${hash.digest('base64')}`);
  });

  it('is not there in a page without sentences; where something lacks, the build fails', () => {
    expect(earlyWords({ 'assets/page.js': { type: 'chunk' } })).toBeUndefined();
    expect(() => earlyWords({ 'assets/en-1.js': piece('en') })).toThrow(/assets\/en-1\.js/);
    const { 'assets/practice-3.js': _, ...rest } = bundle;
    expect(() => earlyWords(rest)).toThrow(/en-1\.js, assets\/zh-2/);
  });
});
