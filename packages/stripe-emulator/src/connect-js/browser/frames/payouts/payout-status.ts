import type { PayoutRow, PayoutStatus, Tone } from '../../../frame-data.ts';

/** Each state of a payout in the seller's words. */
export const payoutStatuses: Record<PayoutStatus, { readonly label: string; readonly tone: Tone }> = {
  pending: { label: 'Pending', tone: 'neutral' },
  in_transit: { label: 'In transit', tone: 'neutral' },
  paid: { label: 'Paid', tone: 'success' },
  failed: { label: 'Failed', tone: 'danger' },
  canceled: { label: 'Canceled', tone: 'neutral' },
};

/** Says who sent a payout on its way, and that it was sent at once. */
export function startedInWords({ automatic, method }: Pick<PayoutRow, 'automatic' | 'method'>): string {
  if (method === 'instant') return 'Instantly, by you';
  return automatic ? 'Automatically' : 'By you';
}
