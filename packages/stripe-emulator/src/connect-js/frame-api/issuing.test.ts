import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { act, ask } from '../../test/frame-client.ts';
import { readyAccount, secretFor, startTestApp, type TestApp } from '../../test/test-app.ts';
import { ephemeralKeySecret } from '../../world/ephemeral-keys.ts';
import { addFinancialTransaction, openFinancialAccount } from '../../world/financial-accounts.ts';
import { changeIssuingCard, issueCard } from '../../world/issuing-cards.ts';
import type { Account, IssuingCard } from '../../world/state.ts';

let app: TestApp;
let account: Account;
let card: IssuingCard;

beforeEach(async () => {
  app = await startTestApp();
  account = readyAccount(app.world);
  card = issueCard(app.world, account.id, { cardholder: 'Ann Smith' });
});
afterEach(() => app.server.close());

const secretWith = (features: readonly string[], component = 'issuing_card') =>
  secretFor(app.world, account.id, { [component]: features });
const shown = () => app.world.store.get('account', account.id).issuingCards?.[0];

describe('issued cards', () => {
  it('are shown without their numbers, those of one program where it is asked for', async () => {
    const { id } = issueCard(app.world, account.id, { cardholder: 'Bo', type: 'physical', program: 'iprg_1' });
    const { body } = await ask(app, 'issuing-cards', secretWith(['card_management']));
    expect(body).toMatchObject({
      cards: [{ cardholder: 'Ann Smith', last4: card.number.slice(-4), status: 'active', monthlyLimit: null }, { id }],
      mayManage: true,
      mayLimit: false,
    });
    expect(JSON.stringify(body)).not.toContain(card.number);
    expect(JSON.stringify(body)).not.toContain('cvc');
    const list = secretWith([], 'issuing_cards_list');
    expect((await ask(app, 'issuing-cards?program=iprg_1', list)).body).toMatchObject({ cards: [{ id }] });
  });

  it('are frozen and limited by whoever may', async () => {
    const freeze = (features: readonly string[]) =>
      act(app, `issuing-cards/${card.id}/status`, secretWith(features), { status: 'inactive' });
    const limit = (features: readonly string[], amount: unknown) =>
      act(app, `issuing-cards/${card.id}/limit`, secretWith(features), { amount });
    expect(await freeze(['spend_control_management'])).toMatchObject({ status: 403 });
    expect(await limit(['card_management'], 500)).toMatchObject({ status: 403 });
    expect(shown()).toEqual(card);
    expect(await freeze(['card_management'])).toMatchObject({ status: 200 });
    expect(await limit(['spend_control_management'], 50_000)).toMatchObject({ status: 200 });
    expect(await limit(['spend_control_management'], 1.5)).toMatchObject({ status: 400 });
    expect(shown()).toMatchObject({ status: 'inactive', monthlyLimit: 50_000 });
    expect(await limit(['spend_control_management'], null)).toMatchObject({ status: 200 });
    expect(shown()).toMatchObject({ monthlyLimit: null });
    changeIssuingCard(app.world, account.id, card.id, { status: 'canceled' });
    expect(await freeze(['card_management'])).toMatchObject({ status: 400 });
  });

  it('tell their number only for a key that was made for this card and this nonce, while it lasts', async () => {
    const other = issueCard(app.world, account.id, { cardholder: 'Bo' });
    const { secret: key } = ephemeralKeySecret(app.world, { card: card.id, nonce: 'n1' });
    const reveal = (id: string, nonce: string, secret: string) =>
      act(app, `issuing-cards/${id}/reveal`, secretWith([]), { nonce, ephemeralKeySecret: secret });
    expect(await reveal(card.id, 'n1', key)).toMatchObject({ status: 200, body: { number: card.number } });
    expect(await reveal(card.id, 'n2', key)).toMatchObject({ status: 403 });
    expect(await reveal(other.id, 'n1', key)).toMatchObject({ status: 403 });
    expect(await reveal(card.id, 'n1', 'ek_test_made_up')).toMatchObject({ status: 403 });
    expect(await reveal(card.id, 'n1', key.replace(/_\d+_/u, '_9999999999_'))).toMatchObject({ status: 403 });
    app.world.clock.set(app.world.clock.nowMs() + 16 * 60_000);
    expect(await reveal(card.id, 'n1', key)).toMatchObject({ status: 403 });
  });

  it('of another account are not there', async () => {
    const { id } = readyAccount(app.world);
    const foreign = secretFor(app.world, id, { issuing_card: ['card_management'] });
    expect((await ask(app, 'issuing-cards', foreign)).body).toMatchObject({ cards: [] });
    const path = `issuing-cards/${card.id}/status`;
    expect(await act(app, path, foreign, { status: 'inactive' })).toMatchObject({ status: 404 });
  });
});

describe('a financial account', () => {
  it('tells what it has, and what happened', async () => {
    const { id } = openFinancialAccount(app.world, account.id, 'Savings');
    const add = (amount: number, description: string, status: 'open' | 'posted' | 'void') => {
      addFinancialTransaction(app.world, account.id, id, { amount, description, status });
    };
    add(10_000, 'Deposit', 'posted');
    add(-2500, 'Rent', 'posted');
    add(-300, 'Lunch', 'open');
    add(900, 'Refund', 'void');
    const components = { financial_account: [], financial_account_transactions: [] };
    const secret = secretFor(app.world, account.id, components);
    expect((await ask(app, `financial-accounts/${id}`, secret)).body).toMatchObject({
      nickname: 'Savings',
      cash: 7500,
      coming: 0,
      going: 300,
    });
    expect((await ask(app, `financial-accounts/${id}/transactions`, secret)).body).toMatchObject({
      currency: 'usd',
      rows: [
        { description: 'Refund' },
        { description: 'Lunch', status: 'open' },
        { amount: -2500 },
        { amount: 10_000 },
      ],
    });
    expect(await ask(app, 'financial-accounts/fa_1', secret)).toMatchObject({ status: 404 });
  });

  it.each(['', '/transactions'])('is not told to another component (%j)', async (rest) => {
    const { id } = openFinancialAccount(app.world, account.id);
    expect(await ask(app, `financial-accounts/${id}${rest}`, secretWith([]))).toMatchObject({ status: 403 });
  });
});
