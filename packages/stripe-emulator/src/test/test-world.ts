import { render, renderPart } from '../api/index.ts';
import { TEST_ANSWERS } from '../control/test-answers.ts';
import { createAccount } from '../world/accounts.ts';
import { moneyHappenings } from '../world/money-happenings.ts';
import { handInOnboarding } from '../world/onboarding.ts';
import { catchUp } from '../world/passing-time.ts';
import { createPaymentMethodOfToken } from '../world/payment-methods.ts';
import { createPaymentIntent, type NewPaymentIntent } from '../world/payments.ts';
import { tryToPay } from '../world/payment-attempts.ts';
import type { Account, Charge, PaymentIntent } from '../world/state.ts';
import { openStore } from '../world/store.ts';
import { createWorld, type World } from '../world/world.ts';

export const HOUR = 3600;

/** A world without a network; it is noon on a Monday there. */
export function openTestWorld(): World {
  const world = createWorld(
    openStore(':memory:'),
    { render, renderPart },
    {
      platformName: 'Sellerdesk',
      feeRate: { basisPoints: 290, fixedMinor: 30 },
      accountSessionSeconds: 3600,
    },
  );
  world.settings.url = 'http://127.0.0.1:4242';
  world.clock.set(Date.UTC(2026, 10, 23, 12));
  catchUp(world, moneyHappenings);
  return world;
}

/** Creates an account that takes payments and has a bank account. */
export function openAccount(world: World, change: Partial<Account> = {}): Account {
  const { id } = createAccount(world, {
    email: 'jenny@example.com',
    displayName: 'Fern & Flour',
    country: 'US',
    currency: undefined,
    dashboard: 'full',
    feesPayer: 'account',
    lossesPayer: 'stripe',
    requirementCollection: 'stripe',
    requestedCapabilities: ['card_payments', 'transfers'],
    metadata: {},
  });
  handInOnboarding(world, id, TEST_ANSWERS);
  return world.store.update('account', id, change);
}

/** Pays an account with the card of a token. Returns the payment whatever the bank said. */
export function pay(
  world: World,
  account: string,
  amount: number,
  { token = 'pm_card_visa', ...wish }: Partial<NewPaymentIntent> & { readonly token?: string } = {},
): PaymentIntent {
  const method = createPaymentMethodOfToken(world, account, token);
  if (method === undefined) throw new Error(`No test card is called ${token}`);
  const intent = createPaymentIntent(world, account, { amount, currency: 'usd', ...wish });
  return tryToPay(world, intent, method, false);
}

/** Pays and returns the charge. */
export function charge(world: World, account: string, amount: number, wish: Parameters<typeof pay>[3] = {}): Charge {
  return world.store.get('charge', pay(world, account, amount, wish).latestCharge ?? '');
}

/** Lets time pass, with everything it brings about. */
export function letPass(world: World, seconds: number): void {
  world.clock.set(world.clock.nowMs() + seconds * 1000);
  catchUp(world, moneyHappenings);
}

/** Lists the types of an account's events, oldest first; thin twins tell nothing new. */
export function eventsOf(world: World, account: string): readonly string[] {
  const types = world.store.all('event', account).map(({ type }) => type);
  return types.filter((type) => !type.startsWith('v1.'));
}
