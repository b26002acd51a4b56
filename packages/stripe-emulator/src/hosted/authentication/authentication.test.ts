import type Stripe from 'stripe';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalOf, startTestStripe, type TestStripe } from '../../test/test-stripe.ts';

let at: TestStripe;
beforeAll(async () => {
  at = await startTestStripe();
});
afterAll(() => at.emulator.close());

const RETURN_URL = 'http://localhost:3000/done?order=7';

/** Confirms a payment whose bank asks the customer, and returns where it sends them. */
async function asked(
  card = 'pm_card_authenticationRequired',
  more: Partial<Stripe.PaymentIntentCreateParams> = {},
): Promise<{ readonly id: string; readonly url: string; readonly seller: { readonly stripeAccount: string } }> {
  const seller = at.openSeller();
  const { id, status, next_action } = await at.stripe.paymentIntents.create(
    { amount: 2500, currency: 'usd', payment_method: card, confirm: true, return_url: RETURN_URL, ...more },
    seller,
  );
  expect([status, next_action?.type, next_action?.redirect_to_url?.return_url]).toEqual([
    'requires_action',
    'redirect_to_url',
    RETURN_URL,
  ]);
  return { id, url: next_action?.redirect_to_url?.url ?? '', seller };
}

const answer = (url: string, result: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url, { method: 'POST', body: new URLSearchParams({ result }), redirect: 'manual', headers });
const leadsTo = (reply: Response): URLSearchParams =>
  new URL(reply.headers.get('location') ?? 'http://nowhere').searchParams;

test('the bank asks on a page, and a yes leads back with the payment made', async () => {
  const { id, url, seller } = await asked();
  const page = await (await fetch(url)).text();
  expect(page).toContain('$25.00');
  expect(page).toContain('Complete authentication');
  const back = leadsTo(await answer(url, 'complete'));
  expect(Object.fromEntries(back)).toEqual({
    order: '7',
    payment_intent: id,
    payment_intent_client_secret: expect.stringContaining('_secret_'),
    redirect_status: 'succeeded',
  });
  const { status, next_action } = await at.stripe.paymentIntents.retrieve(id, {}, seller);
  expect([status, next_action]).toEqual(['succeeded', null]);
  expect(leadsTo(await fetch(url, { redirect: 'manual' })).get('redirect_status')).toBe('succeeded');
});

test('a no leads back with a payment that waits for another card', async () => {
  const { id, url, seller } = await asked();
  expect(leadsTo(await answer(url, 'fail')).get('redirect_status')).toBe('failed');
  const { status, last_payment_error: error } = await at.stripe.paymentIntents.retrieve(id, {}, seller);
  expect([status, error?.code]).toEqual(['requires_payment_method', 'payment_intent_authentication_failure']);
});

test('a bank that says no after it asked leads back too', async () => {
  const { url } = await asked('pm_card_threeDSecureRequiredChargeDeclined');
  expect(leadsTo(await answer(url, 'complete')).get('redirect_status')).toBe('failed');
});

test('money that is only held counts as paid', async () => {
  const { id, url, seller } = await asked('pm_card_authenticationRequired', { capture_method: 'manual' });
  expect(leadsTo(await answer(url, 'complete')).get('redirect_status')).toBe('succeeded');
  expect((await at.stripe.paymentIntents.retrieve(id, {}, seller)).status).toBe('requires_capture');
});

test('nobody answers who does not know the secret, or from another page', async () => {
  const { id, url, seller } = await asked();
  const guessed = `${at.emulator.url}/redirect/authenticate/${id}?client_secret=guess`;
  expect((await fetch(guessed)).status).toBe(404);
  expect((await answer(guessed, 'complete')).status).toBe(404);
  expect((await answer(url, 'complete', { origin: 'http://evil.example' })).status).toBe(404);
  expect((await at.stripe.paymentIntents.retrieve(id, {}, seller)).status).toBe('requires_action');
});

test('where Stripe.js is to ask, or there is no way back, there is no address', async () => {
  const seller = at.openSeller();
  const pay = { amount: 2500, currency: 'usd', payment_method: 'pm_card_authenticationRequired', confirm: true };
  const inPage = await at.stripe.paymentIntents.create(
    { ...pay, return_url: RETURN_URL, use_stripe_sdk: true },
    seller,
  );
  expect(inPage.next_action?.type).toBe('use_stripe_sdk');
  const automatic_payment_methods = { enabled: true, allow_redirects: 'never' as const };
  const nowhere = await at.stripe.paymentIntents.create({ ...pay, automatic_payment_methods }, seller);
  expect(nowhere.next_action?.type).toBe('use_stripe_sdk');
  const wrong = at.stripe.paymentIntents.create({ ...pay, return_url: 'javascript://%0aalert(1)' }, seller);
  expect(await refusalOf(wrong)).toMatchObject({ code: 'url_invalid', param: 'return_url' });
});
