import { describe, expect, it } from 'vitest';

interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly notRun: number;
  readonly note?: string;
}
interface Step {
  readonly name: string;
  readonly needs: readonly string[];
  run(more: readonly string[]): Promise<Partial<Count>>;
}
interface Module {
  performStep(
    step: Step,
    how: { readonly strict: boolean; readonly more: readonly string[] },
    missing: (names: readonly string[]) => readonly string[],
  ): Promise<Count>;
  describeStep(name: string, count: Count, seconds: number): string;
  describeTotal(counts: readonly Count[]): string;
}

// Plain JavaScript that runs before anything is installed, so it has no types of its own.
const path = '../../scripts/test/perform-step.mjs';
const { performStep, describeStep, describeTotal } = (await import(path)) as Module;

const count = (more: Partial<Count> = {}): Count => ({
  passed: 0,
  failed: 0,
  skipped: 0,
  notRun: 0,
  ...more,
});

const perform = (result: Partial<Count>, absent: readonly string[] = [], strict = false) => {
  const asked: (readonly string[])[] = [];
  const step: Step = {
    name: 'journey',
    needs: ['chromium', 'ejabberd'],
    run: async (more) => {
      asked.push(more);
      return result;
    },
  };
  const done = performStep(step, { strict, more: ['tests/a'] }, () => absent);
  return done.then((answer) => ({ answer, asked }));
};

describe('a step of npm test', () => {
  it('gives its own numbers, and is told what to run', async () => {
    const { answer, asked } = await perform({ passed: 3, failed: 1, skipped: 2 });
    expect(answer).toEqual(count({ passed: 3, failed: 1, skipped: 2 }));
    expect(asked).toEqual([['tests/a']]);
  });

  it('is not run, and names the packages, when something is missing', async () => {
    const { answer, asked } = await perform({ passed: 3 }, ['chromium', 'orca']);
    expect(answer).toEqual(count({ notRun: 1, note: 'not run without chromium, orca' }));
    expect(asked).toEqual([]);
  });

  it('has failed when something is missing and nothing may be', async () => {
    const { answer } = await perform({ passed: 3 }, ['orca'], true);
    expect(answer).toEqual(count({ failed: 1, note: 'not run without orca' }));
  });

  it('has failed when it skipped tests and nothing may be skipped', async () => {
    const { answer } = await perform({ passed: 3, failed: 1, skipped: 2 }, [], true);
    expect(answer).toEqual(count({ passed: 3, failed: 3, note: '2 were skipped' }));
  });

  it('has failed when it found no tests', async () => {
    const { answer } = await perform({ passed: 0, failed: 0 });
    expect(answer).toEqual(count({ failed: 1, note: 'no tests were found' }));
  });
});

describe('what npm test says in the end', () => {
  it('has a line for each step', () => {
    expect(describeStep('unit', count({ passed: 12 }), 3.123)).toBe(
      'passed  unit              12 passed, 0 failed, 3.1 s',
    );
    expect(describeStep('unit', count({ passed: 12, failed: 1 }), 3)).toMatch(/^FAILED {2}unit /);
    expect(describeStep('unit', count({ notRun: 1, note: 'not run without x' }), 0)).toMatch(
      /^not run unit .* – not run without x$/,
    );
  });

  it('adds everything up in the last one', () => {
    expect(describeTotal([count({ passed: 2 }), count({ passed: 3, failed: 1 })])).toBe(
      '5 passed, 1 failed',
    );
  });

  it('tells skipped tests from steps that were not run', () => {
    const counts = [count({ passed: 2, skipped: 4 }), count({ notRun: 1 })];
    expect(describeTotal(counts)).toBe('2 passed, 0 failed, 4 skipped, 1 step not run');
    expect(describeTotal([...counts, count({ notRun: 1 })])).toMatch(/, 2 steps not run$/);
  });
});
