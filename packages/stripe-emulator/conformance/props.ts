import { openStage } from './stage.ts';
import type Stripe from 'stripe';
import type { Props } from './case.ts';
import { BANK, CARD, checkout } from './wishes.ts';

const PLATFORM_LIABLE: Stripe.AccountCreateParams = {
  controller: {
    fees: { payer: 'application' },
    losses: { payments: 'application' },
    requirement_collection: 'application',
    stripe_dashboard: { type: 'none' },
  },
  capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
};
const PICTURE = { data: Buffer.from('a picture'), name: 'picture.png', type: 'image/png' };

function paymentBy(method: string): Stripe.PaymentIntentCreateParams {
  return {
    amount: 2000,
    currency: 'usd',
    confirm: true,
    application_fee_amount: 100,
    payment_method: method,
    ...CARD,
  };
}

/** Makes what the cases act with, through the API alone, so that Stripe itself can be asked the same. */
export async function openProps(): Promise<Props> {
  const stage = await openStage();
  const { stripe, seller } = stage;
  const on = { stripeAccount: seller };
  const liable = await stripe.accounts.create({ country: 'US', ...PLATFORM_LIABLE });
  const v2 = await stripe.v2.core.accounts.create({ display_name: 'Second', contact_email: 'second@example.com' });
  const paid = await stripe.paymentIntents.create(paymentBy('pm_card_visa'), on);
  const charge = idOf(paid.latest_charge);
  const disputed = await stripe.paymentIntents.create(paymentBy('pm_card_createDispute'), on);
  const refund = await stripe.refunds.create({ charge, amount: 50 }, on);
  const product = await stripe.products.create({ name: 'Bread' });
  const page = await stripe.checkout.sessions.create(checkout(), on);
  const disputes = await stripe.disputes.list({ payment_intent: disputed.id }, on);
  const fees = await stripe.applicationFees.list({ charge });
  const { balance_transaction: transaction } = await stripe.charges.retrieve(charge, {}, on);
  return {
    ...stage,
    on,
    made: {
      account: liable.id,
      bare: (await stripe.accounts.create({ country: 'US' })).id,
      person: (await stripe.accounts.createPerson(liable.id, { first_name: 'Jo' })).id,
      v2: v2.id,
      personV2: (await stripe.v2.core.accounts.persons.create(v2.id, { given_name: 'Jo' })).id,
      customer: (await stripe.customers.create({ name: 'Jo' })).id,
      product: product.id,
      price: (await stripe.prices.create({ currency: 'usd', unit_amount: 100, product: product.id })).id,
      method: (await stripe.paymentMethods.create({ type: 'card', card: { token: 'tok_visa' } })).id,
      token: (await stripe.tokens.create({ bank_account: BANK })).id,
      file: (await stripe.files.create({ purpose: 'dispute_evidence', file: PICTURE })).id,
      intent: paid.id,
      charge,
      refund: refund.id,
      dispute: disputes.data[0]?.id ?? '',
      checkout: page.id,
      fee: fees.data[0]?.id ?? '',
      transaction: idOf(transaction),
    },
  };
}

function idOf(reference: string | { readonly id: string } | null): string {
  if (reference === null) throw new Error('A payment that succeeded names its charge and its balance transaction');
  return typeof reference === 'string' ? reference : reference.id;
}
