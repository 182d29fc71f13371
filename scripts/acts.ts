// `npm run acts -- --lang en < sentences.txt`: which dialogue acts each line performs, and by which
// words, as JSON lines. Ends with 2 if it cannot run.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { detectActs } from '../src/simulator/detect-acts.ts';

/**
 * Finds the acts of each line; empty lines are left out.
 * @param text lines of what an agent types
 * @param language `en` or `zh`
 * @returns one JSON object a line
 */
export const actLines = (text: string, language: 'en' | 'zh'): readonly string[] =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.stringify({ text: line, acts: detectActs(line, language) }));

function main(words: readonly string[]): number {
  const [flag, language, ...rest] = words;
  if (flag !== '--lang' || (language !== 'en' && language !== 'zh') || rest.length > 0) {
    console.error('npm run acts -- --lang en|zh < sentences.txt');
    return 2;
  }
  try {
    for (const line of actLines(readFileSync(0, 'utf8'), language)) console.log(line);
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 2;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = main(process.argv.slice(2));
}
