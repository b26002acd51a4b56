export type ComponentTag = keyof typeof components;

export type Component = {
  /** Setters that carry data into the frame, without the leading `set`. */
  readonly values: readonly string[];
  /** Setters that carry the page's callbacks, without the leading `set`. */
  readonly listeners: readonly string[];
  /** The value that opens the component over the page; such a component takes no room of its own. */
  readonly opensWith?: string;
};

const CALLED_BY_EVERY_COMPONENT = ['OnLoadError', 'OnLoaderStart'];

function component(values: string[] = [], listeners: string[] = []): Component {
  return { values, listeners: [...CALLED_BY_EVERY_COMPONENT, ...listeners] };
}

/**
 * Holds every tag of connect-js with its setters. `component-table.test.ts` compares it with the installed package.
 * @see @stripe/connect-js/src/components/componentsAndSetters.ts
 */
export const components = {
  'account-onboarding': component(
    [
      'FullTermsOfServiceUrl',
      'RecipientTermsOfServiceUrl',
      'PrivacyPolicyUrl',
      'SkipTermsOfServiceCollection',
      'CollectionOptions',
    ],
    ['OnExit', 'OnStepChange'],
  ),
  'disputes-list': component(),
  payments: component(['DefaultFilters']),
  'payment-details': { ...component(['Payment'], ['OnClose']), opensWith: 'payment' },
  'payment-disputes': component(['Payment'], ['OnDisputesLoaded']),
  payouts: component(),
  'payouts-list': component(),
  'payout-details': { ...component(['Payout'], ['OnClose']), opensWith: 'payout' },
  balances: component(),
  'account-management': component(['CollectionOptions'], ['OnSectionOpen']),
  'notification-banner': component(['CollectionOptions'], ['OnNotificationsChange']),
  'instant-payouts-promotion': component([], ['OnInstantPayoutsPromotionLoaded', 'OnInstantPayoutCreated']),
  'issuing-card': component(['DefaultCard', 'CardSwitching', 'ShowSpendControls'], ['FetchEphemeralKey']),
  'issuing-cards-list': component(['ShowSpendControls', 'IssuingProgram'], ['FetchEphemeralKey']),
  'financial-account': component(['FinancialAccount']),
  'financial-account-transactions': component(['FinancialAccount']),
  documents: component(),
  'tax-registrations': component(
    ['DisplayCountries'],
    ['OnAfterTaxRegistrationAdded', 'OnAfterTaxRegistrationExpired'],
  ),
  'tax-settings': component(['HideProductTaxCodeSelector', 'DisplayHeadOfficeCountries'], ['OnTaxSettingsUpdated']),
  'balance-report': component(),
  'payout-reconciliation-report': component([], ['OnReportAvailabilityLoaded']),
} satisfies Record<string, Component>;
