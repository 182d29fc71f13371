// `npm run scenarios -- lint [--lang zh] FILE…`: what is wrong with practice scenarios, line by line.
// A file called `-` is the standard input. Ends with 1 if there is an error, with 2 if it cannot run.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import en from '../locales/en.json';
import zh from '../locales/zh-CN.json';
import { createTranslator } from '../src/i18n/create-translator.ts';
import { problemMessage } from '../src/simulator/describe-problem.ts';
import { detectActs } from '../src/simulator/detect-acts.ts';
import { isAdvice, lintScenario } from '../src/simulator/lint-scenario.ts';

/** What came of checking some files. */
export interface LintOutcome {
  readonly lines: readonly string[];
  readonly errors: number;
}

/**
 * Checks scenarios.
 * @param files names and texts
 * @param language of the findings: `en` or `zh`
 * @returns `FILE:LINE: error: sentence`, as editors and screen readers find their way by
 */
export function lintFiles(
  files: readonly { readonly name: string; readonly text: string }[],
  language: 'en' | 'zh',
): LintOutcome {
  const t = language === 'zh' ? createTranslator('zh-CN', zh) : createTranslator('en', en);
  let errors = 0;
  const lines = files.flatMap(({ name, text }) =>
    lintScenario(text, detectActs).problems.map((problem) => {
      if (!isAdvice(problem)) errors += 1;
      const { key, values } = problemMessage(problem);
      const kind = t(isAdvice(problem) ? 'simulator.advice' : 'simulator.error');
      const meant = problem.suggestion
        ? t('simulator.meant', { suggestion: problem.suggestion })
        : '';
      const said = [t(key, values), meant].filter(Boolean).join(language === 'zh' ? '' : ' ');
      return `${name}:${problem.line}: ${kind}: ${said}`;
    }),
  );
  return { lines, errors };
}

const usage = 'npm run scenarios -- lint [--lang zh] FILE…';

function main(words: readonly string[]): number {
  const [command, ...rest] = words;
  const at = rest.indexOf('--lang');
  const language = at >= 0 && rest[at + 1] === 'zh' ? 'zh' : 'en';
  const names = at >= 0 ? rest.filter((_, index) => index !== at && index !== at + 1) : rest;
  if (command !== 'lint' || names.length === 0) {
    console.error(usage);
    return 2;
  }
  try {
    const files = names.map((name) => ({
      name,
      text: readFileSync(name === '-' ? 0 : name, 'utf8'),
    }));
    const { lines, errors } = lintFiles(files, language);
    for (const line of lines) console.log(line);
    return errors > 0 ? 1 : 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 2;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = main(process.argv.slice(2));
}
