import type { Account, Requirement } from '@sellerdesk/contract';
import type { ReactNode } from 'react';
import { Moment } from '../../ui/moment.tsx';

/** What Stripe waits for, with why something was not accepted, and by when it is needed. */
export function RequirementList({ account }: { readonly account: Account }): ReactNode {
  const { requirements, deadlineAt } = account;
  if (requirements.length === 0) return null;
  return (
    <div className="card grid gap-3">
      <ul aria-label="What Stripe needs" className="grid gap-3">
        {requirements.map((requirement) => (
          <Item key={requirement.field} requirement={requirement} />
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

function Item({ requirement: { label, problem, pastDue } }: { readonly requirement: Requirement }): ReactNode {
  return (
    <li className="grid gap-1">
      <span>
        {label}
        {pastDue ? <span className="text-danger"> · overdue</span> : null}
      </span>
      {problem === undefined ? null : <span className="text-muted">{problem}</span>}
    </li>
  );
}
