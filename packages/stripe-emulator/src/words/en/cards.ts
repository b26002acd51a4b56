import { phrase } from '../phrase.ts';

/** Issued cards and financial accounts. */
export const cards = {
  statuses: { active: 'Active', inactive: 'Frozen', canceled: 'Canceled' },
  types: { physical: 'Physical', virtual: 'Virtual' },
  heads: { cardholder: 'Cardholder', card: 'Card', limit: 'Limit' },
  none: { title: 'No cards yet', text: 'Cards that are issued to your team are shown here.' },
  noneOfYours: { title: 'No card yet', text: 'Cards that are issued to you are shown here.' },
  all: 'All cards',
  cardEndingIn: 'Card ending in',
  facts: { expires: 'Expires', securityCode: 'Security code', cardId: 'Card ID' },
  showNumber: 'Show number',
  hideNumber: 'Hide number',
  notShown: (reason: string) => `The number cannot be shown. ${reason}`,
  freeze: 'Freeze card',
  unfreeze: 'Unfreeze card',
  changeLimit: 'Change limit',
  noLimit: 'No limit',
  aMonth: <Part>(amount: Part) => phrase`${amount} a month`,
  monthlyLimit: 'Monthly limit',
  limitHint: 'Leave it empty for no limit',
  noAmount: 'Enter an amount, for example 500.00, or nothing.',
  saveLimit: 'Save limit',
  account: {
    none: { title: 'No financial account', text: 'A financial account that is opened for you is shown here.' },
    name: 'Financial account',
    available: 'Available',
    coming: 'Coming in',
    going: 'Going out',
    facts: { routing: 'Routing number', number: 'Account number', id: 'Financial account ID' },
  },
  transactions: {
    statuses: { open: 'Pending', posted: 'Posted', void: 'Canceled' },
    none: { title: 'No transactions yet', text: 'What comes to this account and leaves it is shown here.' },
    noAccount: {
      title: 'No transactions yet',
      text: 'What comes to your financial account and leaves it is shown here.',
    },
  },
};
