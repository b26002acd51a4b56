import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { type ScopedStripe, type StripeDoor, stripeAccountId } from './index.ts';
import { startRecordingServer } from './test/recording-server.ts';
import { testDoor } from './test/test-door.ts';

const server = await startRecordingServer();
const door = testDoor(server.apiBase);
const own = { stripeAccountId: stripeAccountId('acct_1Own'), mode: 'test' } as const;
const urls = { return_url: 'http://localhost/r', refresh_url: 'http://localhost/f' };

beforeEach(() => {
  server.calls.length = 0;
});

afterAll(async () => {
  door.close();
  await server.close();
});

/** Every call there is: the compiler asks for a line for each new one. */
const calls: Readonly<Record<Exclude<keyof ScopedStripe, 'account'>, (stripe: ScopedStripe) => Promise<unknown>>> = {
  getAccount: (stripe) => stripe.getAccount(),
  getAccountV2: (stripe) => stripe.getAccountV2(),
  createAccountLink: (stripe) => stripe.createAccountLink({ type: 'account_onboarding', ...urls }),
  createAccountLinkV2: (stripe) =>
    stripe.createAccountLinkV2({ use_case: { type: 'account_onboarding', account_onboarding: urls } }),
  createAccountSession: (stripe) => stripe.createAccountSession({ components: {} }),
  createLoginLink: (stripe) => stripe.createLoginLink(),
  createCheckoutSession: (stripe) => stripe.createCheckoutSession({ mode: 'payment' }, 'key-1'),
  getCheckoutSession: (stripe) => stripe.getCheckoutSession('cs_1'),
  findCheckoutSession: (stripe) => stripe.findCheckoutSession(0, () => true),
  expireCheckoutSession: (stripe) => stripe.expireCheckoutSession('cs_1'),
};

describe('the scoped client', () => {
  test.each(Object.entries(calls))("%s carries the session's account", async (_, call) => {
    await call(door.scopedTo(own));
    expect(server.calls).toHaveLength(1);
    for (const { account, path, body } of server.calls) {
      const named = [account, path.split('/').find((part) => part.startsWith('acct_')), accountIn(body)];
      expect(named.filter((id) => id !== undefined)).toEqual([own.stripeAccountId]);
    }
  });

  test('acts for one account only, whatever is passed along', async () => {
    const components = { components: {}, account: 'acct_1Other' };
    await door.scopedTo(own).createAccountSession(components);
    expect(accountIn(server.calls[0]?.body ?? '')).toBe(own.stripeAccountId);
  });

  test('uses the key of the operation', async () => {
    await door.scopedTo(own).createCheckoutSession({ mode: 'payment' }, 'charge-1');
    expect(server.calls[0]?.idempotencyKey).toBe('charge-1');
  });

  test.each(['', 'acct_', 'pi_123456', 'acct_1 or', 'undefined'])('%j is no account to act for', (id) => {
    expect(() => stripeAccountId(id)).toThrow(TypeError);
  });
});

test('the platform can make accounts and nothing else', () => {
  expect(Object.keys(door.platform('test'))).toEqual(['createAccount', 'createAccountV2']);
});

test('charges, sessions and links cannot be asked for as the platform, nor for an account from elsewhere', () => {
  expect(() => mistakes(door)).toBeTypeOf('function');
});

/** Never called: each line must be refused by the compiler. */
function mistakes({ platform, scopedTo }: StripeDoor): void {
  // @ts-expect-error the platform creates no charges
  void platform('test').createCheckoutSession({ mode: 'payment' }, 'key');
  // @ts-expect-error the platform opens no Account Sessions
  void platform('test').createAccountSession({ components: {} });
  // @ts-expect-error a string is not an account: it may have come with a request
  void scopedTo({ stripeAccountId: 'acct_1Other', mode: 'test' });
  // @ts-expect-error an account is of one mode: without it the wrong keys may be used
  void scopedTo({ stripeAccountId: own.stripeAccountId });
  // @ts-expect-error the account is part of the client
  void scopedTo(own).createAccountSession({ components: {}, account: 'acct_1Other' });
  // @ts-expect-error Stripe chooses the methods of payment; naming them is an error since 2026-09-30
  void scopedTo(own).createCheckoutSession({ mode: 'payment', payment_method_types: ['card'] }, 'key');
}

function accountIn(body: string): string | undefined {
  return /"?account"?[=:]"?(?<id>acct_\w+)/u.exec(body)?.groups?.['id'];
}
