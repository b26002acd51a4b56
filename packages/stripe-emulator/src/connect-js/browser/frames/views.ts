import type { ComponentType } from 'preact';
import type { ComponentTag } from '../drop-in/component-table.ts';

type Load = () => Promise<ComponentType>;

/** The component behind each tag, loaded when its frame opens. */
const views: Readonly<Record<string, Load>> = {
  payments: async () => (await import('./payments/payments.tsx')).Payments,
  'payment-details': async () => (await import('./payments/payment-details.tsx')).PaymentDetails,
  'disputes-list': async () => (await import('./disputes/disputes-list.tsx')).DisputesList,
  balances: async () => (await import('./balances/balances.tsx')).Balances,
  payouts: async () => (await import('./payouts/payouts.tsx')).Payouts,
  'payouts-list': async () => (await import('./payouts/payouts-list.tsx')).PayoutsList,
  'payout-details': async () => (await import('./payouts/payout-details.tsx')).PayoutDetails,
  'notification-banner': async () => (await import('./notices/notification-banner.tsx')).NotificationBanner,
  'payment-disputes': async () => (await import('./disputes/payment-disputes.tsx')).PaymentDisputes,
  'balance-report': async () => (await import('./reports/balance-report.tsx')).BalanceReport,
  'payout-reconciliation-report': async () =>
    (await import('./reports/payout-reconciliation-report.tsx')).PayoutReconciliationReport,
  'instant-payouts-promotion': async () =>
    (await import('./instant/instant-payouts-promotion.tsx')).InstantPayoutsPromotion,
  documents: async () => (await import('./documents/documents.tsx')).Documents,
  'tax-settings': async () => (await import('./taxes/tax-settings.tsx')).TaxSettings,
  'tax-registrations': async () => (await import('./taxes/tax-registrations.tsx')).TaxRegistrations,
  'issuing-card': async () => (await import('./issuing/issuing-card.tsx')).IssuingCard,
  'issuing-cards-list': async () => (await import('./issuing/issuing-cards-list.tsx')).IssuingCardsList,
  'financial-account': async () => (await import('./treasury/financial-account.tsx')).FinancialAccount,
  'financial-account-transactions': async () =>
    (await import('./treasury/financial-account-transactions.tsx')).FinancialAccountTransactions,
  'account-onboarding': async () => (await import('./onboarding/account-onboarding.tsx')).AccountOnboarding,
  'account-management': async () => (await import('./management/account-management.tsx')).AccountManagement,
  'session-end': async () => (await import('./session-end.tsx')).SessionEnd,
} satisfies Record<ComponentTag | 'session-end', Load>;

/**
 * Loads the component of a tag.
 *
 * @throws {Error} for a tag that connect-js does not have.
 */
export async function loadView(tag: string): Promise<ComponentType> {
  const load = views[tag];
  if (load === undefined) throw new Error(`No component shows ${tag}.`);
  return load();
}
