import { type ProblemCode, ProblemError, problems, UnexpectedReplyError } from '@sellerdesk/contract';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { expect, test, vi } from 'vitest';
import { ErrorBoundary } from './error-boundary.tsx';
import { pageProblemFrom } from './page-problem.ts';

function refusal(code: ProblemCode): ProblemError {
  const { status, title } = problems[code];
  return new ProblemError(code, { type: `/problems#${code}`, code, title, status, requestId: 'req_3' });
}

test.each([
  [refusal('internal'), 'retry', /our mistake/u],
  [refusal('unavailable'), 'retry', /We cannot do this right now\. Your money is safe/u],
  [new UnexpectedReplyError(502), 'retry', /Check your connection/u],
  [new TypeError('Failed to fetch'), 'retry', /Check your connection/u],
  [new TypeError('NetworkError when attempting to fetch resource.'), 'retry', /Check your connection/u],
  [new TypeError('Failed to fetch dynamically imported module: /assets/a.js'), 'reload', /new version/u],
  [new TypeError('Importing a module script failed.'), 'reload', /new version/u],
  [new Error('x is undefined'), 'reload', /our mistake/u],
  ['anything', 'reload', /our mistake/u],
] as const)('%s: %s', (error, remedy, words) => {
  const problem = pageProblemFrom(error);
  expect(problem.remedy).toBe(remedy);
  expect(problem.body).toMatch(words);
});

test('a problem of the server keeps the id of its request', () => {
  expect(pageProblemFrom(refusal('internal')).requestId).toBe('req_3');
});

test('a page that stops is replaced by words and a way on, and can be tried again', async () => {
  vi.spyOn(globalThis.console, 'error').mockImplementation(() => undefined);
  let broken = true;
  function Page(): ReactNode {
    if (broken) throw refusal('unavailable');
    return <p>here again</p>;
  }
  render(
    <ErrorBoundary>
      <Page />
    </ErrorBoundary>,
  );
  expect(screen.getByRole('alert').textContent).toContain('Your money is safe');
  broken = false;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(screen.getByText('here again')).toBeTruthy();
});
