import type { Account, Requirement } from '@sellerdesk/contract';
import type { ReactNode } from 'react';
import { Moment } from '../ui/moment.tsx';

type Waiting = Pick<Account, 'requirements' | 'detailsSubmitted'> & { readonly deadlineAt?: string };

/** What Stripe waits for, with why something was not accepted, and by when it is needed. */
export function RequirementList({ account }: { readonly account: Waiting }): ReactNode {
  const { requirements, deadlineAt, detailsSubmitted } = account;
  if (requirements.length === 0) return null;
  return (
    <div className="card grid gap-3">
      <ul aria-label="What Stripe needs" className="grid gap-3">
        {requirements.map((requirement) => (
          <Item key={requirement.field} requirement={requirement} late={requirement.pastDue && detailsSubmitted} />
        ))}
      </ul>
      {deadlineAt === undefined ? null : (
        <p className="border-t border-line pt-3">
          Needed by <Moment at={deadlineAt} show="day" />
        </p>
      )}
    </div>
  );
}

interface ItemProps {
  readonly requirement: Requirement;
  /** Stripe calls everything past due of an account that has never handed anything in; such a seller is not late. */
  readonly late: boolean;
}

function Item({ requirement: { label, problem }, late }: ItemProps): ReactNode {
  return (
    <li className="grid gap-1">
      <span>
        {label}
        {late ? <span className="text-danger"> · overdue</span> : null}
      </span>
      {problem === undefined ? null : <span className="text-muted">{problem}</span>}
    </li>
  );
}
