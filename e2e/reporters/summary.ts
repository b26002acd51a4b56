import { readFileSync } from 'node:fs';
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** How much of a page is told, in characters: enough to see what was there instead. */
const TOLD = 6000;

/** Ends the run with one line that any reader of a log can find: `browser: 12 passed, 0 failed`. */
export default class Summary implements Reporter {
  private readonly outcomes = new Map<string, boolean>();

  onTestEnd(test: TestCase, result: TestResult): void {
    const passed = result.status === test.expectedStatus;
    this.outcomes.set(test.id, passed);
    if (!passed) tell(test, result);
  }

  onEnd(): void {
    const passed = [...this.outcomes.values()].filter(Boolean).length;
    process.stdout.write(`browser: ${passed} passed, ${this.outcomes.size - passed} failed\n`);
  }
}

/** Says what the page showed: where only the log of a run is kept, nothing else tells. */
function tell(test: TestCase, { attachments }: TestResult): void {
  const context = attachments.find(({ name }) => name === 'error-context');
  if (context?.path === undefined) return;
  process.stdout.write(`What “${test.title}” saw:\n${readFileSync(context.path, 'utf8').slice(0, TOLD)}\n`);
}
