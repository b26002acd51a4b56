/** The kinds of payment methods that a filter offers. */
export const methodNames = ['card', 'us_bank_account', 'sepa_debit', 'klarna', 'link', 'paypal'] as const;
