const names: Readonly<Record<string, string>> = {
  card: 'Card',
  us_bank_account: 'US bank account',
  sepa_debit: 'SEPA direct debit',
  klarna: 'Klarna',
  link: 'Link',
  paypal: 'PayPal',
};

/** The kinds of payment methods that a filter offers. */
export const methodNames = Object.keys(names);

/** Names a kind of payment method in plain words. */
export function methodName(kind: string): string {
  return names[kind] ?? kind.replaceAll('_', ' ');
}
