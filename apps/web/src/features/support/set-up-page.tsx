import { openStaffSetUp, ProblemError } from '@sellerdesk/contract';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api } from '../../lib/api.ts';
import { EntryFrame } from '../../lib/entry-frame.tsx';
import { submitProblemFrom } from '../../lib/submit-problem.ts';
import { Button } from '../../ui/button.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { SetUpForm } from './set-up-form.tsx';

/** Where a set-up link leads: password and second factor are chosen here, once. */
export function SetUpPage(): ReactNode {
  // What stands behind the `#` is sent to no server and written into no log.
  const [token] = useState(() => location.hash.slice(1));
  const [recoveryCodes, setRecoveryCodes] = useState<readonly string[]>();
  const setUp = useQuery({
    queryKey: ['staff-set-up', token],
    queryFn: () => api(openStaffSetUp, { body: { token } }),
    staleTime: Infinity,
    // The secret is not kept any longer than it is shown.
    gcTime: 0,
  });
  if (recoveryCodes !== undefined) return <RecoveryCodes codes={recoveryCodes} />;
  if (isOver(setUp.error)) return <LinkOver />;
  return (
    <EntryFrame title="Set up your access" footer="The link works once, and only for a while.">
      {setUp.data === undefined ? null : <SetUpForm token={token} setUp={setUp.data} onFinished={setRecoveryCodes} />}
      {setUp.isPending ? (
        <output className="grid gap-4">
          <span className="sr-only">Opening your link</span>
          <span className="skeleton h-60" />
          <span className="skeleton h-24" />
        </output>
      ) : null}
      {setUp.error === null ? null : <NotOpened error={setUp.error} onRetry={() => void setUp.refetch()} />}
    </EntryFrame>
  );
}

/** A link cut off while it was copied is as good as none. */
function isOver(error: unknown): boolean {
  return error instanceof ProblemError && ['set_up_link_over', 'validation_failed'].includes(error.code);
}

function LinkOver(): ReactNode {
  return (
    <EntryFrame title="This link doesn't work any more" footer={null}>
      <p role="alert" className="text-lg text-muted">
        It was used already, is too old, or was not copied whole. Ask the colleague who sent it for a new one; nothing
        of yours was changed.
      </p>
    </EntryFrame>
  );
}

interface NotOpenedProps {
  readonly error: Error;
  readonly onRetry: () => void;
}

function NotOpened({ error, onRetry }: NotOpenedProps): ReactNode {
  const { message, requestId } = submitProblemFrom(error);
  return (
    <div role="alert" className="grid justify-items-start gap-3">
      <p className="text-muted">{message} Your link is still good.</p>
      <Button onClick={onRetry}>Try again</Button>
      <RequestId id={requestId} />
    </div>
  );
}
