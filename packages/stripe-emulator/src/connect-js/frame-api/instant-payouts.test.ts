import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { act, ask } from '../../test/frame-client.ts';
import { pay, readyAccount, secretFor, startTestApp, type TestApp } from '../../test/test-app.ts';
import { addDebitCard } from '../../world/payout-destinations.ts';
import type { Account } from '../../world/state.ts';

let app: TestApp;
let account: Account;

beforeEach(async () => {
  app = await startTestApp();
  account = readyAccount(app.world);
});
afterEach(() => app.server.close());

const rights = ['instant_payouts'];
const offerTo = async (features: readonly string[]) =>
  (await ask(app, 'instant-offer', secretFor(app.world, account.id, { instant_payouts_promotion: features }))).body;
const bank = () => app.world.store.get('account', account.id).bankAccounts[0]?.id ?? '';
const wish = () => ({ amount: 5000, currency: 'usd', destination: bank() });
const payouts = () => app.world.store.all('payout', account.id);

describe('the offer of an instant payout', () => {
  it('says how much can go, where, and what it costs', async () => {
    pay(app.world, account.id, { amount: 10_000 });
    const card = addDebitCard(app.world, account.id, '4000056655665556').id;
    addDebitCard(app.world, account.id, '4000056755665555');
    expect(await offerTo(rights)).toEqual({
      offer: {
        currency: 'usd',
        most: 9584,
        fee: { basisPoints: 100, minimumMinor: 50 },
        destinations: [
          { id: bank(), bankName: 'STRIPE TEST BANK', last4: '6789', currency: 'usd' },
          { id: card, bankName: 'Visa', isDebitCard: true, last4: '5556', currency: 'usd' },
        ],
      },
    });
  });

  it('is none of a fee that somebody else pays', async () => {
    app.world.store.update('account', account.id, { feesPayer: 'application' });
    pay(app.world, account.id, { amount: 10_000 });
    expect(await offerTo(rights)).toMatchObject({ offer: { most: 10_000, fee: null } });
  });

  it.each([
    ['without money', () => undefined, rights],
    ['with less than the fee', () => void pay(app.world, account.id, { amount: 80 }), rights],
    ['without the right to', () => void pay(app.world, account.id), []],
    ['while payouts are paused', paused, rights],
  ])('is not made %s', async (_, happen, features) => {
    happen();
    expect(await offerTo(features)).toEqual({ offer: null });
  });
});

function paused(): void {
  pay(app.world, account.id);
  app.world.store.update('account', account.id, { payoutsBlocked: true });
}

describe('an instant payout', () => {
  it.each(['balances', 'payouts', 'instant_payouts_promotion'])('is made from %s, and shown', async (component) => {
    pay(app.world, account.id, { amount: 10_000 });
    const secret = secretFor(app.world, account.id, { [component]: rights, payouts_list: [] });
    const { status, body } = await act(app, 'instant-payouts', secret, wish());
    expect(status).toBe(200);
    expect((await ask(app, 'payouts', secret)).body).toMatchObject({
      rows: [{ id: body['id'], amount: 5000, method: 'instant', bank: { last4: '6789' } }],
    });
    expect(await act(app, 'instant-payouts', secret, wish())).toMatchObject({
      status: 400,
      body: { error: { code: 'balance_insufficient' } },
    });
  });

  it('is not made by a component without the right, whatever another one of the session may', async () => {
    pay(app.world, account.id, { amount: 10_000 });
    const secret = secretFor(app.world, account.id, { balances: ['standard_payouts'], payouts: rights });
    const from = (component: string) => act(app, 'instant-payouts', secret, wish(), { 'frame-component': component });
    expect(await from('balances')).toMatchObject({ status: 403 });
    expect(await from('instant-payouts-promotion')).toMatchObject({ status: 403 });
    expect(payouts()).toEqual([]);
    expect(await from('payouts')).toMatchObject({ status: 200 });
  });

  it.each([{}, { amount: 100 }, { amount: 0, currency: 'usd' }, { amount: 100, currency: 'usd', destination: 7 }])(
    'is not made of %j',
    async (body) => {
      pay(app.world, account.id, { amount: 10_000 });
      const secret = secretFor(app.world, account.id, { balances: rights });
      expect(await act(app, 'instant-payouts', secret, body)).toMatchObject({ status: 400 });
      expect(payouts()).toEqual([]);
    },
  );
});

it('balances and payouts offer it where the session allows it', async () => {
  pay(app.world, account.id, { amount: 10_000 });
  const asked = async (path: string, features: readonly string[]) =>
    (await ask(app, path, secretFor(app.world, account.id, { balances: features, payouts: features }))).body;
  expect(await asked('balances', rights)).toMatchObject({ currencies: [{ payable: 0, instant: { most: 9584 } }] });
  expect(await asked('payout-overview', rights)).toMatchObject({ instant: { most: 9584 } });
  expect(await asked('balances', ['standard_payouts'])).toMatchObject({ currencies: [{ instant: null }] });
  expect(await asked('payout-overview', ['standard_payouts'])).toMatchObject({ instant: null });
});
