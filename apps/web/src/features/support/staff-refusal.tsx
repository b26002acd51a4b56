import type { ReactNode } from 'react';
import type { SubmitProblem } from '../../lib/submit-problem.ts';
import { Notice } from '../../ui/notice.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { wordsOfStaffRefusal } from './code-words.ts';

/** What needs no help from anybody, so no id of a request. */
const mistyped = new Set<SubmitProblem['code']>(['wrong_credentials', 'too_many_attempts']);
/** What is said at a field. */
const atField = new Set<SubmitProblem['code']>(['wrong_code', 'validation_failed']);

/** Says why the server refused a form of staff; what is wrong with single fields stands at them. */
export function StaffRefusal({ problem }: { readonly problem: SubmitProblem | undefined }): ReactNode {
  if (problem === undefined || atField.has(problem.code)) return null;
  return (
    <Notice tone="danger">
      <div className="grid gap-2">
        <p>{wordsOfStaffRefusal(problem)}</p>
        <RequestId id={mistyped.has(problem.code) ? undefined : problem.requestId} />
      </div>
    </Notice>
  );
}
