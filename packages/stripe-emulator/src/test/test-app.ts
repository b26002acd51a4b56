import Fastify, { type FastifyInstance } from 'fastify';
import { render, renderPart } from '../api/index.ts';
import { registerConnectJs } from '../connect-js/index.ts';
import { TEST_ANSWERS } from '../control/test-answers.ts';
import { registerHosted } from '../hosted/index.ts';
import { createAccountSession } from '../world/account-sessions.ts';
import { createAccount } from '../world/accounts.ts';
import { handInOnboarding } from '../world/onboarding.ts';
import { createPaymentMethod } from '../world/payment-methods.ts';
import { confirmPaymentIntent, createPaymentIntent, type NewPaymentIntent } from '../world/payments.ts';
import type { Account, SessionComponent } from '../world/state.ts';
import { openStore } from '../world/store.ts';
import { createWorld, type World } from '../world/world.ts';

/** What the emulator shows to browsers, without a network: requests are injected, the world is at hand. */
export interface TestApp {
  readonly server: FastifyInstance;
  readonly world: World;
}

export async function startTestApp(): Promise<TestApp> {
  const world = createWorld(
    openStore(':memory:'),
    { render, renderPart },
    {
      platformName: 'Fern & Co',
      feeRate: { basisPoints: 290, fixedMinor: 30 },
      accountSessionSeconds: 3600,
    },
  );
  world.settings.url = 'http://127.0.0.1:4242';
  const server = Fastify({ routerOptions: { maxParamLength: 300 } });
  await server.register(async (scope) => {
    registerConnectJs(scope, world);
  });
  await server.register(async (scope) => {
    registerHosted(scope, world);
  });
  server.addHook('onClose', async () => {
    world.store.close();
  });
  return { server, world };
}

/** Creates an account that has told Stripe nothing yet. */
export function newAccount(world: World, change: Partial<Account> = {}): Account {
  const { id } = createAccount(world, {
    email: 'jenny@example.com',
    displayName: 'Fern & <Flour>',
    country: 'US',
    currency: undefined,
    dashboard: 'full',
    feesPayer: 'account',
    lossesPayer: 'stripe',
    requirementCollection: 'stripe',
    requestedCapabilities: ['card_payments', 'transfers'],
    metadata: {},
  });
  return world.store.update('account', id, change);
}

/** Creates an account that can take payments. */
export function readyAccount(world: World, change: Partial<Account> = {}): Account {
  const { id } = newAccount(world);
  handInOnboarding(world, id, TEST_ANSWERS);
  return world.store.update('account', id, change);
}

/** Makes an account session with these components, each with the features named and no other. */
export function secretFor(
  world: World,
  account: string,
  components: Readonly<Record<string, readonly string[]>>,
): string {
  const granted = Object.entries(components).map(([name, features]): [string, SessionComponent] => [
    name,
    { enabled: true, features: Object.fromEntries(features.map((feature) => [feature, true])) },
  ]);
  return createAccountSession(world, account, Object.fromEntries(granted)).clientSecret;
}

type Paid = Partial<Omit<NewPaymentIntent, 'paymentMethod'>> & { readonly number?: string; readonly email?: string };

/** Lets a customer pay with a card; a decline is no error here. Returns the payment's id. */
export function pay(
  world: World,
  account: string,
  { number = '4242424242424242', email, ...asked }: Paid = {},
): string {
  const { id } = createPaymentIntent(world, account, { amount: 2500, currency: 'usd', ...asked });
  const billing = { name: null, email: email ?? null };
  const method = createPaymentMethod(world, account, { number, expMonth: 12, expYear: 2034, cvc: '123', billing });
  try {
    confirmPaymentIntent(world, id, { paymentMethod: method.id });
  } catch (error) {
    if (world.store.get('payment_intent', id).lastError === null) throw error;
  }
  return id;
}
