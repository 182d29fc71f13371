import { expect, it } from 'vitest';
import type { Manifest } from '../../scripts/first-screen.ts';
import { trainingSteps } from '../../scripts/training-size.ts';

/** A build in which every module that is named has a chunk of its own and one that all share. */
const manifest: Manifest = new Proxy<Manifest>(
  {},
  {
    get: (_, name) => {
      if (typeof name !== 'string' || /create-judge|Ab12/.test(name)) {
        return name === '_Ab12.js' ? { file: 'judge.js', name: 'create-judge' } : undefined;
      }
      return name === '_shared.js'
        ? { file: 'shared.js' }
        : { file: `${name}.js`, imports: ['_shared.js'] };
    },
    ownKeys: () => ['_Ab12.js'],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  },
);
const filesOf = (language: 'en' | 'zh') =>
  trainingSteps(manifest, language).map(({ files }) => files);

it('counts each file once, where it is first needed, and nothing of the first screen', () => {
  const [desk = [], room = [], practice = []] = filesOf('en');
  const all = [...desk, ...room, ...practice];
  expect(all).toEqual([...new Set(all)]);
  expect(all).not.toContain('shared.js');
  expect(all).not.toContain('index.html');
  expect(room).toContain('src/training/training.tsx.js');
  expect(room).toContain('locales/en.json?later.js');
});

it('finds what was cut out of several, and the language’s own', () => {
  const [, , practice = []] = filesOf('en');
  expect(practice).toContain('judge.js');
  expect(practice.join()).not.toContain('chinese');
  const [, room = [], chinese = []] = filesOf('zh');
  expect(room).toContain('locales/zh-CN.json?later.js');
  expect(chinese.join()).toContain('load-chinese');
  expect(chinese.join()).not.toContain('load-english');
});

it('counts the room and a practice for the training, and tells of each screen', () => {
  const steps = trainingSteps(manifest, 'zh');
  expect(steps.filter(({ isTraining }) => isTraining)).toHaveLength(2);
  for (const { title, files } of steps) expect(files.length, title).toBeGreaterThan(0);
});
