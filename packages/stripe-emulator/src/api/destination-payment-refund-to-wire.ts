import type Stripe from 'stripe';
import type { World } from '../world/world.ts';

/** What an account gave back of a transfer, in Stripe's form: a refund that no card got. */
export function destinationPaymentRefundToWire({ store, platform }: World, id: string): Stripe.Refund | undefined {
  const [reversal] = store.all('transfer_reversal', platform, { destinationPaymentRefund: id });
  if (reversal === undefined) return undefined;
  const { destination, destinationPayment } = store.get('transfer', reversal.transfer);
  const [line] = store.all('balance_transaction', destination, { source: id });
  return {
    id,
    object: 'refund',
    amount: reversal.amount,
    balance_transaction: line?.id ?? null,
    charge: destinationPayment,
    created: reversal.createdUnix,
    currency: reversal.currency,
    customer: null,
    customer_account: null,
    metadata: {},
    payment_intent: null,
    payment_method: null,
    reason: null,
    receipt_number: null,
    source_transfer_reversal: reversal.id,
    status: 'succeeded',
    transfer_reversal: null,
  };
}
