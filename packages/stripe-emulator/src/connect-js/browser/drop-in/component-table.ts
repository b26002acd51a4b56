export type ComponentTag = keyof typeof components;

export type Component = {
  /** Accessible name of the frame. */
  readonly title: string;
  /** Setters that carry data into the frame, without the leading `set`. */
  readonly values: readonly string[];
  /** Setters that carry the page's callbacks, without the leading `set`. */
  readonly listeners: readonly string[];
  /** The value that opens the component over the page; such a component takes no room of its own. */
  readonly opensWith?: string;
};

const CALLED_BY_EVERY_COMPONENT = ['OnLoadError', 'OnLoaderStart'];

function component(title: string, values: string[] = [], listeners: string[] = []): Component {
  return { title, values, listeners: [...CALLED_BY_EVERY_COMPONENT, ...listeners] };
}

/**
 * Holds every tag of connect-js with its setters. `component-table.test.ts` compares it with the installed package.
 * @see @stripe/connect-js/src/components/componentsAndSetters.ts
 */
export const components = {
  'account-onboarding': component(
    'Account onboarding',
    [
      'FullTermsOfServiceUrl',
      'RecipientTermsOfServiceUrl',
      'PrivacyPolicyUrl',
      'SkipTermsOfServiceCollection',
      'CollectionOptions',
    ],
    ['OnExit', 'OnStepChange'],
  ),
  'disputes-list': component('Disputes'),
  payments: component('Payments', ['DefaultFilters']),
  'payment-details': { ...component('Payment details', ['Payment'], ['OnClose']), opensWith: 'payment' },
  'payment-disputes': component('Payment disputes', ['Payment'], ['OnDisputesLoaded']),
  payouts: component('Payouts'),
  'payouts-list': component('Payouts list'),
  'payout-details': { ...component('Payout details', ['Payout'], ['OnClose']), opensWith: 'payout' },
  balances: component('Balances'),
  'account-management': component('Account management', ['CollectionOptions'], ['OnSectionOpen']),
  'notification-banner': component('Notifications', ['CollectionOptions'], ['OnNotificationsChange']),
  'instant-payouts-promotion': component(
    'Instant payouts',
    [],
    ['OnInstantPayoutsPromotionLoaded', 'OnInstantPayoutCreated'],
  ),
  'issuing-card': component('Card', ['DefaultCard', 'CardSwitching', 'ShowSpendControls'], ['FetchEphemeralKey']),
  'issuing-cards-list': component('Cards', ['ShowSpendControls', 'IssuingProgram'], ['FetchEphemeralKey']),
  'financial-account': component('Financial account', ['FinancialAccount']),
  'financial-account-transactions': component('Financial account transactions', ['FinancialAccount']),
  documents: component('Documents'),
  'tax-registrations': component(
    'Tax registrations',
    ['DisplayCountries'],
    ['OnAfterTaxRegistrationAdded', 'OnAfterTaxRegistrationExpired'],
  ),
  'tax-settings': component(
    'Tax settings',
    ['HideProductTaxCodeSelector', 'DisplayHeadOfficeCountries'],
    ['OnTaxSettingsUpdated'],
  ),
  'balance-report': component('Balance report'),
  'payout-reconciliation-report': component('Payout reconciliation report', [], ['OnReportAvailabilityLoaded']),
} satisfies Record<string, Component>;

/** Tells whether a string is one of connect-js's tags. */
export function isComponentTag(tag: string): tag is ComponentTag {
  return Object.hasOwn(components, tag);
}
