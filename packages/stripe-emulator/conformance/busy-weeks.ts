import type Stripe from 'stripe';
import type { TestStripe } from '../src/test/test-stripe.ts';
import { BANK_IN_EUROS, BORN, CARD, checkout, HEAD_OFFICE } from './wishes.ts';

const DAY_MS = 86_400_000;
// The emulator's own: they are paid, or not, a day later.
const LATER = { number: '4000009990000013' };
const LATER_NO = { number: '4000009990000021' };
const SALE = { amount: 5000, currency: 'usd', confirm: true, application_fee_amount: 100, ...CARD } as const;

interface On {
  readonly stripeAccount: string;
}

/** Lets two weeks pass in which everything happens that events tell of. Returns how to act on the accounts of it. */
export async function liveBusyWeeks(at: TestStripe): Promise<readonly On[]> {
  const shop = await openShop(at);
  await sell(at, shop);
  await sellAtCheckout(at, shop);
  await transfer(at, shop);
  await payOut(at, shop);
  await collectTaxes(at, shop);
  await changeGoods(at, shop);
  return [shop, await changePeople(at), await askCompany(at)];
}

async function openShop({ stripe, emulator }: TestStripe): Promise<On> {
  const { id } = await stripe.accounts.create({ email: 'jenny@example.com' });
  emulator.control.completeOnboarding(id);
  return { stripeAccount: id };
}

async function sell({ stripe }: TestStripe, on: On): Promise<void> {
  const { paymentIntents, refunds, disputes, applicationFees } = stripe;
  const pay = (method: string, wish: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
    paymentIntents.create({ ...SALE, payment_method: `pm_card_${method}`, ...wish }, on);
  const paid = await pay('bypassPending', { amount: 90_000 });
  await refunds.create({ payment_intent: paid.id, amount: 1000 }, on);
  await refunds.create({ payment_intent: (await pay('pendingRefund')).id }, on);
  await refunds.create({ payment_intent: (await pay('refundFail')).id }, on);
  const [fee] = (await applicationFees.list()).data;
  const { id } = await applicationFees.createRefund(fee?.id ?? '', { amount: 10 });
  await applicationFees.updateRefund(fee?.id ?? '', id, { metadata: { why: 'kindness' } });
  await pay('visa_chargeDeclined').catch((refusal: unknown) => refusal);
  await pay('threeDSecureRequired');
  await pay('createIssuerFraudRecord');
  await pay('visa_triggerNextRequirements');
  const held = await pay('visa', { capture_method: 'manual' });
  await paymentIntents.capture(held.id, {}, on);
  await paymentIntents.cancel((await pay('visa', { capture_method: 'manual' })).id, {}, on);
  for (const text of ['winning_evidence', 'losing_evidence']) {
    const { id: disputed } = await pay('createDispute');
    const [dispute] = (await disputes.list({ payment_intent: disputed }, on)).data;
    await disputes.update(dispute?.id ?? '', { evidence: { uncategorized_text: text } }, on);
  }
  await pay('createDisputeInquiry');
}

async function sellAtCheckout({ stripe, emulator: { control } }: TestStripe, on: On): Promise<void> {
  const { sessions } = stripe.checkout;
  await sessions.expire((await sessions.create(checkout(), on)).id, {}, on);
  for (const card of [{}, LATER, LATER_NO])
    control.payCheckoutSession((await sessions.create(checkout(), on)).id, card);
}

async function payOut({ stripe, emulator: { control } }: TestStripe, on: On): Promise<void> {
  const { balanceSettings, paymentIntents, payouts } = stripe;
  const create = () => payouts.create({ amount: 100, currency: 'usd' }, on);
  await payouts.cancel((await create()).id, {}, on);
  await payouts.update((await create()).id, { metadata: { till: '1' } }, on);
  await balanceSettings.update({ payments: { payouts: { statement_descriptor: 'BREAD' } } }, on);
  control.advanceClock(7 * DAY_MS);
  await paymentIntents.create({ ...SALE, payment_method: 'pm_card_bypassPending' }, on);
  await create();
  control.failNextPayout(on.stripeAccount);
  control.advanceClock(7 * DAY_MS);
}

async function collectTaxes({ stripe }: TestStripe, on: On): Promise<void> {
  await stripe.tax.settings.update({ head_office: { address: HEAD_OFFICE } }, on);
}

async function transfer({ stripe }: TestStripe, { stripeAccount: destination }: On): Promise<void> {
  const { paymentIntents, transfers } = stripe;
  const { application_fee_amount: _, ...sale } = SALE;
  await paymentIntents.create({ ...sale, payment_method: 'pm_card_bypassPending' });
  const { id } = await transfers.create({ amount: 500, currency: 'usd', destination });
  await transfers.update(id, { metadata: { till: '1' } });
  await transfers.createReversal(id, { amount: 50 });
}

async function changeGoods({ stripe }: TestStripe, on: On): Promise<void> {
  const { customers, paymentMethods, prices, products } = stripe;
  const { id: customer } = await customers.create({ name: 'Ann' }, on);
  await customers.update(customer, { name: 'Anna' }, on);
  const method = await paymentMethods.attach('pm_card_visa', { customer }, on);
  await paymentMethods.detach(method.id, {}, on);
  await customers.del(customer, {}, on);
  const { id: product } = await products.create({ name: 'Bread' }, on);
  await products.update(product, { description: 'Rye' }, on);
  const { id: price } = await prices.create({ product, currency: 'usd', unit_amount: 100 }, on);
  await prices.update(price, { nickname: 'Loaf' }, on);
}

/** A company is asked for more by and by; what it is told is named after its people. */
async function askCompany({ stripe, emulator: { control } }: TestStripe): Promise<On> {
  const { id } = await stripe.accounts.create({ business_type: 'company' });
  control.completeOnboarding(id);
  control.openRequirement(id, 'now');
  control.openRequirement(id, 'eventually', { field: 'business_profile.url' });
  control.openRequirement(id, 'future', { field: 'company.tax_id', days: 1 });
  control.completeOnboarding(id, { document: 'file_identity_document_failure' });
  control.setAccountState(id, 'in_review');
  control.deauthorize(id);
  control.authorize(id);
  return { stripeAccount: id };
}

async function changePeople({ stripe, emulator }: TestStripe): Promise<On> {
  const { accounts, v2 } = stripe;
  const { id } = await accounts.create({ controller: LIABLE, capabilities: { transfers: { requested: true } } });
  const kept = await accounts.createPerson(id, { first_name: 'Eve' });
  await accounts.updatePerson(id, kept.id, { last_name: 'Roe' });
  const person = await accounts.createPerson(id, { first_name: 'Ann', dob: BORN });
  await accounts.updatePerson(id, person.id, { last_name: 'Doe' });
  await accounts.deletePerson(id, person.id);
  const bank = await accounts.createExternalAccount(id, { external_account: 'btok_us_verified' });
  await accounts.updateExternalAccount(id, bank.id, { metadata: { till: '1' } });
  const inEuros = { object: 'bank_account', ...BANK_IN_EUROS } as const;
  const other = await accounts.createExternalAccount(id, { external_account: inEuros });
  await accounts.deleteExternalAccount(id, other.id);
  emulator.control.completeOnboarding(id);
  await v2.core.accounts.close((await v2.core.accounts.create({ display_name: 'Short' })).id);
  return { stripeAccount: id };
}

const LIABLE: Stripe.AccountCreateParams.Controller = {
  fees: { payer: 'application' },
  losses: { payments: 'application' },
  requirement_collection: 'application',
  stripe_dashboard: { type: 'none' },
};
