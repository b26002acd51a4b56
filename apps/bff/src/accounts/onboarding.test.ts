import { type Account, createAccount, createOnboardingLink, getSeller, refreshAccount } from '@sellerdesk/contract';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { SignedUp } from '../test/bare-test-app.ts';
import { stripeAs } from '../test/stripe-as.ts';
import { startTestApp, type TestApp } from '../test/test-app.ts';
import { patiently } from '../test/patiently.ts';

describe.each(['v1', 'v2'] as const)('with the %s account API', (api) => {
  let server: TestApp;

  beforeAll(async () => {
    server = await startTestApp({ env: { STRIPE_ACCOUNTS_API: api } });
  });

  afterAll(() => server.close());

  async function signedUpWithAccount(): Promise<SignedUp & { readonly stripeAccountId: string }> {
    const seller = await server.signUp();
    const { stripeAccountId } = await seller.client(createAccount, { body: {} });
    return { ...seller, stripeAccountId };
  }

  test('a new account has not started, with the full Dashboard and what Stripe needs in words', async () => {
    const { client, seller } = await server.signUp({ country: 'GB' });
    expect(seller.account).toBeNull();
    const account = await client(createAccount, { body: {} });
    expect(account).toMatchObject({
      state: 'not_started',
      mode: 'test',
      chargesEnabled: false,
      detailsSubmitted: false,
      country: 'GB',
      dashboard: { type: 'full' },
    });
    expect(account.requirements.map(({ label }) => label)).toContain('A bank account for your payouts');
    expect(account.requirements.filter(({ label }) => /[._]/u.test(label))).toEqual([]);
  });

  test('an account is made once, however often and at once it is asked for', async () => {
    const { client } = await server.signUp();
    const made = await Promise.all(Array.from({ length: 5 }, () => client(createAccount, { body: {} })));
    expect(new Set(made.map(({ stripeAccountId }) => stripeAccountId)).size).toBe(1);
  });

  test('an account is made once although the answer was lost', async () => {
    const { client, email } = await server.signUp({ email: 'lost@example.com' });
    server.emulator.control.fault({ path: /\/accounts$/u, method: 'POST', kind: 'lost_answer' });
    await expect(client(createAccount, { body: {} })).rejects.toMatchObject({ code: 'stripe_unavailable' });
    server.emulator.control.clearFaults();
    await client(createAccount, { body: {} });
    const accounts = await stripeAs(server.emulator).accounts.list({ limit: 100 }).autoPagingToArray({ limit: 1000 });
    expect(accounts.filter((account) => account.email === email)).toHaveLength(1);
  });

  test('a link leads to Stripe’s page and back to ours, a new one each time', async () => {
    const { client } = await signedUpWithAccount();
    const [first, second] = [
      await client(createOnboardingLink, { body: {} }),
      await client(createOnboardingLink, { body: {} }),
    ];
    expect(first.url.startsWith(server.emulator.url)).toBe(true);
    expect(second.url).not.toBe(first.url);
    const { body } = server.emulator.control.requests().findLast(({ path }) => path.endsWith('/account_links')) ?? {};
    expect(decodeURIComponent(body ?? '')).toContain(`${server.config.http.publicUrl}/onboarding/return`);
  });

  test('nobody gets a link without an account', async () => {
    const { client } = await server.signUp();
    await expect(client(createOnboardingLink, { body: {} })).rejects.toMatchObject({ code: 'account_missing' });
    await expect(client(refreshAccount, { body: {} })).rejects.toMatchObject({ code: 'account_missing' });
  });

  test('on return the account is read again, and nothing else is believed', async () => {
    server.emulator.control.pauseWebhooks();
    const seller = await signedUpWithAccount();
    const untouched = await seller.client(refreshAccount, { body: {} });
    expect(untouched.state).toBe('not_started');
    server.emulator.control.completeOnboarding(seller.stripeAccountId);
    const account = await seller.client(refreshAccount, { body: {} });
    expect(account).toMatchObject({
      state: 'ready',
      chargesEnabled: true,
      payoutsEnabled: true,
      detailsSubmitted: true,
    });
    expect(account.requirements).toEqual([]);
    server.emulator.control.resumeWebhooks();
  });

  test('a seller who does not return becomes ready by Stripe’s announcement', async () => {
    const seller = await signedUpWithAccount();
    server.emulator.control.completeOnboarding(seller.stripeAccountId);
    await vi.waitFor(async () => expect(await stateOf(seller)).toBe('ready'), patiently);
  });

  test.each([
    ['more_needed', 'ready', true],
    ['in_review', 'in_review', false],
    ['restricted', 'restricted', false],
    ['rejected', 'rejected', false],
    ['ready', 'ready', true],
  ] as const)('an account that Stripe makes %s is shown as %s', async (atStripe, state, works) => {
    const seller = await signedUpWithAccount();
    server.emulator.control.completeOnboarding(seller.stripeAccountId);
    server.emulator.control.setAccountState(seller.stripeAccountId, atStripe);
    const account = await seller.client(refreshAccount, { body: {} });
    expect(account).toMatchObject({ state, chargesEnabled: works, payoutsEnabled: works, detailsSubmitted: true });
    expect(account.requirements.length > 0).toBe(atStripe === 'more_needed' || atStripe === 'restricted');
    expect(account.deadlineAt !== undefined).toBe(atStripe === 'more_needed' || atStripe === 'restricted');
  });

  test('who removes the platform at Stripe has no account here, and can begin anew', async () => {
    const seller = await signedUpWithAccount();
    server.emulator.control.deauthorize(seller.stripeAccountId);
    await vi.waitFor(async () => expect(await accountOf(seller)).toBeNull(), patiently);
    const again = await seller.client(createAccount, { body: {} });
    expect(again.stripeAccountId).not.toBe(seller.stripeAccountId);
  });

  test('while Stripe is down an account is not made up', async () => {
    const { client } = await server.signUp();
    server.emulator.control.fault({ path: /accounts/u, kind: 'status', status: 503 });
    await expect(client(createAccount, { body: {} })).rejects.toMatchObject({ code: 'stripe_unavailable' });
    server.emulator.control.clearFaults();
    expect((await client(createAccount, { body: {} })).state).toBe('not_started');
  });
});

async function accountOf({ client }: SignedUp): Promise<Account | null> {
  return (await client(getSeller, {})).account;
}

async function stateOf(seller: SignedUp): Promise<string | undefined> {
  return (await accountOf(seller))?.state;
}
