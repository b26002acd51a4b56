import type { ReactNode } from 'react';
import { paths } from '../../app/paths.ts';
import type { SubmitProblem } from '../../lib/submit-problem.ts';
import { Notice } from '../../ui/notice.tsx';
import { StaffRefusal } from './staff-refusal.tsx';

/** Why no view was started, where that is no matter of a field. */
const words: Readonly<Partial<Record<SubmitProblem['code'], string>>> = {
  support_declined: 'This seller has just decided that nobody looks at their pages.',
  support_switched_off: 'Whoever runs the server has switched support views off for now.',
  test_accounts_only: 'This is a live account. Support looks at test accounts only.',
  not_found: 'This seller, or their account, is no longer there.',
};

/** Says why no view was started, and what to do about it. */
export function LookRefusal({ problem }: { readonly problem: SubmitProblem | undefined }): ReactNode {
  if (problem === undefined || problem.code === 'second_factor_stale') return null;
  if (problem.code === 'support_view_running')
    return (
      <Notice tone="warning">
        You are looking at a seller already, and can look at one at a time.{' '}
        <a href={paths.supportView} className="link">
          Go there to stop
        </a>
      </Notice>
    );
  const known = words[problem.code];
  return known === undefined ? <StaffRefusal problem={problem} /> : <Notice tone="danger">{known}</Notice>;
}
