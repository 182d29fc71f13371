import { collectFirstScreen, lazyButFirst, type Manifest } from './first-screen.ts';

/** Files that are fetched at one step of the training, and not before it. */
export interface TrainingStep {
  readonly title: string;
  readonly files: readonly string[];
  /** Whether it counts for what the training may weigh. */
  readonly isTraining: boolean;
}

type Language = 'en' | 'zh';

const locales = { en: 'locales/en.json?later', zh: 'locales/zh-CN.json?later' } as const;

/** The files that `behindFile` and `vaultFile` of scripts/vite/first-file.ts name. */
const behind = 'behind';
const vault = 'vault';

/** What any desk fetches behind its first screen, with practice customers or with real ones. */
const desk = [
  behind,
  'src/palette/palette.tsx',
  'src/numbers/numbers.tsx',
  'src/console/customer-panel.tsx',
  'src/console/dictation-bar.tsx',
  'src/console/wrap-up-form.tsx',
  'src/session/open-sender.ts',
  'src/app/waiting-replies.tsx',
  'src/app/keep-offline.ts',
  'src/lock/watch-lock.ts',
  vault,
];

const room = ['src/app/training-screens.ts', 'src/training/training.tsx'];

const english = 'src/simulator/acts/load-english.ts';

const practice = (language: Language) => [
  'src/simulator/create-judge.ts',
  language === 'zh' ? 'src/simulator/acts/load-chinese.ts' : english,
  'src/practice/debrief.tsx',
];

const screens: Readonly<Record<string, readonly string[]>> = {
  progress: ['src/practice/progress.tsx'],
  phrases: ['src/phrases/phrases.tsx', 'src/english/phrase-book.txt?raw'],
  editor: ['src/editor/editor.tsx'],
  review: ['src/practice/review.tsx'],
  certificates: ['src/certificates/certificates.tsx'],
};

/** The name of a module's chunk; what several import has one that the bundler made up. */
function chunkOf(manifest: Manifest, module: string): string {
  const name = module.replace(/^.*\/|\.tsx?$/g, '');
  return manifest[module]
    ? module
    : (Object.keys(manifest).find((key) => manifest[key]?.name === name) ?? module);
}

/**
 * What the training costs beyond the first screen, step by step, without the scenario itself.
 * tests/journeys/training-bytes.test.ts goes through the first three and holds what is fetched
 * against it.
 * @throws if a listed module is in no chunk of its own any more
 */
export function trainingSteps(manifest: Manifest, language: Language): TrainingStep[] {
  const files = (modules: readonly string[]) =>
    collectFirstScreen(manifest, [
      ...lazyButFirst,
      'locales/zh-CN.json?first',
      ...modules.map((module) => chunkOf(manifest, module)),
    ]);
  const step = (
    title: string,
    modules: readonly string[],
    before: readonly string[],
    isTraining = true,
  ): TrainingStep => {
    const known = new Set(files(before));
    return { title, files: files(modules).filter((file) => !known.has(file)), isTraining };
  };
  const opened = [locales[language], ...room];
  const played = [...desk, ...opened];
  return [
    step('The desk behind its first screen', desk, [], false),
    step('The training room and its words', opened, desk),
    step('A practice, judged, with its debrief', practice(language), played),
    ...(language === 'zh'
      ? [step('With a Latin letter in a reply', [english], [...played, ...practice('zh')], false)]
      : []),
    ...Object.entries(screens).map(([name, modules]) =>
      step(`From the room to ${name}`, modules, [behind, vault, ...opened], false),
    ),
  ];
}
