import type Stripe from 'stripe';
import type { Requirements, Waiting } from '../world/requirements.ts';

/** What Stripe waits for, in the shape of API v1. */
export function requirementsToWire(due: Requirements): Stripe.Account.Requirements {
  return waitingToWire(due, due.disabledReason);
}

/** What Stripe will wait for, in the shape of API v1. */
export function futureRequirementsToWire({ future }: Requirements): Stripe.Account.FutureRequirements {
  return waitingToWire(future, null);
}

function waitingToWire(due: Waiting, disabledReason: string | null): Stripe.Account.Requirements {
  // The codes and reasons come from the emulator's own tables of Stripe's words.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return {
    alternatives: [],
    current_deadline: due.deadlineUnix,
    currently_due: [...due.currentlyDue],
    disabled_reason: disabledReason,
    errors: due.errors.map((error) => ({ ...error })),
    eventually_due: [...due.eventuallyDue],
    past_due: [...due.pastDue],
    pending_verification: [...due.pendingVerification],
  } as Stripe.Account.Requirements;
}
