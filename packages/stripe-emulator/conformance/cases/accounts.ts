import type { Case } from '../case.ts';
import { BORN } from '../wishes.ts';

const REFRESH = { refresh_url: 'https://example.com/refresh', return_url: 'https://example.com/return' };

/** Accounts of API v1, with their persons, capabilities and banks. */
export const accountCases: readonly Case[] = [
  ['GET /v1/account', 'Stripe.Account', ({ stripe }) => stripe.accounts.retrieveCurrent()],
  ['GET /v1/accounts', 'Stripe.ApiList<Stripe.Account>', ({ stripe }) => stripe.accounts.list({ limit: 3 })],
  ['POST /v1/accounts', 'Stripe.Account', ({ stripe }) => stripe.accounts.create({ country: 'US' })],
  ['GET /v1/accounts/:id', 'Stripe.Account', ({ stripe, seller }) => stripe.accounts.retrieve(seller)],
  [
    'POST /v1/accounts/:id',
    'Stripe.Account',
    ({ stripe, seller }) => stripe.accounts.update(seller, { metadata: { shown: 'yes' } }),
  ],
  [
    'POST /v1/accounts/:id/reject',
    'Stripe.Account',
    ({ stripe, made }) => stripe.accounts.reject(made.account, { reason: 'other' }),
  ],
  ['POST /v1/accounts/:id/unreject', 'Stripe.Account', ({ stripe, made }) => stripe.accounts.unreject(made.account)],
  ['DELETE /v1/accounts/:id', 'Stripe.DeletedAccount', async ({ stripe, made }) => stripe.accounts.del(made.bare)],
  [
    'GET /v1/accounts/:id/capabilities',
    'Stripe.ApiList<Stripe.Capability>',
    ({ stripe, seller }) => stripe.accounts.listCapabilities(seller),
  ],
  [
    'GET /v1/accounts/:id/capabilities/:capability',
    'Stripe.Capability',
    ({ stripe, seller }) => stripe.accounts.retrieveCapability(seller, 'card_payments'),
  ],
  [
    'POST /v1/accounts/:id/capabilities/:capability',
    'Stripe.Capability',
    ({ stripe, seller }) => stripe.accounts.updateCapability(seller, 'transfers', { requested: true }),
  ],
  [
    'GET /v1/accounts/:id/external_accounts',
    'Stripe.ApiList<Stripe.ExternalAccount>',
    ({ stripe, seller }) => stripe.accounts.listExternalAccounts(seller),
  ],
  [
    'GET /v1/accounts/:id/external_accounts/:bank',
    'Stripe.ExternalAccount',
    ({ stripe, made }) => stripe.accounts.retrieveExternalAccount(made.account, made.bank),
  ],
  [
    'POST /v1/accounts/:id/external_accounts/:bank',
    'Stripe.ExternalAccount',
    ({ stripe, made }) => stripe.accounts.updateExternalAccount(made.account, made.bank, { metadata: { till: '1' } }),
  ],
  [
    'DELETE /v1/accounts/:id/external_accounts/:bank',
    'Stripe.DeletedExternalAccount',
    ({ stripe, made }) => stripe.accounts.deleteExternalAccount(made.account, made.bankInEuros),
  ],
  [
    'POST /v1/accounts/:id/external_accounts',
    'Stripe.ExternalAccount',
    ({ stripe, made }) => stripe.accounts.createExternalAccount(made.account, { external_account: 'btok_us_verified' }),
  ],
  [
    'POST /v1/accounts/:id/external_accounts',
    'Stripe.ExternalAccount',
    ({ stripe, made }) => stripe.accounts.createExternalAccount(made.account, { external_account: 'tok_visa_debit' }),
  ],
  [
    'GET /v1/accounts/:id/external_accounts',
    'Stripe.ApiList<Stripe.ExternalAccount>',
    ({ stripe, made }) => stripe.accounts.listExternalAccounts(made.account),
  ],
  [
    'POST /v1/accounts/:id/login_links',
    'Stripe.LoginLink',
    ({ stripe, express }) => stripe.accounts.createLoginLink(express),
  ],
  [
    'GET /v1/accounts/:id/persons',
    'Stripe.ApiList<Stripe.Person>',
    ({ stripe, made }) => stripe.accounts.listPersons(made.account),
  ],
  [
    'POST /v1/accounts/:id/persons',
    'Stripe.Person',
    ({ stripe, made }) => stripe.accounts.createPerson(made.account, { first_name: 'Ann', dob: BORN }),
  ],
  [
    'GET /v1/accounts/:id/persons/:person',
    'Stripe.Person',
    ({ stripe, made }) => stripe.accounts.retrievePerson(made.account, made.person),
  ],
  [
    'POST /v1/accounts/:id/persons/:person',
    'Stripe.Person',
    ({ stripe, made }) => stripe.accounts.updatePerson(made.account, made.person, { relationship: { owner: true } }),
  ],
  [
    'DELETE /v1/accounts/:id/persons/:person',
    'Stripe.DeletedPerson',
    ({ stripe, made }) => stripe.accounts.deletePerson(made.account, made.person),
  ],
  [
    'POST /v1/account_links',
    'Stripe.AccountLink',
    ({ stripe, seller }) => stripe.accountLinks.create({ account: seller, type: 'account_onboarding', ...REFRESH }),
  ],
  [
    'POST /v1/account_sessions',
    'Stripe.AccountSession',
    ({ stripe, seller }) =>
      stripe.accountSessions.create({ account: seller, components: { payments: { enabled: true } } }),
  ],
];
