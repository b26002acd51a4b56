import type { ReactNode } from 'react';
import type { SubmitProblem } from '../../lib/submit-problem.ts';
import { ProblemWords } from '../../lib/problem-words.tsx';
import { Notice } from '../../ui/notice.tsx';
import { wordsOfRefusal } from './sign-in-problem.ts';

/** Says why the server let nobody in; what is wrong with single fields stands at them. */
export function Refusal({ problem }: { readonly problem: SubmitProblem | undefined }): ReactNode {
  if (problem === undefined || problem.code === 'validation_failed' || problem.code === 'email_taken') return null;
  // Whoever mistyped a password needs no help from anybody.
  const requestId = problem.code === 'wrong_credentials' ? undefined : problem.requestId;
  return (
    <Notice tone="danger">
      <ProblemWords problem={{ ...problem, message: wordsOfRefusal(problem), requestId }} />
    </Notice>
  );
}
