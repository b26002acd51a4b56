import type { ReactNode } from 'react';
import type { SubmitProblem } from '../../lib/submit-problem.ts';
import { Notice } from '../../ui/notice.tsx';
import { wordsOfRefusal } from './sign-in-problem.ts';

/** Says why the server let nobody in; what is wrong with single fields stands at them. */
export function Refusal({ problem }: { readonly problem: SubmitProblem | undefined }): ReactNode {
  if (problem === undefined || problem.code === 'validation_failed' || problem.code === 'email_taken') return null;
  return <Notice tone="danger">{wordsOfRefusal(problem)}</Notice>;
}
