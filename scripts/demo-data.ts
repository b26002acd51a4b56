/** Makes the books of a small business by doing what its owner and its customers would have done. */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Charge,
  type Client,
  createAccount,
  createCharge,
  getCharge,
  refreshAccount,
  signUp,
} from '@sellerdesk/contract';
import Stripe from 'stripe';
import { business, DAYS, type Sale, salesOfTheLastMonths } from './demo-business.ts';
import { createProductClient } from './product-client.ts';
import type { Progress } from './progress.ts';
import { sdkFor, type Stack } from './stack.ts';

/** How to sign in to see it. */
export const demo = { email: business.email, password: business.password };

const DAY_MS = 86_400_000;
const BEGUN = 'demo-data.begun';
const DONE = 'demo-data.done';

/** Removes what an interrupted start has left half made. The folder is the local Stripe's own: nothing else is in it. */
export function removeHalfMadeData(dataDir: string): void {
  if (existsSync(join(dataDir, BEGUN)) && !existsSync(join(dataDir, DONE))) rmSync(dataDir, { recursive: true });
}

/** Makes the demo data unless it is there. */
export async function ensureDemoData(stack: Stack, dataDir: string, progress: Progress): Promise<void> {
  if (existsSync(join(dataDir, DONE))) return;
  writeFileSync(join(dataDir, BEGUN), '');
  const product = createProductClient(stack.appUrl);
  const account = await progress.step('Demo seller signed up and onboarded', () => openBusiness(stack, product));
  await progress.step('Demo payments of four months made', (count) => sell(stack, account, count));
  await progress.step('Demo charges made through the product', () => chargeToday(stack, product));
  writeFileSync(join(dataDir, DONE), '');
}

/** The owner signs up four months ago, hands everything in and adds a bank account in euros. */
async function openBusiness({ localStripe: { control } }: Stack, product: Client): Promise<string> {
  control.setClock(new Date(startOfToday() - (DAYS + 3) * DAY_MS));
  const { email, password, name, country } = business;
  await product(signUp, { body: { email, password, businessName: name, country } });
  const { stripeAccountId } = await product(createAccount, { body: {} });
  control.completeOnboarding(stripeAccountId, {
    business_name: name,
    first_name: 'Ada',
    last_name: 'Whitlock',
    email,
    url: 'https://harbourstreet.example',
    product_description: 'Hand-thrown stoneware, and classes at the wheel.',
    account_holder_name: 'Harbour Street Ceramics',
    account_number: '00012345',
    routing_number: '108800',
  });
  const euros = {
    accountNumber: 'IE29AIBK93115212345678',
    routingNumber: '',
    country: 'IE',
    currency: 'eur',
    holder: name,
  };
  control.addBankAccount(stripeAccountId, euros);
  await product(refreshAccount, { body: {} });
  return stripeAccountId;
}

async function sell({ localStripe }: Stack, account: string, count: (done: number, of: number) => void): Promise<void> {
  const { control } = localStripe;
  const stripe = sdkFor(localStripe);
  const sales = salesOfTheLastMonths();
  for (const [index, sale] of sales.entries()) {
    control.setClock(new Date(startOfToday() - sale.daysAgo * DAY_MS + sale.secondOfDay * 1000));
    const payment = await pay(stripe, account, sale);
    if (payment !== undefined && sale.refunded > 0) await refund(stripe, account, payment, sale);
    count(index + 1, sales.length);
  }
  control.setClock(new Date());
}

/** A customer pays, or their card is declined, which is part of every shop's books. */
async function pay(stripe: Stripe, account: string, sale: Sale): Promise<string | undefined> {
  try {
    const { id } = await stripe.paymentIntents.create(
      {
        amount: sale.amountMinor,
        currency: sale.currency,
        application_fee_amount: Math.max(Math.round(sale.amountMinor * 0.025), 30),
        description: sale.description,
        receipt_email: sale.customer.email,
        payment_method: sale.paymentMethod,
        automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
        confirm: true,
      },
      { stripeAccount: account },
    );
    return id;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeCardError) return undefined;
    throw error;
  }
}

async function refund(
  stripe: Stripe,
  account: string,
  payment: string,
  { amountMinor, refunded }: Sale,
): Promise<void> {
  await stripe.refunds.create(
    { payment_intent: payment, amount: Math.round(amountMinor * refunded), reason: 'requested_by_customer' },
    { stripeAccount: account },
  );
}

const today: readonly {
  readonly amountMinor: number;
  readonly currency: string;
  readonly description: string;
  readonly paid: boolean;
}[] = [
  { amountMinor: 6500, currency: 'gbp', description: 'Wheel-throwing class, Thursday evening', paid: true },
  { amountMinor: 42_000, currency: 'gbp', description: 'Wedding list, table for six', paid: true },
  { amountMinor: 23_400, currency: 'eur', description: 'Six espresso cups, sent to Cork', paid: false },
];

/** Today the owner makes charges here; customers have paid all but one. */
async function chargeToday({ localStripe: { control } }: Stack, product: Client): Promise<void> {
  for (const { paid, ...details } of today) {
    const body = { ...details, idempotencyKey: crypto.randomUUID() };
    const { chargeId } = await product(createCharge, { body });
    const { checkoutUrl } = await until(product, chargeId, ({ state }) => state === 'waiting');
    if (!paid) continue;
    control.payCheckoutSession(sessionFrom(checkoutUrl), { email: 'priya.khan@example.com', name: 'Priya Khan' });
    await until(product, chargeId, ({ state }) => state === 'paid');
  }
}

function sessionFrom(checkoutUrl: string | null): string {
  return new URL(checkoutUrl ?? '').pathname.split('/').at(-1) ?? '';
}

/** Waits until a charge stands as expected: what Stripe tells arrives by webhook. */
async function until(product: Client, chargeId: string, reached: (charge: Charge) => boolean): Promise<Charge> {
  const deadline = performance.now() + 60_000;
  for (;;) {
    const charge = await product(getCharge, { params: { chargeId } });
    if (reached(charge)) return charge;
    if (performance.now() > deadline) throw new Error(`The demo charge “${charge.description}” stays ${charge.state}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function startOfToday(): number {
  return Math.floor(Date.now() / DAY_MS) * DAY_MS;
}
