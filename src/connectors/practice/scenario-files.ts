import type { Scenario } from '../../simulator/scenario.ts';

/** By file: what loads a built-in scenario with its English lines. */
export const inEnglish = import.meta.glob<Scenario>('./scenarios/*.txt', {
  query: '?scenario=en',
  import: 'default',
});

/** By file: what loads a built-in scenario with its Chinese lines. */
export const inChinese = import.meta.glob<Scenario>('./scenarios/*.txt', {
  query: '?scenario=zh',
  import: 'default',
});
