import type Stripe from 'stripe';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestStripe, type TestStripe } from '../test/test-stripe.ts';
import { charge, openAccount, openTestWorld } from '../test/test-world.ts';
import { addDebitCard } from '../world/payout-destinations.ts';
import { expand } from './expand.ts';
import { whenAsked } from './when-asked.ts';

let at: TestStripe;
beforeAll(async () => {
  at = await startTestStripe();
});
afterAll(() => at.emulator.close());

type Seller = ReturnType<TestStripe['openSeller']>;

function paid(): Seller {
  const seller = at.openSeller();
  charge(at.emulator.world, seller.stripeAccount, 5000, { token: 'pm_card_bypassPending' });
  return seller;
}

async function destinationsOf(seller?: Seller): Promise<readonly Stripe.Payout['destination'][]> {
  const { data } = await at.stripe.payouts.list({ expand: ['data.destination'] }, seller);
  return data.map(({ destination }) => destination);
}

test('what a payout went to is a bank account or a card, in lists too', async () => {
  const seller = paid();
  const { id: destination } = addDebitCard(at.emulator.world, seller.stripeAccount, '4000056655665556');
  await at.stripe.payouts.create({ amount: 100, currency: 'usd' }, seller);
  await at.stripe.payouts.create({ amount: 100, currency: 'usd', destination }, seller);
  const account = seller.stripeAccount;
  expect(await destinationsOf(seller)).toMatchObject([
    { object: 'card', id: destination, account, last4: '5556' },
    { object: 'bank_account', account, last4: '6789', currency: 'usd' },
  ]);
});

test('a bank account that is gone is said to be deleted', async () => {
  const seller = paid();
  const { destination: id } = await at.stripe.payouts.create({ amount: 100, currency: 'usd' }, seller);
  at.emulator.world.store.update('account', seller.stripeAccount, { bankAccounts: [] });
  expect(await destinationsOf(seller)).toEqual([{ id, object: 'bank_account', deleted: true }]);
});

test('the platform’s own bank account is shown too', async () => {
  charge(at.emulator.world, at.emulator.world.platform, 5000, { token: 'pm_card_bypassPending' });
  await at.stripe.payouts.create({ amount: 100, currency: 'usd' });
  const [bank] = await destinationsOf();
  expect(bank).toMatchObject({ object: 'bank_account', account: at.emulator.world.platform, currency: 'usd' });
});

test('ids in parts of an object are replaced where they are', async () => {
  const { stripeAccount: destination } = at.openSeller();
  const { id } = charge(at.emulator.world, at.emulator.world.platform, 5000, {
    onBehalfOf: destination,
    transfer: { destination, amount: null },
  });
  const expanded = await at.stripe.charges.retrieve(id, { expand: ['on_behalf_of', 'transfer_data.destination'] });
  const account = { object: 'account', id: destination };
  expect(expanded).toMatchObject({ on_behalf_of: account, transfer_data: { destination: account } });
});

test('the rule that blocked a payment is shown with what it does', async () => {
  const seller = at.openSeller();
  const { id } = charge(at.emulator.world, seller.stripeAccount, 5000, { token: 'pm_card_radarBlock' });
  const { outcome } = await at.stripe.charges.retrieve(id, { expand: ['outcome.rule'] }, seller);
  expect(outcome?.rule).toMatchObject({ id: 'block_if_high_risk', action: 'block' });
});

test('a path of which there is nothing is no mistake', async () => {
  const seller = paid();
  const paths = ['data.transfer_data.destination', 'data.review', 'data.customer.default_source'];
  const { data } = await at.stripe.charges.list({ expand: paths }, seller);
  expect(data).toMatchObject([{ transfer_data: null, review: null, customer: null }]);
});

test('what is sent only where it is asked for is not even made otherwise', () => {
  const world = openTestWorld();
  let made = 0;
  const answer = () => ({
    parts: [
      {
        object: 'thing',
        hidden: whenAsked(() => {
          made += 1;
          return { object: 'part' };
        }),
      },
    ],
  });
  expect(JSON.parse(JSON.stringify(expand(world, answer(), [])))).toEqual({ parts: [{ object: 'thing' }] });
  expect(made).toBe(0);
  const asked: unknown = JSON.parse(JSON.stringify(expand(world, answer(), ['parts.hidden'])));
  expect(asked).toEqual({ parts: [{ object: 'thing', hidden: { object: 'part' } }] });
  expect(made).toBe(1);
});

test('ids are replaced in each object of a list', () => {
  const world = openTestWorld();
  const { id } = openAccount(world);
  const { paymentIntent } = charge(world, id, 500);
  const list = { object: 'list', data: [{ object: 'charge', payment_intent: paymentIntent }] };
  expect(expand(world, list, ['data.payment_intent'])).toMatchObject({
    data: [{ payment_intent: { id: paymentIntent, amount: 500 } }],
  });
  expect(() => expand(world, { object: 'charge', amount: 5 }, ['nothing'])).toThrow('cannot be expanded');
});
