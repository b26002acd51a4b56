import type { Tone } from '../../../frame-data.ts';

const statuses: Readonly<Record<string, { readonly label: string; readonly tone: Tone }>> = {
  needs_response: { label: 'Needs response', tone: 'danger' },
  warning_needs_response: { label: 'Inquiry', tone: 'warning' },
  under_review: { label: 'Under review', tone: 'neutral' },
  warning_under_review: { label: 'Under review', tone: 'neutral' },
  won: { label: 'Won', tone: 'success' },
  lost: { label: 'Lost', tone: 'neutral' },
  warning_closed: { label: 'Closed', tone: 'neutral' },
};

/** Says how a dispute stands in the seller's words. */
export function disputeStatus(status: string): { readonly label: string; readonly tone: Tone } {
  return statuses[status] ?? { label: status.replaceAll('_', ' '), tone: 'neutral' };
}

/** Writes the reason that the customer's bank gave. */
export function disputeReason(reason: string): string {
  const words = reason.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
