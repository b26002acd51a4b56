import Stripe from 'stripe';
import { type Emulator, startEmulator } from '../src/index.ts';
import { CARD } from './wishes.ts';

interface Last {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly account: string | undefined;
}

/** Where the cases are played: an emulator of their own, or Stripe's test mode when there is a key for it. */
export interface Stage {
  readonly stripe: Stripe;
  /** An account of the platform that can take payments. */
  readonly seller: string;
  /** One that was onboarded too, whose Dashboard is the Express one, and which was paid out. */
  readonly express: string;
  /** A card that was issued to somebody of the first account: cards are issued by hand. */
  readonly card: string;
  /** The request that was answered last, and on whose behalf it was made. */
  readonly last: () => Last;
  readonly close: () => Promise<void>;
}

/**
 * Opens the stage. With `STRIPE_CONFORMANCE_KEY` it is Stripe's test mode; `STRIPE_CONFORMANCE_ACCOUNT` and
 * `STRIPE_CONFORMANCE_EXPRESS_ACCOUNT` name accounts there that were onboarded by hand, the second of which was paid out, and
 * `STRIPE_CONFORMANCE_CARD` a card that was issued to somebody of the first.
 *
 * @throws {Error} for a key that is not one of test mode.
 */
export async function openStage(): Promise<Stage> {
  const key = process.env['STRIPE_CONFORMANCE_KEY'];
  return key === undefined ? emulated() : real(key);
}

async function emulated(): Promise<Stage> {
  const emulator = await startEmulator({ host: '127.0.0.1', port: 0, database: ':memory:' });
  const { hostname, port } = new URL(emulator.url);
  const stripe = new Stripe(emulator.secretKey, { host: hostname, port, protocol: 'http', ...QUIET });
  emulator.control.setClock(new Date(Date.UTC(2026, 10, 18, 12)));
  const express = await onboarded(emulator, stripe, EXPRESS);
  await payOut(stripe, express);
  // At noon on a Monday no midnight comes between a payout and its end.
  emulator.control.setClock(new Date(Date.UTC(2026, 10, 23, 12)));
  // The cases name listeners that are none of ours.
  emulator.control.pauseWebhooks();
  const seller = await onboarded(emulator, stripe, {});
  const card = emulator.control.issueCard(seller, { cardholder: 'Ann Smith' });
  return { stripe, seller, express, card, last: lastOf(stripe), close: () => emulator.close() };
}

const EXPRESS: Stripe.AccountCreateParams = {
  controller: {
    fees: { payer: 'application' },
    losses: { payments: 'application' },
    stripe_dashboard: { type: 'express' },
  },
  capabilities: { transfers: { requested: true } },
};

/** Gives an account money that leaves at the next midnight. */
async function payOut({ paymentIntents, transfers }: Stripe, destination: string): Promise<void> {
  const method = { payment_method: 'pm_card_bypassPending', ...CARD } as const;
  await paymentIntents.create({ amount: 2000, currency: 'usd', confirm: true, ...method });
  await transfers.create({ amount: 500, currency: 'usd', destination });
}

async function onboarded({ control }: Emulator, stripe: Stripe, wish: Stripe.AccountCreateParams): Promise<string> {
  const { id } = await stripe.accounts.create({ country: 'US', email: 'jenny@example.com', ...wish });
  control.completeOnboarding(id);
  return id;
}

function real(key: string): Stage {
  const seller = process.env['STRIPE_CONFORMANCE_ACCOUNT'];
  const express = process.env['STRIPE_CONFORMANCE_EXPRESS_ACCOUNT'];
  const card = process.env['STRIPE_CONFORMANCE_CARD'];
  if (!/^[rs]k_test_/u.test(key)) throw new Error('STRIPE_CONFORMANCE_KEY must be a key of test mode.');
  if (seller === undefined) throw new Error('STRIPE_CONFORMANCE_ACCOUNT must name an onboarded account.');
  if (express === undefined)
    throw new Error('STRIPE_CONFORMANCE_EXPRESS_ACCOUNT must name one with the Express Dashboard.');
  if (card === undefined) throw new Error('STRIPE_CONFORMANCE_CARD must name a card that was issued there.');
  const stripe = new Stripe(key, QUIET);
  return { stripe, seller, express, card, last: lastOf(stripe), close: () => Promise.resolve() };
}

const QUIET = { maxNetworkRetries: 0, telemetry: false } as const;

function lastOf(stripe: Stripe): Stage['last'] {
  let last: Last = { method: '', path: '', query: '', account: undefined };
  stripe.on('response', ({ method, path: address, account }: Stripe.ResponseEvent) => {
    const [path = '', query = ''] = address.split('?', 2);
    last = { method, path, query, account };
  });
  return () => last;
}
