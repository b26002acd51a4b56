import type { WantedComponent } from './page.browser.ts';
import type { Platform } from './platform.ts';
import { EVERYTHING, openSeller, type Seller } from './seller.ts';

/** A seller with something in every component, and the objects that some components are told to show. */
export interface Shop {
  readonly seller: Seller;
  readonly disputed: string;
  readonly refunded: string;
  readonly payout: string;
  readonly financialAccount: string;
}

const features = { disable_stripe_user_authentication: true, external_account_collection: true };
/** Every component, without the window in which a seller signs in at Stripe. */
export const WITHOUT_SIGN_IN = {
  ...EVERYTHING,
  account_onboarding: { enabled: true, features },
  account_management: { enabled: true, features },
};

const DAY_MS = 86_400_000;

const sales: readonly (readonly [daysAgo: number, amount: number, description: string, card?: string])[] = [
  [70, 18_500, 'Weekend workshop at the wheel'],
  [64, 4200, 'Bud vase, sea glaze'],
  [41, 12_900, 'Dinner plates, set of four'],
  [33, 7800, 'Teapot, tenmoku'],
  [12, 3200, 'Pair of espresso cups', 'pm_card_mastercard'],
  [9, 9600, 'Set of four bowls'],
  [6, 42_000, 'Wedding list, table for six'],
  [4, 2600, 'Porridge bowl', 'pm_card_chargeDeclined'],
  [3, 8400, 'Large serving platter', 'pm_card_amex'],
  [1, 6500, 'Wheel-throwing class'],
  [0, 31_500, 'Weekend workshop, two places'],
  [0, 24_800, 'Six espresso cups and a tray, sent to Cork', 'pm_card_visa'],
];

const customers = ['amara.berg@example.com', 'finn.doyle@example.com', 'leila.novak@example.com', 'kit@example.com'];

/** Makes the books of a small pottery: nearly three months of sales, and whatever else components show. */
export async function openShop(platform: Platform): Promise<Shop> {
  const { stripe } = platform;
  const { control } = platform.emulator;
  const now = Date.now();
  control.setClock(new Date(now - 75 * DAY_MS));
  const seller = await openSeller(platform, { isPlatformsOwn: true });
  seller.allow(WITHOUT_SIGN_IN);
  const options = { stripeAccount: seller.account };
  const paid: string[] = [];
  for (const [daysAgo, amount, description, card] of sales) {
    control.setClock(new Date(now - daysAgo * DAY_MS - 7_200_000));
    const customer = customers[paid.length % customers.length] ?? '';
    paid.push(await seller.pay(amount, { description, customer, ...(card !== undefined && { card }) }));
  }
  control.setClock(new Date(now));
  const disputed = await seller.pay(9600, { description: 'Bowl, speckled', card: 'pm_card_createDispute' });
  const refunded = paid[6] ?? '';
  await stripe.refunds.create({ payment_intent: refunded, amount: 12_000 }, options);
  await registerForTaxes(platform, seller.account);
  const { data: payouts } = await stripe.payouts.list({ limit: 1 }, options);
  issueCards(platform, seller.account);
  control.setAccountState(seller.account, 'more_needed');
  return {
    seller,
    disputed,
    refunded,
    payout: payouts[0]?.id ?? '',
    financialAccount: openAccount(platform, seller.account),
  };
}

/** A seller who has told only what kind of business it is. */
export async function openNewcomer(platform: Platform): Promise<Seller> {
  const seller = await openSeller(platform, { isNew: true, isPlatformsOwn: true });
  platform.emulator.world.store.update('account', seller.account, { answers: { business_type: 'company' } });
  seller.allow(WITHOUT_SIGN_IN);
  return seller;
}

async function registerForTaxes({ stripe }: Platform, stripeAccount: string): Promise<void> {
  const address = { country: 'US', line1: '1 Main St', city: 'Springfield', state: 'CA', postal_code: '94107' };
  const defaults = { tax_behavior: 'exclusive', tax_code: 'txcd_99999999' } as const;
  await stripe.tax.settings.update({ head_office: { address }, defaults }, { stripeAccount });
  const { registrations } = stripe.tax;
  const state = { type: 'state_sales_tax', state: 'CA' } as const;
  await registrations.create({ country: 'US', country_options: { us: state }, active_from: 'now' }, { stripeAccount });
  await registrations.create(
    { country: 'DE', country_options: { de: { type: 'oss_union' } }, active_from: 'now' },
    { stripeAccount },
  );
}

function issueCards({ emulator: { control } }: Platform, account: string): void {
  control.issueCard(account, { cardholder: 'Ann Smith' });
  control.issueCard(account, { cardholder: 'Bo Jones', type: 'physical' });
}

function openAccount({ emulator: { control } }: Platform, account: string): string {
  const opened = control.openFinancialAccount(account, 'Savings');
  for (const [amount, description, status] of [
    [250_000, 'Deposit from balance', 'posted'],
    [-18_900, 'Clay and glazes', 'posted'],
    [-4200, 'Kiln inspection', 'open'],
  ] as const)
    control.addFinancialTransaction(account, opened, { amount, description, status });
  return opened;
}

/** Every component that has a place of its own in the page, with something to show of a shop. */
export function inlineFor({ disputed, financialAccount }: Shop): readonly WantedComponent[] {
  const values = { FinancialAccount: financialAccount };
  const cardValues = { ShowSpendControls: true };
  return [
    { tag: 'notification-banner' },
    { tag: 'account-management' },
    { tag: 'balances' },
    { tag: 'payments' },
    { tag: 'payment-disputes', values: { Payment: disputed } },
    { tag: 'disputes-list' },
    { tag: 'payouts' },
    { tag: 'payouts-list' },
    { tag: 'instant-payouts-promotion' },
    { tag: 'balance-report' },
    { tag: 'payout-reconciliation-report' },
    { tag: 'documents' },
    { tag: 'tax-settings' },
    { tag: 'tax-registrations' },
    { tag: 'issuing-card', values: cardValues },
    { tag: 'issuing-cards-list', values: cardValues },
    { tag: 'financial-account', values },
    { tag: 'financial-account-transactions', values },
  ];
}

/** Every component that stands above the page. */
export function overlaysFor({ refunded, payout }: Shop): readonly WantedComponent[] {
  return [
    { tag: 'payment-details', values: { Payment: refunded } },
    { tag: 'payout-details', values: { Payout: payout } },
  ];
}
