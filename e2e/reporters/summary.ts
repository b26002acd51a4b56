import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** Ends the run with one line that any reader of a log can find: `browser: 12 passed, 0 failed`. */
export default class Summary implements Reporter {
  private readonly outcomes = new Map<string, boolean>();

  onTestEnd(test: TestCase, result: TestResult): void {
    this.outcomes.set(test.id, result.status === test.expectedStatus);
  }

  onEnd(): void {
    const passed = [...this.outcomes.values()].filter(Boolean).length;
    process.stdout.write(`browser: ${passed} passed, ${this.outcomes.size - passed} failed\n`);
  }
}
