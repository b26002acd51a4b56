import type Stripe from 'stripe';
import type { Props } from './case.ts';
import { openStage, type Stage } from './stage.ts';
import { BANK, BANK_IN_EUROS, CARD, checkout, PICTURE } from './wishes.ts';

type On = Props['on'];
type MadeBy<T extends (...args: never[]) => Promise<object>> = Awaited<ReturnType<T>>;

/** Makes what the cases act with, through the API alone, so that Stripe itself can be asked the same. */
export async function openProps(): Promise<Props> {
  const stage = await openStage();
  const { stripe, seller } = stage;
  const on = { stripeAccount: seller };
  const payments = await makePayments(stripe, on);
  const made = {
    ...(await makeAccounts(stripe)),
    ...(await makeGoods(stripe)),
    ...payments,
    ...(await makeAfterPayment(stripe, on, payments)),
    ...(await makeTransfer(stage)),
    ...(await findArrived(stage)),
    ...(await makeRegistration(stripe, on)),
    ...(await makeListeners(stripe)),
  };
  return { ...stage, on, made };
}

const PLATFORM_LIABLE: Stripe.AccountCreateParams = {
  controller: {
    fees: { payer: 'application' },
    losses: { payments: 'application' },
    requirement_collection: 'application',
    stripe_dashboard: { type: 'none' },
  },
  capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
};

async function makeAccounts({ accounts, v2 }: Stripe) {
  const { id: account } = await accounts.create({ country: 'US', ...PLATFORM_LIABLE });
  const addBank = (bank: Omit<Stripe.AccountCreateExternalAccountParams.BankAccount, 'object'>) =>
    accounts.createExternalAccount(account, { external_account: { object: 'bank_account', ...bank } });
  const second = await v2.core.accounts.create({ display_name: 'Second', contact_email: 'second@example.com' });
  return {
    account,
    bank: (await addBank(BANK)).id,
    bankInEuros: (await addBank(BANK_IN_EUROS)).id,
    bare: (await accounts.create({ country: 'US' })).id,
    person: (await accounts.createPerson(account, { first_name: 'Jo' })).id,
    v2: second.id,
    personV2: (await v2.core.accounts.persons.create(second.id, { given_name: 'Jo' })).id,
    accountToken: (await v2.core.accountTokens.create({ display_name: 'Third' })).id,
    personToken: (await v2.core.accounts.personTokens.create(second.id, { given_name: 'Jo' })).id,
  };
}

async function makeGoods(stripe: Stripe) {
  const product = await stripe.products.create({ name: 'Bread' });
  return {
    customer: (await stripe.customers.create({ name: 'Jo' })).id,
    product: product.id,
    price: (await stripe.prices.create({ currency: 'usd', unit_amount: 100, product: product.id })).id,
    method: (await stripe.paymentMethods.create({ type: 'card', card: { token: 'tok_visa' } })).id,
    token: (await stripe.tokens.create({ bank_account: BANK })).id,
    file: (await stripe.files.create({ purpose: 'dispute_evidence', file: PICTURE })).id,
  };
}

const SALE = { amount: 2000, currency: 'usd', ...CARD } as const;

async function makePayments({ paymentIntents, checkout: { sessions } }: Stripe, on: On) {
  const pay = (method: string, wish: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
    paymentIntents.create({ ...SALE, confirm: true, payment_method: method, ...wish }, on);
  const paid = await pay('pm_card_visa', { application_fee_amount: 100 });
  const held = await pay('pm_card_visa', { capture_method: 'manual' });
  const heldToo = await pay('pm_card_visa', { capture_method: 'manual' });
  const open = { ...SALE, payment_method: 'pm_card_visa' };
  await pay('pm_card_bypassPending');
  // Refused, and kept all the same: lists show it.
  await pay('pm_card_visa_chargeDeclined').catch((refusal: unknown) => refusal);
  return {
    intent: paid.id,
    charge: idOf(paid.latest_charge),
    heldIntent: held.id,
    heldCharge: idOf(heldToo.latest_charge),
    openIntent: (await paymentIntents.create(open, on)).id,
    unpaidIntent: (await paymentIntents.create(SALE, on)).id,
    disputedIntent: (await pay('pm_card_createDispute')).id,
    suspected: (await pay('pm_card_createIssuerFraudRecord')).id,
    refundable: (await pay('pm_card_pendingRefund')).id,
    checkout: (await sessions.create(checkout(), on)).id,
  };
}

async function makeAfterPayment(
  stripe: Stripe,
  on: On,
  { charge, disputedIntent, suspected, refundable }: MadeBy<typeof makePayments>,
) {
  const disputes = await stripe.disputes.list({ payment_intent: disputedIntent }, on);
  const warnings = await stripe.radar.earlyFraudWarnings.list({ payment_intent: suspected }, on);
  const fees = await stripe.applicationFees.list({ charge });
  const fee = idOf(fees.data[0]);
  return {
    dispute: idOf(disputes.data[0]),
    warning: idOf(warnings.data[0]),
    fee,
    feeRefund: (await stripe.applicationFees.createRefund(fee, { amount: 10 })).id,
    refund: (await stripe.refunds.create({ charge, amount: 50 }, on)).id,
    pendingRefund: (await stripe.refunds.create({ payment_intent: refundable }, on)).id,
    payout: (await stripe.payouts.create({ amount: 100, currency: 'usd' }, on)).id,
    transaction: idOf((await stripe.charges.retrieve(charge, {}, on)).balance_transaction),
  };
}

async function makeTransfer({ stripe, seller }: Stage) {
  await stripe.paymentIntents.create({ ...SALE, confirm: true, payment_method: 'pm_card_bypassPending' });
  const { id: transfer } = await stripe.transfers.create({ amount: 500, currency: 'usd', destination: seller });
  const { id: reversal } = await stripe.transfers.createReversal(transfer, { amount: 50 });
  return { transfer, reversal };
}

async function findArrived({ stripe, express: stripeAccount }: Stage) {
  const { data } = await stripe.payouts.list({ status: 'paid', limit: 1 }, { stripeAccount });
  return { arrivedPayout: idOf(data[0]) };
}

async function makeRegistration({ tax }: Stripe, on: On) {
  const wish = { country: 'US', country_options: { us: { state: 'NY', type: 'state_sales_tax' } } } as const;
  return { registration: (await tax.registrations.create({ ...wish, active_from: 'now' }, on)).id };
}

async function makeListeners({ events, v2: { core }, webhookEndpoints }: Stripe) {
  const webhook = await webhookEndpoints.create({ url: 'https://example.com/hook', enabled_events: ['payout.paid'] });
  const destination = await core.eventDestinations.create({
    name: 'Accounts',
    type: 'webhook_endpoint',
    event_payload: 'thin',
    enabled_events: ['v2.core.account.closed'],
    webhook_endpoint: { url: 'https://example.com/thin' },
  });
  return {
    webhook: webhook.id,
    destination: destination.id,
    event: idOf((await events.list({ limit: 1 })).data[0]),
    eventV2: idOf((await core.events.list({ limit: 1 })).data[0]),
  };
}

function idOf(reference: string | { readonly id: string } | null | undefined): string {
  if (reference === null || reference === undefined) throw new Error('What the cases act with was not made');
  return typeof reference === 'string' ? reference : reference.id;
}
