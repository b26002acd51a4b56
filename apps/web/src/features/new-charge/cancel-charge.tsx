import { cancelCharge, type Charge } from '@sellerdesk/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import { api } from '../../lib/api.ts';
import { ProblemWords } from '../../lib/problem-words.tsx';
import { submitProblemFrom } from '../../lib/submit-problem.ts';
import { lookOnly } from '../../lib/support-view.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { chargeQuery } from './charge-query.ts';

/** Takes the customer's link back, after asking once. */
export function CancelCharge({ charge }: { readonly charge: Charge }): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const queries = useQueryClient();
  const { queryKey } = chargeQuery(charge.chargeId);
  const canceling = useMutation({
    mutationFn: () => api(cancelCharge, { params: { chargeId: charge.chargeId }, body: {} }),
    onSuccess: (canceled) => {
      dialog.current?.close();
      queries.setQueryData(queryKey, canceled);
    },
    // The customer may have paid in the meantime: the charge itself then says so.
    onError: () => queries.invalidateQueries({ queryKey }),
  });
  return (
    <>
      <Button variant="quiet" off={lookOnly()} onClick={() => dialog.current?.showModal()}>
        Cancel charge
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby="cancel-title"
        className="card m-auto w-full max-w-md gap-4 text-ink backdrop:bg-black/40 open:grid"
      >
        <h2 id="cancel-title" className="text-lg font-heading">
          Cancel this charge?
        </h2>
        <p className="text-muted">The link stops working at once. Nothing has been taken from your customer.</p>
        {canceling.error === null ? null : (
          <Notice tone="danger">
            <ProblemWords problem={submitProblemFrom(canceling.error)} />
          </Notice>
        )}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={() => dialog.current?.close()}>Keep it</Button>
          <Button variant="danger" busy={canceling.isPending} onClick={() => canceling.mutate()}>
            Cancel charge
          </Button>
        </div>
      </dialog>
    </>
  );
}
