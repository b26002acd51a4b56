import type { Charge, createCharge, RequestOf } from '@sellerdesk/contract';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type SubmitProblem, submitProblemFrom } from '../../lib/submit-problem.ts';
import { type FieldProblems, useFieldProblems } from '../../ui/use-field-problems.ts';
import { type ChargeDraft, detailsOfDraft, problemsOfDraft } from './charge-draft.ts';
import { type ChargeFilling, type FillingStore, newFilling } from './charge-filling.ts';
import { draftProblemsFrom, leavesOutcomeOpen } from './charge-problem.ts';

/** Sends a charge to the server. */
export type SendCharge = (body: RequestOf<typeof createCharge>['body']) => Promise<Charge>;

export interface ChargeForm {
  readonly draft: ChargeDraft;
  readonly fields: FieldProblems<ChargeDraft>;
  readonly change: (changes: Partial<ChargeDraft>) => void;
  readonly submit: () => void;
  readonly state: 'typing' | 'sending' | 'offline';
  /** Why the charge was not made, or why we cannot tell. */
  readonly problem: SubmitProblem | undefined;
  /** What was sent before with the same key, when the server says that it was something else. */
  readonly sentBefore: ChargeDraft | null;
  /** Sends again what was sent before: the answer is the charge made of it, if there is one. */
  readonly findSent: () => void;
  /** Makes another charge of what is typed now. */
  readonly submitAsAnother: () => void;
}

interface Collaborators {
  readonly store: FillingStore;
  readonly empty: ChargeDraft;
  readonly send: SendCharge;
  readonly onCreated: (charge: Charge) => void;
}

/** A filling on its way, and the one to go on with once it became a charge. */
interface Attempt {
  readonly filling: ChargeFilling;
  readonly next?: ChargeFilling;
}

/** Holds one filling of the form and sends it: however often, the server makes one charge of it. */
export function useChargeForm({ store, empty, send, onCreated }: Collaborators): ChargeForm {
  const [filling, keep] = useKeptFilling(store, empty);
  const fields = useFieldProblems(filling.draft, problemsOfDraft);
  const sending = useMutation({
    // Offline it waits, and says so: its key makes it safe to send it later.
    networkMode: 'online',
    mutationFn: (attempt: Attempt) => sendFilling(attempt.filling, send),
    onSuccess: (_, { next }) => (next === undefined ? store.forget() : store.keep(next)),
    onError: (error, attempt) => {
      const problem = submitProblemFrom(error);
      if (attempt.next === undefined && !leavesOutcomeOpen(problem)) keep(attempt.filling);
      fields.refuse(draftProblemsFrom(problem));
    },
  });
  const attempt = (attempted: Attempt): void => {
    if (attempted.next === undefined)
      keep({ ...attempted.filling, sent: attempted.filling.sent ?? attempted.filling.draft });
    // A seller who has left the form meanwhile is not taken to the charge.
    sending.mutate(attempted, { onSuccess: (charge) => onCreated(charge) });
  };
  return {
    draft: filling.draft,
    fields,
    change: (changes) => keep({ ...filling, draft: { ...filling.draft, ...changes } }),
    submit: () => {
      if (!sending.isPending && fields.check()) attempt({ filling });
    },
    state: stateOf(sending),
    problem: sending.error === null ? undefined : submitProblemFrom(sending.error),
    sentBefore: filling.sent,
    findSent: () =>
      attempt({ filling: { ...filling, draft: filling.sent ?? filling.draft }, next: newFilling(filling.draft) }),
    submitAsAnother: () => attempt({ filling: newFilling(filling.draft) }),
  };
}

function stateOf({ isPending, isPaused }: { isPending: boolean; isPaused: boolean }): ChargeForm['state'] {
  if (!isPending) return 'typing';
  return isPaused ? 'offline' : 'sending';
}

/** A filling is stored from the first letter on. One that nobody has touched is not: it may be wrong by the time they do. */
function useKeptFilling(store: FillingStore, empty: ChargeDraft): [ChargeFilling, (filling: ChargeFilling) => void] {
  const [filling, setFilling] = useState(() => store.find() ?? newFilling(empty));
  const keep = (next: ChargeFilling): void => {
    setFilling(next);
    store.keep(next);
  };
  return [filling, keep];
}

function sendFilling({ idempotencyKey, draft }: ChargeFilling, send: SendCharge): Promise<Charge> {
  const details = detailsOfDraft(draft);
  if (details === undefined) return Promise.reject(new Error('A draft with problems cannot be sent'));
  return send({ idempotencyKey, ...details });
}
