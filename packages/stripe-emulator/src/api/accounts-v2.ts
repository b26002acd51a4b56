import type Stripe from 'stripe';
import { capabilityStatus, changeAccount, createAccount, payoutsEnabled } from '../world/accounts.ts';
import { spendAccountToken } from '../world/account-tokens.ts';
import { emitThin } from '../world/events.ts';
import { mergedMetadata } from '../world/metadata.ts';
import { namedRequirements } from '../world/requirement-names.ts';
import { requirementsOf } from '../world/requirements.ts';
import type { Account } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { type Call, operation, type Operation } from '../wire/operation.ts';
import {
  bool,
  email,
  ignored,
  list,
  metadata,
  object,
  oneOf,
  type ParamsOf,
  type ParamTable,
  text,
} from '../wire/params.ts';
import { given } from '../wire/given.ts';
import { invalidRequest } from '../wire/stripe-error.ts';
import { refuseImpossible, requireCountry, typeIn } from './accounts.ts';
import { withBirthday } from './birthday.ts';
import { ownAccount } from './connected-account.ts';
import { pageParams, pageV2 } from './page-v2.ts';
import { futureRequirementsToV2Wire, requirementsToV2Wire } from './requirements-v2.ts';

type WireAccount = Stripe.V2.Core.Account;

const include = list(
  oneOf(
    'configuration.customer',
    'configuration.merchant',
    'configuration.recipient',
    'defaults',
    'future_requirements',
    'identity',
    'requirements',
  ),
);

const requestedCapability = object({ requested: bool() });

const configuration = object({
  customer: ignored(),
  merchant: object({
    capabilities: object({ card_payments: requestedCapability }),
    branding: ignored(),
    card_payments: ignored(),
    mcc: text(),
    statement_descriptor: ignored(),
    support: ignored(),
  }),
  recipient: object({ capabilities: object({ stripe_balance: object({ stripe_transfers: requestedCapability }) }) }),
});

const identity = {
  attestations: ignored(),
  business_details: ignored(),
  entity_type: oneOf('individual', 'company', 'non_profit', 'government_entity'),
  individual: withBirthday('date_of_birth'),
} as const;

/** What a token can say of an account. */
export const tokenParams = {
  contact_email: email({ max: 800 }),
  contact_phone: text(),
  display_name: text(),
  identity: object(identity),
} as const satisfies ParamTable;

const accountParams = {
  ...tokenParams,
  account_token: text(),
  configuration,
  dashboard: oneOf('full', 'express', 'none'),
  identity: object({ ...identity, country: text({ max: 2 }) }),
  defaults: object({
    currency: text({ max: 3 }),
    locales: list(text()),
    profile: ignored(),
    responsibilities: object({
      fees_collector: oneOf('stripe', 'application'),
      losses_collector: oneOf('stripe', 'application'),
    }),
  }),
  metadata: metadata(),
  include,
} as const satisfies ParamTable;

/** Accounts of API v2: another view of the same accounts. */
export const accountV2Operations: readonly Operation[] = [
  operation({
    method: 'POST',
    path: '/v2/core/accounts',
    params: accountParams,
    run: (call) => {
      const { world } = call;
      const params = withToken(call);
      const { responsibilities, currency } = params.defaults ?? {};
      const merchant = params.configuration?.merchant;
      if (merchant !== undefined && responsibilities === undefined)
        throw invalidRequest('defaults.responsibilities must be set when the merchant configuration is added.', {
          param: 'defaults.responsibilities',
        });
      const roles = {
        dashboard: params.dashboard ?? 'none',
        feesPayer: responsibilities?.fees_collector === 'application' ? 'application' : 'account',
        lossesPayer: responsibilities?.losses_collector ?? 'stripe',
        requirementCollection:
          responsibilities?.losses_collector === 'application' && (params.dashboard ?? 'none') === 'none'
            ? 'application'
            : 'stripe',
      } as const;
      refuseImpossible(roles);
      const transfers =
        params.configuration?.recipient?.capabilities?.stripe_balance?.stripe_transfers?.requested === true;
      const account = createAccount(world, {
        ...roles,
        country: requireCountry(params.identity?.country ?? 'US', 'identity.country'),
        currency,
        email: params.contact_email ?? null,
        displayName: params.display_name ?? null,
        requestedCapabilities: [
          ...(merchant?.capabilities?.card_payments?.requested === true ? (['card_payments'] as const) : []),
          ...(transfers ? (['transfers'] as const) : []),
        ],
        metadata: mergedMetadata({}, params.metadata),
        ...typeIn(params.identity?.entity_type),
      });
      return accountToV2Wire(world, account, params.include);
    },
  }),
  operation({
    method: 'GET',
    path: '/v2/core/accounts',
    params: { ...pageParams, applied_configurations: ignored(), closed: bool() },
    run: (call) => {
      const { world, params } = call;
      const toWire = (account: Account): WireAccount => accountToV2Wire(world, account);
      return pageV2(call, 'account', '/v2/core/accounts', toWire, {
        where: { closed: params.closed === true ? true : null, deauthorized: false },
      });
    },
  }),
  operation({
    method: 'POST',
    path: '/v2/core/accounts/:id/close',
    params: { applied_configurations: ignored() },
    run: (call) => {
      const { id } = ownAccount(call);
      const closed = call.world.store.update('account', id, { closed: true });
      emitThin(call.world, 'v2.core.account.closed', id);
      return accountToV2Wire(call.world, closed);
    },
  }),
  operation({
    method: 'GET',
    path: '/v2/core/accounts/:id',
    params: { include },
    run: (call) => accountToV2Wire(call.world, ownAccount(call), call.params.include),
  }),
  operation({
    method: 'POST',
    path: '/v2/core/accounts/:id',
    params: accountParams,
    run: (call) => {
      const { world } = call;
      const account = ownAccount(call);
      const params = withToken(call);
      const changed = changeAccount(world, account.id, {
        ...(params.contact_email !== undefined && { email: params.contact_email }),
        ...(params.display_name !== undefined && { displayName: params.display_name }),
        ...(params.metadata !== undefined && { metadata: mergedMetadata(account.metadata, params.metadata) }),
        ...typeIn(params.identity?.entity_type, account.answers),
      });
      return accountToV2Wire(world, changed, params.include);
    },
  }),
];

type AccountParams = ParamsOf<typeof accountParams>;

/** Adds what a token says; what is said beside it comes first. */
function withToken({ world, params }: Pick<Call<typeof accountParams>, 'params' | 'world'>): AccountParams {
  const { account_token: token } = params;
  if (token === undefined) return params;
  const said = spendAccountToken(world, token, { about: 'account', connectedAccount: null });
  return { ...params, ...said, ...given(params) };
}

type Include = 'configuration.merchant' | 'defaults' | 'identity' | 'requirements' | (string & {});

/** Turns an account into Stripe's v2 shape; what was not asked for is not in it. */
export function accountToV2Wire(world: World, account: Account, asked: readonly Include[] = []): WireAccount {
  const hasMerchant = account.requestedCapabilities.includes('card_payments');
  return {
    id: account.id,
    object: 'v2.core.account',
    applied_configurations: hasMerchant ? ['merchant'] : [],
    closed: account.closed === true,
    created: new Date(account.createdUnix * 1000).toISOString(),
    dashboard: account.dashboard,
    livemode: world.settings.livemode,
    metadata: { ...account.metadata },
    ...(account.email !== null && { contact_email: account.email }),
    ...(account.displayName !== null && { display_name: account.displayName }),
    ...(asked.includes('configuration.merchant') && { configuration: configurationOf(world, account) }),
    ...(asked.includes('defaults') && { defaults: defaultsOf(account) }),
    ...(asked.includes('identity') && { identity: identityOf(account) }),
    ...(asked.includes('requirements') && { requirements: requirementsToV2Wire(namedRequirements(world, account)) }),
    ...(asked.includes('future_requirements') && {
      future_requirements: futureRequirementsToV2Wire(namedRequirements(world, account)),
    }),
  };
}

function identityOf({ country, answers }: Account): NonNullable<WireAccount['identity']> {
  const type = answers['business_type'];
  return { country: country.toLowerCase(), ...(type !== undefined && { entity_type: type }) };
}

function defaultsOf(account: Account): NonNullable<WireAccount['defaults']> {
  return {
    currency: account.defaultCurrency,
    locales: [],
    responsibilities: {
      fees_collector: account.feesPayer === 'account' ? 'stripe' : account.feesPayer,
      losses_collector: account.lossesPayer,
      requirements_collector: account.requirementCollection,
    },
  };
}

type Configuration = NonNullable<WireAccount['configuration']>;

function configurationOf(world: World, account: Account): Configuration {
  if (!account.requestedCapabilities.includes('card_payments')) return {};
  const status = v2Status(world, account);
  const details = status === 'active' ? [] : [{ code: detailOf(world, account), resolution: resolutionOf(status) }];
  const canPayOut = payoutsEnabled(world, account);
  return {
    merchant: {
      applied: true,
      capabilities: {
        card_payments: { status, status_details: details },
        stripe_balance: {
          payouts: {
            status: canPayOut ? 'active' : status === 'active' ? 'restricted' : status,
            status_details: canPayOut ? [] : details.length > 0 ? details : [payoutDetailOf(account)],
          },
        },
      },
      ...publicDetailsOf(account),
    },
  };
}

/** Payouts wait alone where Stripe holds them back, or until there is a bank account that takes them. */
function payoutDetailOf({ payoutsBlocked }: Account) {
  return { code: 'restricted_other', resolution: payoutsBlocked ? 'contact_stripe' : 'provide_info' } as const;
}

type Merchant = NonNullable<Configuration['merchant']>;

/** What customers see, as far as the seller has said. */
function publicDetailsOf({ answers }: Account): Pick<Merchant, 'statement_descriptor' | 'support'> {
  const told = (name: string): string | undefined => (answers[name] === '' ? undefined : answers[name]);
  const descriptor = told('statement_descriptor');
  const support = given({ email: told('support_email'), phone: told('support_phone'), url: told('support_url') });
  return {
    ...(descriptor !== undefined && { statement_descriptor: { descriptor } }),
    ...(Object.keys(support).length > 0 && { support }),
  };
}

function v2Status(world: World, account: Account): 'active' | 'pending' | 'rejected' | 'restricted' {
  if (account.rejection !== null) return 'rejected';
  const status = capabilityStatus(world, account);
  return status === 'inactive' ? 'restricted' : status;
}

function detailOf(
  world: World,
  account: Account,
): 'rejected_other' | 'requirements_past_due' | 'requirements_pending_verification' | 'restricted_other' {
  if (account.rejection !== null) return 'rejected_other';
  if (requirementsOf(world, account).pastDue.length > 0) return 'requirements_past_due';
  return account.underReview ? 'requirements_pending_verification' : 'restricted_other';
}

function resolutionOf(
  status: 'pending' | 'rejected' | 'restricted',
): 'contact_stripe' | 'no_resolution' | 'provide_info' {
  if (status === 'rejected') return 'contact_stripe';
  return status === 'pending' ? 'no_resolution' : 'provide_info';
}
