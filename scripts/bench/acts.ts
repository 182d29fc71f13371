/**
 * `npm run bench:acts`: how well dialogue acts are found in what agents type, what the detector
 * weighs and how long it takes. `-- --json` prints numbers only. Of the held half nothing but these
 * counts may be seen (tests/simulator/sentences/README.md). See docs/benchmarks.md.
 */
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';
import { detectActs } from '../../src/simulator/detect-acts.ts';
import { readSentences, type Score, scoreActs } from './score-acts.ts';

/** Bytes in brotli of the detector with what was learnt of both languages, as it is built. */
async function weigh(): Promise<number> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      lib: { entry: 'src/simulator/detect-acts.ts', formats: ['es'], fileName: 'acts' },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !('output' in first)) throw new Error('Nothing was built.');
  return first.output.reduce(
    (all, part) => all + (part.type === 'chunk' ? brotliCompressSync(part.code).length : 0),
    0,
  );
}

const languages = ['en', 'zh'] as const;
const halves = ['learn', 'held'] as const;
const sets = languages.flatMap((language) =>
  halves.map((half) => {
    const sentences = readSentences(language, half);
    return {
      language,
      half,
      size: sentences.length,
      scores: scoreActs(detectActs, sentences, language),
    };
  }),
);

const replies = languages.flatMap((language) =>
  readSentences(language, 'learn').map(({ text }) => ({ text, language })),
);
const start = performance.now();
for (const { text, language } of replies) detectActs(text, language);
const perReply = (performance.now() - start) / replies.length;
const bytes = await weigh();

const show = ({ name, precision, recall, f1, count }: Score) =>
  [
    name.padEnd(18),
    ...[precision, recall, f1].map((share) => share.toFixed(3)),
    String(count).padStart(5),
  ].join('  ');

if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ sets, bytes, perReply }));
} else {
  for (const { language, half, size, scores } of sets) {
    console.log(`${language} ${half}, ${size} messages${' '.repeat(4)}P      R      F1     count`);
    console.log(`${scores.map(show).join('\n')}\n`);
  }
  console.log(
    `${bytes} bytes in brotli, goal ≤ ${12 * 1024}: ${bytes <= 12 * 1024 ? 'met' : 'missed'}`,
  );
  console.log(`${perReply.toFixed(2)} ms a reply, goal ≤ 2: ${perReply <= 2 ? 'met' : 'missed'}`);
}
