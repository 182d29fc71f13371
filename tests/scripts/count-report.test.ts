import { describe, expect, it } from 'vitest';

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly { status: string; assertionResults: readonly unknown[] }[];
}
interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}
type CountReport = (report: Report, code: number) => Count;

// Plain JavaScript that runs before anything is installed, so it has no types of its own.
const path = '../../scripts/test/steps.mjs';
const { countReport } = (await import(path)) as { countReport: CountReport };

const report = (more: Partial<Report> = {}): Report => ({
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 0,
  testResults: [{ status: 'passed', assertionResults: [{}] }],
  ...more,
});

describe('countReport', () => {
  it('counts each test', () => {
    expect(countReport(report({ numFailedTests: 2, numPendingTests: 1 }), 1)).toEqual({
      passed: 5,
      failed: 2,
      skipped: 1,
    });
  });

  it('counts a file that does not load as a failure', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }];
    expect(countReport(report({ testResults }), 1).failed).toBe(1);
  });

  it('never calls a run green that ended with an error', () => {
    expect(countReport(report(), 1)).toEqual({ passed: 5, failed: 1, skipped: 0 });
    expect(countReport(report(), 0)).toEqual({ passed: 5, failed: 0, skipped: 0 });
  });
});
