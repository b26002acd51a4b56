import type { Words } from '../../../../words/english.ts';
import type { PayoutRow, PayoutStatus, Tone } from '../../../frame-data.ts';

/** The tone of each state of a payout. */
export const payoutTones: Record<PayoutStatus, Tone> = {
  pending: 'neutral',
  in_transit: 'neutral',
  paid: 'success',
  failed: 'danger',
  canceled: 'neutral',
};

type Started = Pick<PayoutRow, 'automatic' | 'method'>;

/** Says who sent a payout on its way, and that it was sent at once. */
export function startedInWords({ automatic, method }: Started, { payouts: { started } }: Words): string {
  if (method === 'instant') return started.instantly;
  return automatic ? started.automatically : started.byYou;
}
