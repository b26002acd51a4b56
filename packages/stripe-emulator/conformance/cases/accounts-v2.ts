import type { Case } from '../case.ts';
import { BORN } from '../wishes.ts';

const INCLUDE = ['configuration.merchant', 'defaults', 'future_requirements', 'identity', 'requirements'] as const;
const ONBOARDING = {
  type: 'account_onboarding',
  account_onboarding: { refresh_url: 'https://example.com/refresh' },
} as const;

/** Accounts of API v2. */
export const accountV2Cases: readonly Case[] = [
  [
    'POST /v2/core/accounts',
    'Stripe.V2.Core.Account',
    ({ stripe }) => stripe.v2.core.accounts.create({ display_name: 'Shown', include: [...INCLUDE] }),
  ],
  [
    'GET /v2/core/accounts',
    'Stripe.V2List<Stripe.V2.Core.Account>',
    ({ stripe }) => stripe.v2.core.accounts.list({ limit: 2 }),
  ],
  [
    'GET /v2/core/accounts/:id',
    'Stripe.V2.Core.Account',
    ({ stripe, seller }) => stripe.v2.core.accounts.retrieve(seller, { include: [...INCLUDE] }),
  ],
  [
    'POST /v2/core/accounts/:id',
    'Stripe.V2.Core.Account',
    ({ stripe, made }) => stripe.v2.core.accounts.update(made.v2, { display_name: 'Renamed' }),
  ],
  [
    'POST /v2/core/accounts/:id/persons',
    'Stripe.V2.Core.AccountPerson',
    ({ stripe, made }) => stripe.v2.core.accounts.persons.create(made.v2, { given_name: 'Ann', date_of_birth: BORN }),
  ],
  [
    'GET /v2/core/accounts/:id/persons',
    'Stripe.V2List<Stripe.V2.Core.AccountPerson>',
    ({ stripe, made }) => stripe.v2.core.accounts.persons.list(made.v2),
  ],
  [
    'GET /v2/core/accounts/:id/persons/:person',
    'Stripe.V2.Core.AccountPerson',
    ({ stripe, made }) => stripe.v2.core.accounts.persons.retrieve(made.v2, made.personV2),
  ],
  [
    'POST /v2/core/accounts/:id/persons/:person',
    'Stripe.V2.Core.AccountPerson',
    ({ stripe, made }) => stripe.v2.core.accounts.persons.update(made.v2, made.personV2, { surname: 'Doe' }),
  ],
  [
    'POST /v2/core/account_tokens',
    'Stripe.V2.Core.AccountToken',
    ({ stripe }) => stripe.v2.core.accountTokens.create(),
  ],
  [
    'GET /v2/core/account_tokens/:id',
    'Stripe.V2.Core.AccountToken',
    ({ stripe, made }) => stripe.v2.core.accountTokens.retrieve(made.accountToken),
  ],
  [
    'POST /v2/core/accounts/:id/person_tokens',
    'Stripe.V2.Core.AccountPersonToken',
    ({ stripe, made }) => stripe.v2.core.accounts.personTokens.create(made.v2, { given_name: 'Ann' }),
  ],
  [
    'GET /v2/core/accounts/:id/person_tokens/:token',
    'Stripe.V2.Core.AccountPersonToken',
    ({ stripe, made }) => stripe.v2.core.accounts.personTokens.retrieve(made.v2, made.personToken),
  ],
  [
    'POST /v2/core/account_links',
    'Stripe.V2.Core.AccountLink',
    ({ stripe, seller }) => stripe.v2.core.accountLinks.create({ account: seller, use_case: ONBOARDING }),
  ],
  [
    'DELETE /v2/core/accounts/:id/persons/:person',
    'Stripe.V2.DeletedObject',
    ({ stripe, made }) => stripe.v2.core.accounts.persons.del(made.v2, made.personV2),
  ],
  [
    'POST /v2/core/accounts/:id/close',
    'Stripe.V2.Core.Account',
    ({ stripe, made }) => stripe.v2.core.accounts.close(made.v2),
  ],
];
