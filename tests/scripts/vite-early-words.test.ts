import { createHash } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { earlyWords } from '../../scripts/vite/early-words.ts';

const piece = (source: string) => ({ type: 'chunk', facadeModuleId: `/app/${source}` });
const bundle = {
  'assets/en-1.js': piece('locales/en.json?first'),
  'assets/zh-2.js': piece('locales/zh-CN.json?first'),
  'assets/hello-3.js': piece('scenarios/first-hello.txt?scenario=en'),
  'assets/hello-4.js': piece('scenarios/first-hello.txt?scenario=zh'),
  'assets/other.js': { type: 'chunk', facadeModuleId: null },
};
const english = ['/assets/en-1.js', '/assets/hello-3.js'];
const chinese = ['/assets/zh-2.js', '/assets/hello-4.js'];

/** What the script of the page asks for. */
const asked = (languages: readonly string[]) => {
  const added: string[] = [];
  runInNewContext(earlyWords(bundle)?.script ?? '', {
    navigator: { languages },
    document: {
      createElement: () => ({}),
      head: {
        append: ({ rel, href }: Record<string, unknown>) => added.push(`${rel} ${href}`),
      },
    },
    setTimeout: (act: () => void) => act(),
  });
  return added;
};

describe('the script in the page', () => {
  it.each([
    [['zh-CN', 'en'], chinese],
    [['zh-TW'], chinese],
    [['fr', 'en-GB', 'zh'], english],
    [['de'], english],
    [[], english],
  ])(
    'asks for the sentences and the first practice that a browser of %j wants',
    (languages, files) => {
      expect(asked(languages)).toEqual(files.map((file) => `modulepreload ${file}`));
    },
  );

  it('goes with the hash by which the policy lets it pass, and it alone', () => {
    const early = earlyWords(bundle);
    const hash = createHash('sha256').update(early?.script ?? '');
    expect(early?.hash).toBe(`sha256-${hash.digest('base64')}`);
  });

  it('is not there in a page without sentences; where something lacks, the build fails', () => {
    expect(earlyWords({ 'assets/page.js': { type: 'chunk' } })).toBeUndefined();
    const { 'assets/hello-4.js': _, ...rest } = bundle;
    expect(() => earlyWords(rest)).toThrow(/assets\/en-1\.js/);
  });
});
