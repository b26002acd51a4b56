import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readyAccount, startTestApp, type TestApp } from '../../test/test-app.ts';
import { createCheckoutSession, expireCheckoutSession } from '../../world/checkout.ts';
import type { Account, CheckoutSession } from '../../world/state.ts';

let app: TestApp;
let account: Account;

beforeEach(async () => {
  app = await startTestApp();
  account = readyAccount(app.world);
});
afterEach(() => app.server.close());

function newSession(): CheckoutSession {
  return createCheckoutSession(app.world, account.id, {
    lines: [{ name: '<b>Bread</b>', description: null, unitAmount: 450, quantity: 3 }],
    currency: 'usd',
    paymentIntentData: {
      applicationFeeAmount: 50,
      description: null,
      receiptEmail: null,
      statementDescriptorSuffix: null,
      captureMethod: 'automatic',
      metadata: {},
    },
    customerEmail: null,
    clientReferenceId: null,
    metadata: {},
    successUrl: 'http://localhost:5173/paid?session={CHECKOUT_SESSION_ID}',
    cancelUrl: 'http://localhost:5173/cart',
  });
}

const CARD = {
  email: 'ada@example.com',
  cardNumber: '4242 4242 4242 4242',
  cardExpiry: '12 / 34',
  cardCvc: '123',
  billingName: 'Ada <Lovelace>',
  action: 'pay',
};

const addressOf = ({ id }: CheckoutSession) => `/checkout/c/pay/${id}`;
const get = (url: string) => app.server.inject({ url });

function post(url: string, form: Record<string, string>, headers: Record<string, string> = {}) {
  return app.server.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(form).toString(),
  });
}

const statusOf = ({ id }: CheckoutSession) => app.world.store.get('checkout_session', id).paymentStatus;

describe('Checkout', () => {
  it('shows who is paid, what for and how much, whatever the names are made of', async () => {
    const { body } = await get(addressOf(newSession()));
    expect(body).toContain('Pay $13.50');
    expect(body).toContain('&lt;b&gt;Bread&lt;/b&gt;');
    expect(body).not.toContain('<b>Bread');
    expect(body).toContain('href="http://localhost:5173/cart"');
  });

  it('takes a card once and leads to the seller, naming the session', async () => {
    const session = newSession();
    const paid = await post(addressOf(session), CARD);
    expect([paid.statusCode, paid.headers.location]).toEqual([303, `http://localhost:5173/paid?session=${session.id}`]);
    expect(statusOf(session)).toBe('paid');
    await post(addressOf(session), CARD);
    expect(app.world.store.all('charge', account.id)).toHaveLength(1);
    expect((await get(addressOf(session))).body).toContain('Thanks for your payment');
  });

  it('says what is wrong with a card before any bank sees it', async () => {
    const session = newSession();
    const reply = await post(addressOf(session), { ...CARD, cardNumber: '4242 4242 4242 4241' });
    expect(reply.statusCode).toBe(422);
    expect(reply.body).toContain('Your card number is incorrect.');
    expect(app.world.store.all('charge', account.id)).toEqual([]);
  });

  it('keeps everything typed when the bank says no, and takes another card', async () => {
    const session = newSession();
    const declined = await post(addressOf(session), { ...CARD, cardNumber: '4000 0000 0000 0002' });
    expect(declined.statusCode).toBe(402);
    expect(declined.body).toContain('Your card was declined.');
    expect(declined.body).toContain('value="Ada &lt;Lovelace&gt;"');
    expect(declined.body).toContain('value="4000 0000 0000 0002"');
    expect(statusOf(session)).toBe('unpaid');
    expect((await post(addressOf(session), CARD)).statusCode).toBe(303);
    expect(statusOf(session)).toBe('paid');
  });

  it('types test data', async () => {
    const { body } = await post(addressOf(newSession()), { action: 'fill' });
    expect(body).toContain('value="4242 4242 4242 4242"');
  });

  it('does not take a form from another page', async () => {
    const session = newSession();
    const reply = await post(addressOf(session), CARD, { origin: 'http://evil.example' });
    expect(reply.statusCode).toBe(404);
    expect(statusOf(session)).toBe('unpaid');
  });

  it('takes no money any more once it expired', async () => {
    const session = newSession();
    expireCheckoutSession(app.world, session.id);
    const page = await get(addressOf(session));
    expect([page.statusCode, page.body.includes('has expired')]).toEqual([410, true]);
    expect((await post(addressOf(session), CARD)).statusCode).toBe(410);
    expect(statusOf(session)).toBe('unpaid');
  });

  it('thanks the customer itself where the seller has no page for it', async () => {
    const session = newSession();
    app.world.store.update('checkout_session', session.id, { successUrl: null });
    const paid = await post(addressOf(session), CARD);
    expect(paid.headers.location).toBe(addressOf(session));
    expect((await get(addressOf(session))).body).toContain('Thanks for your payment');
  });

  it('that never was is said so', async () => {
    expect((await get('/checkout/c/pay/cs_test_guess')).statusCode).toBe(404);
  });

  it('lets its form lead to the seller and nowhere else', async () => {
    const { headers } = await get(addressOf(newSession()));
    expect(headers['content-security-policy']).toContain("form-action 'self' http://localhost:5173;");
  });
});

describe('a bank that asks who pays', () => {
  const asking = { ...CARD, cardNumber: '4000002760003184' };

  it('is answered, and the payment is made', async () => {
    const session = newSession();
    const reply = await post(addressOf(session), asking);
    expect([reply.statusCode, reply.headers.location]).toEqual([303, `${addressOf(session)}/authenticate`]);
    expect(statusOf(session)).toBe('unpaid');
    expect((await get(`${addressOf(session)}/authenticate`)).body).toContain('Complete authentication');
    const done = await post(`${addressOf(session)}/authenticate`, { result: 'complete' });
    expect(done.headers.location).toBe(`http://localhost:5173/paid?session=${session.id}`);
    expect(statusOf(session)).toBe('paid');
  });

  it('is answered wrongly, and nothing typed is lost but the security code', async () => {
    const session = newSession();
    await post(addressOf(session), asking);
    const failed = await post(`${addressOf(session)}/authenticate`, { result: 'fail' });
    expect(failed.statusCode).toBe(402);
    expect(failed.body).toContain('Your bank could not confirm that it was you.');
    expect(failed.body).toContain('value="4000002760003184"');
    expect(failed.body).toContain('value="ada@example.com"');
    expect(failed.body).not.toContain('value="123"');
    expect(statusOf(session)).toBe('unpaid');
    expect((await post(addressOf(session), CARD)).statusCode).toBe(303);
  });

  it('is not answered where it did not ask', async () => {
    const session = newSession();
    const reply = await post(`${addressOf(session)}/authenticate`, { result: 'complete' });
    expect(reply.headers.location).toBe(addressOf(session));
    expect(statusOf(session)).toBe('unpaid');
  });
});
