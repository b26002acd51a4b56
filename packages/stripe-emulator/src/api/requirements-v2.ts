import type Stripe from 'stripe';
import type { Requirements, Waiting } from '../world/requirements.ts';

type WireRequirements = Stripe.V2.Core.Account.Requirements;
type Entry = Stripe.V2.Core.Account.Requirements.Entry;
type Status = Entry['minimum_deadline']['status'];

const STRICTEST_FIRST: readonly Status[] = ['past_due', 'currently_due', 'eventually_due'];

/** What Stripe waits for, in the shape of API v2. */
export function requirementsToV2Wire(due: Waiting): WireRequirements {
  const checked = due.pendingVerification.map((field): Entry => ({
    ...entryOf(field, due, 'currently_due'),
    awaiting_action_from: 'stripe',
  }));
  return { entries: [...entriesOf(due), ...checked], ...summaryOf(due) };
}

/** What Stripe will wait for, in the shape of API v2. */
export function futureRequirementsToV2Wire({ future }: Requirements): Stripe.V2.Core.Account.FutureRequirements {
  return { entries: entriesOf(future), ...summaryOf(future) };
}

function entriesOf(due: Waiting): Entry[] {
  return due.eventuallyDue.map((field) => entryOf(field, due, statusOf(field, due)));
}

/** The date stands in the summary alone: no entry has one of its own in this version. */
function summaryOf(due: Waiting): Pick<WireRequirements, 'summary'> {
  const statuses = new Set(due.eventuallyDue.map((field) => statusOf(field, due)));
  const strictest = STRICTEST_FIRST.find((status) => statuses.has(status));
  if (strictest === undefined) return {};
  return { summary: { minimum_deadline: { status: strictest, ...timeOf(due.deadlineUnix) } } };
}

function entryOf(field: string, due: Waiting, status: Status): Entry {
  return {
    awaiting_action_from: 'user',
    description: field,
    errors: due.errors
      .filter(({ requirement }) => requirement === field)
      .map(({ code, reason }) => ({ code, description: reason })),
    impact: {
      restricts_capabilities: [{ capability: 'card_payments', configuration: 'merchant', deadline: { status } }],
    },
    minimum_deadline: { status },
    ...referenceOf(field),
    requested_reasons: [{ code: 'routine_onboarding' }],
  };
}

function referenceOf(field: string): Pick<Entry, 'reference'> {
  const [resource = ''] = field.split('.', 1);
  return resource.startsWith('person_') ? { reference: { type: 'person', resource } } : {};
}

function statusOf(field: string, { pastDue, currentlyDue }: Waiting): Status {
  if (pastDue.includes(field)) return 'past_due';
  return currentlyDue.includes(field) ? 'currently_due' : 'eventually_due';
}

function timeOf(unix: number | null): { time?: string } {
  return unix === null || unix === 0 ? {} : { time: new Date(unix * 1000).toISOString() };
}
