import type Stripe from 'stripe';
import { capabilitiesOf, changeAccount, chargesEnabled, createAccount, payoutsEnabled } from '../world/accounts.ts';
import { changeBalanceSettings, debitsNegativeBalances } from '../world/balance-settings.ts';
import { currencyOfCountry } from '../world/countries.ts';
import { mergedMetadata } from '../world/metadata.ts';
import { isRegistered, representativeOf } from '../world/people.ts';
import { namedRequirements } from '../world/requirement-names.ts';
import { rescheduled } from '../world/payout-schedule.ts';
import type { Account, Capability, PayoutSchedule } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { given } from '../wire/given.ts';
import { listOf, listParams } from '../wire/lists.ts';
import { operation, type Operation } from '../wire/operation.ts';
import {
  bool,
  email,
  ignored,
  integer,
  list,
  metadata,
  object,
  oneOf,
  type ParamTable,
  record,
  text,
} from '../wire/params.ts';
import { invalidParam, invalidRequest } from '../wire/stripe-error.ts';
import { withBirthday } from './birthday.ts';
import { ownAccount } from './connected-account.ts';
import { bankOrToken, externalAccountsOf, replaceExternalAccount } from './external-accounts.ts';
import { personToWire } from './person-to-wire.ts';
import { futureRequirementsToWire, requirementsToWire } from './requirements-to-wire.ts';

const accountParams = {
  email: email({ max: 800 }),
  business_type: oneOf('individual', 'company', 'non_profit', 'government_entity'),
  business_profile: object({
    mcc: text(),
    name: text(),
    product_description: text({ max: 40_000 }),
    support_email: text(),
    support_phone: text(),
    support_url: text(),
    url: text(),
  }),
  capabilities: record(object({ requested: bool() })),
  company: ignored(),
  individual: withBirthday('dob'),
  metadata: metadata(),
  settings: object({
    bacs_debit_payments: ignored(),
    branding: ignored(),
    card_issuing: ignored(),
    card_payments: ignored(),
    invoices: ignored(),
    payments: ignored(),
    payouts: object({
      debit_negative_balances: bool(),
      schedule: object({
        delay_days: integer({ min: 0, max: 31 }),
        interval: oneOf('daily', 'weekly', 'monthly', 'manual'),
        monthly_anchor: integer({ min: 1, max: 31 }),
        monthly_payout_days: list(integer({ min: 1, max: 31 })),
        weekly_anchor: oneOf('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'),
        weekly_payout_days: list(oneOf('monday', 'tuesday', 'wednesday', 'thursday', 'friday')),
      }),
      statement_descriptor: text({ max: 22 }),
    }),
  }),
  tos_acceptance: ignored(),
} as const satisfies ParamTable;

/** Accounts of API v1, whichever API created them. */
export const accountOperations: readonly Operation[] = [
  operation({
    method: 'GET',
    path: '/v1/account',
    params: {},
    run: ({ world, account }) =>
      account === world.platform ? platformToWire(world) : accountToWire(world, world.store.get('account', account)),
  }),
  operation({
    method: 'GET',
    path: '/v1/accounts',
    params: listParams,
    run: (call) => listOf(call, 'account', '/v1/accounts', { closed: null, deauthorized: false }),
  }),
  operation({
    method: 'POST',
    path: '/v1/accounts',
    params: {
      ...accountParams,
      country: text({ max: 2 }),
      default_currency: text(),
      external_account: bankOrToken,
      type: oneOf('standard', 'express', 'custom'),
      controller: object({
        fees: object({ payer: oneOf('account', 'application') }),
        losses: object({ payments: oneOf('stripe', 'application') }),
        requirement_collection: oneOf('stripe', 'application'),
        stripe_dashboard: object({ type: oneOf('full', 'express', 'none') }),
      }),
    },
    run: ({ world, params }) => {
      if (params.type !== undefined && params.controller !== undefined)
        throw invalidParam('You may not provide the `type` parameter together with `controller`.', 'type');
      const { controller } = params;
      const usual = ROLES[params.type ?? 'standard'];
      const roles: Roles = {
        dashboard: controller?.stripe_dashboard?.type ?? usual.dashboard,
        feesPayer: controller?.fees?.payer ?? usual.feesPayer,
        lossesPayer: controller?.losses?.payments ?? usual.lossesPayer,
        requirementCollection: controller?.requirement_collection ?? usual.requirementCollection,
      };
      refuseImpossible(roles);
      const country = requireCountry(params.country ?? 'US', 'country');
      const account = createAccount(world, {
        ...roles,
        country,
        currency: params.default_currency,
        email: params.email ?? null,
        displayName: params.business_profile?.name ?? null,
        requestedCapabilities: firstCapabilities(roles, params.capabilities),
        metadata: mergedMetadata({}, params.metadata),
        ...typeIn(params.business_type),
      });
      return accountToWire(
        world,
        withPayouts(world, withBank(world, account, params.external_account), params.settings?.payouts),
      );
    },
  }),
  operation({
    method: 'GET',
    path: '/v1/accounts/:id',
    params: {},
    run: (call) =>
      call.path['id'] === call.world.platform
        ? platformToWire(call.world)
        : accountToWire(call.world, ownAccount(call)),
  }),
  operation({
    method: 'POST',
    path: '/v1/accounts/:id',
    params: { ...accountParams, default_currency: text(), external_account: bankOrToken },
    run: (call) => {
      const { world, params } = call;
      const account = ownAccount(call);
      const changed = changeAccount(world, account.id, {
        ...(params.email !== undefined && { email: params.email }),
        ...(params.business_profile?.name !== undefined && { displayName: params.business_profile.name }),
        ...(params.capabilities !== undefined && {
          requestedCapabilities: changedCapabilities(account, params.capabilities),
        }),
        ...(params.metadata !== undefined && { metadata: mergedMetadata(account.metadata, params.metadata) }),
        ...typeIn(params.business_type, account.answers),
      });
      return accountToWire(
        world,
        withPayouts(world, withBank(world, changed, params.external_account), params.settings?.payouts),
      );
    },
  }),
  operation({
    method: 'POST',
    path: '/v1/accounts/:id/login_links',
    params: {},
    run: (call) => {
      const { world } = call;
      const { id, dashboard, submittedUnix } = ownAccount(call);
      if (dashboard !== 'express')
        throw invalidRequest(
          `Cannot create a login link for the account ${id}, which does not have access to the Express Dashboard.`,
        );
      if (submittedUnix === null)
        throw invalidRequest('Cannot create a login link for an account that has not completed onboarding.');
      return {
        object: 'login_link',
        created: world.clock.nowUnix(),
        url: `${world.settings.url}/dashboard/${id}/test`,
      } satisfies Stripe.LoginLink;
    },
  }),
];

/** Takes what payouts go to, where Stripe does not ask sellers for it itself. */
function withBank(world: World, account: Account, asked: ReturnType<typeof bankOrToken.read> | undefined): Account {
  if (asked === undefined) return account;
  if (account.requirementCollection === 'stripe')
    throw invalidRequest(
      'This application does not have the required permissions for this parameter on account ' + account.id + '.',
      { param: 'external_account' },
    );
  return replaceExternalAccount(world, account, asked);
}

/** The kind of business is the first answer of onboarding, whoever gives it. */
export function typeIn(type: string | undefined, known: Account['answers'] = {}): Pick<Partial<Account>, 'answers'> {
  return type === undefined ? {} : { answers: { ...known, business_type: type } };
}

/** Turns a country into the one Stripe means. */
export function requireCountry(country: string, param: string): string {
  const upper = country.toUpperCase();
  if (currencyOfCountry(upper) === undefined)
    throw invalidParam(
      `Country '${country}' is unknown. Try using a 2-character alphanumeric country code instead, such as 'US', 'EG', or 'GB'.`,
      param,
      'country_unsupported',
    );
  return upper;
}

type Roles = Pick<Account, 'dashboard' | 'feesPayer' | 'lossesPayer' | 'requirementCollection'>;

/** What each of Stripe's older types of account says in one word. */
const ROLES: Readonly<Record<'custom' | 'express' | 'standard', Roles>> = {
  standard: { dashboard: 'full', feesPayer: 'account', lossesPayer: 'stripe', requirementCollection: 'stripe' },
  express: {
    dashboard: 'express',
    feesPayer: 'application_express',
    lossesPayer: 'application',
    requirementCollection: 'stripe',
  },
  custom: {
    dashboard: 'none',
    feesPayer: 'application_custom',
    lossesPayer: 'application',
    requirementCollection: 'application',
  },
};

/** The older type that an account is of; most combinations have none. */
function typeOf(account: Roles): 'custom' | 'express' | 'none' | 'standard' {
  const { dashboard, feesPayer, lossesPayer } = account;
  if (feesPayer === 'application_express') return 'express';
  if (feesPayer === 'application_custom') return 'custom';
  return dashboard === 'full' && lossesPayer === 'stripe' && feesPayer === 'account' ? 'standard' : 'none';
}

/** Combinations Stripe does not offer; the words are the emulator's, Stripe's are not known. */
const IMPOSSIBLE: readonly (readonly [(roles: Roles) => boolean, string])[] = [
  [({ lossesPayer, feesPayer }) => lossesPayer === 'application' && feesPayer === 'account', 'controller[fees][payer]'],
  [
    ({ dashboard, lossesPayer }) => dashboard === 'full' && lossesPayer === 'application',
    'controller[losses][payments]',
  ],
  // From 2026-11-18.endive on Stripe allows it; the pinned version is older.
  [({ dashboard, lossesPayer }) => dashboard === 'express' && lossesPayer === 'stripe', 'controller[losses][payments]'],
  [
    ({ dashboard, requirementCollection }) => dashboard !== 'none' && requirementCollection === 'application',
    'controller[requirement_collection]',
  ],
  [
    ({ lossesPayer, requirementCollection }) => lossesPayer === 'stripe' && requirementCollection === 'application',
    'controller[requirement_collection]',
  ],
  [
    ({ dashboard, lossesPayer, requirementCollection }) =>
      dashboard === 'none' && lossesPayer === 'application' && requirementCollection === 'stripe',
    'controller[requirement_collection]',
  ],
];

/** Refuses what Stripe does not offer: these are fixed for the life of an account. */
export function refuseImpossible(roles: Roles): void {
  const wrong = IMPOSSIBLE.find(([applies]) => applies(roles));
  if (wrong !== undefined)
    throw invalidRequest('This combination of controller properties is not supported.', { param: wrong[1] });
}

type Asked = Readonly<Record<string, { readonly requested?: boolean | undefined }>>;
const CAPABILITIES = ['card_payments', 'transfers'] as const;

/** A full Dashboard comes with both, whether they were asked for or not; not verified against Stripe. */
function firstCapabilities({ dashboard }: Roles, asked: Asked | undefined): readonly Capability[] {
  if (asked === undefined && dashboard === 'full') return CAPABILITIES;
  return CAPABILITIES.filter((name) => asked?.[name]?.requested === true);
}

/** What is not named stays as it is. */
export function changedCapabilities({ requestedCapabilities }: Account, asked: Asked): readonly Capability[] {
  return CAPABILITIES.filter((name) => asked[name]?.requested ?? requestedCapabilities.includes(name));
}

interface AskedSchedule {
  readonly delay_days: number | undefined;
  readonly interval: PayoutSchedule['interval'] | undefined;
  readonly monthly_anchor: number | undefined;
  readonly monthly_payout_days: readonly number[] | undefined;
  readonly weekly_anchor: string | undefined;
  readonly weekly_payout_days: readonly string[] | undefined;
}

interface AskedPayouts {
  readonly debit_negative_balances: boolean | undefined;
  readonly schedule: AskedSchedule | undefined;
  readonly statement_descriptor: string | undefined;
}

/** Changes how an account is paid out, as balance settings do: there is one state behind both. */
function withPayouts(world: World, account: Account, asked: AskedPayouts | undefined): Account {
  if (asked === undefined) return account;
  const { debit_negative_balances: debits, schedule, statement_descriptor: descriptor } = asked;
  return changeBalanceSettings(world, account.id, {
    ...(debits !== undefined && { debitNegativeBalances: debits }),
    ...(descriptor !== undefined && { payoutDescriptor: descriptor === '' ? null : descriptor }),
    ...(schedule !== undefined && rescheduled(account, scheduleFrom(schedule))),
  });
}

function scheduleFrom(asked: AskedSchedule): Partial<PayoutSchedule> {
  const { interval, delay_days: delayDays } = asked;
  const weeklyDays =
    asked.weekly_payout_days ?? (asked.weekly_anchor === undefined ? undefined : [asked.weekly_anchor]);
  const monthlyDays =
    asked.monthly_payout_days ?? (asked.monthly_anchor === undefined ? undefined : [asked.monthly_anchor]);
  return given({ interval, delayDays, weeklyDays, monthlyDays });
}

/** Turns an account into Stripe's v1 shape. */
export function accountToWire(world: World, account: Account): Stripe.Account {
  const { answers } = account;
  const requirements = namedRequirements(world, account);
  return {
    id: account.id,
    object: 'account',
    business_profile: {
      annual_revenue: null,
      estimated_worker_count: null,
      mcc: answers['industry'] ?? null,
      minority_owned_business_designation: null,
      name: answers['business_name'] ?? account.displayName,
      product_description: answers['product_description'] ?? null,
      specified_commercial_transactions_act_url: null,
      support_address: null,
      support_email: told(answers, 'support_email'),
      support_phone: told(answers, 'support_phone') ?? told(answers, 'phone'),
      support_url: told(answers, 'support_url'),
      url: answers['url'] ?? null,
    },
    business_type: businessTypeOf(account),
    capabilities: capabilitiesOf(world, account),
    charges_enabled: chargesEnabled(world, account),
    controller: {
      type: 'application',
      is_controller: true,
      fees: { payer: account.feesPayer },
      losses: { payments: account.lossesPayer },
      requirement_collection: account.requirementCollection,
      stripe_dashboard: { type: account.dashboard },
    },
    ...companyToWire(account),
    country: account.country,
    created: account.createdUnix,
    default_currency: account.defaultCurrency,
    details_submitted: account.submittedUnix !== null,
    email: account.email,
    external_accounts: externalAccountsOf(account),
    future_requirements: futureRequirementsToWire(requirements),
    ...individualToWire(world, account),
    metadata: { ...account.metadata },
    payouts_enabled: payoutsEnabled(world, account),
    requirements: requirementsToWire(requirements),
    settings: settingsToWire(account.displayName, payoutSettingsOf(account), told(answers, 'statement_descriptor')),
    tos_acceptance: {
      date: account.termsAccepted === false ? null : account.submittedUnix,
      ip: null,
      user_agent: null,
    },
    type: typeOf(account),
  };
}

/** Stripe does not show a company any more once it has asked the seller itself. */
function companyToWire(account: Account): Pick<Stripe.Account, 'company'> {
  const { answers, country, requirementCollection, submittedUnix } = account;
  if (!isRegistered(answers) || (requirementCollection === 'stripe' && submittedUnix !== null)) return {};
  const ownersProvided = told(answers, 'further_owners') !== null;
  return {
    company: {
      address: { city: null, country, line1: null, line2: null, postal_code: null, state: null },
      directors_provided: false,
      executives_provided: false,
      name: told(answers, 'company_name'),
      owners_provided: ownersProvided,
      phone: null,
      tax_id_provided: told(answers, 'tax_id') !== null,
      verification: { document: { back: null, details: null, details_code: null, front: null } },
    },
  };
}

function individualToWire(world: World, { id, answers }: Account): Pick<Stripe.Account, 'individual'> {
  const person = answers['business_type'] === 'individual' ? representativeOf(world, id) : undefined;
  return person === undefined ? {} : { individual: personToWire(world, person) };
}

function businessTypeOf({ answers }: Account): Stripe.Account.BusinessType | null {
  const types = ['individual', 'company', 'non_profit', 'government_entity'] as const;
  return types.find((type) => type === answers['business_type']) ?? null;
}

/** What was answered; null where the answer was left out. */
function told(answers: Account['answers'], name: string): string | null {
  return answers[name] === '' ? null : (answers[name] ?? null);
}

function settingsToWire(
  displayName: string | null,
  payouts: Stripe.Account.Settings.Payouts,
  statementDescriptor: string | null = null,
): Stripe.Account.Settings {
  return {
    branding: { icon: null, logo: null, primary_color: null, secondary_color: null },
    card_payments: {
      decline_on: { avs_failure: false, cvc_failure: false },
      statement_descriptor_prefix: null,
      statement_descriptor_prefix_kana: null,
      statement_descriptor_prefix_kanji: null,
    },
    dashboard: { display_name: displayName, timezone: 'Etc/UTC' },
    payments: {
      statement_descriptor: statementDescriptor,
      statement_descriptor_kana: null,
      statement_descriptor_kanji: null,
      statement_descriptor_prefix_kana: null,
      statement_descriptor_prefix_kanji: null,
    },
    payouts,
  };
}

function payoutSettingsOf(account: Account): Stripe.Account.Settings.Payouts {
  return {
    debit_negative_balances: debitsNegativeBalances(account),
    schedule: scheduleToWire(account.payoutSchedule),
    statement_descriptor: account.payoutDescriptor ?? null,
  };
}

function scheduleToWire(schedule: PayoutSchedule): Stripe.Account.Settings.Payouts.Schedule {
  const { interval, delayDays, weeklyDays, monthlyDays } = schedule;
  const [day] = weeklyDays;
  const [date] = monthlyDays;
  return {
    delay_days: delayDays,
    interval,
    ...(interval === 'weekly' && { weekly_anchor: day, weekly_payout_days: [...weeklyDays] }),
    ...(interval === 'monthly' && { monthly_anchor: date, monthly_payout_days: [...monthlyDays] }),
  };
}

/** The platform's own account: always able to do everything. */
function platformToWire({ platform, settings }: World): Stripe.Account {
  return {
    id: platform,
    object: 'account',
    charges_enabled: true,
    controller: { type: 'account' },
    country: 'US',
    created: 0,
    default_currency: 'usd',
    details_submitted: true,
    email: null,
    metadata: {},
    payouts_enabled: true,
    settings: settingsToWire(settings.platformName, {
      debit_negative_balances: true,
      schedule: scheduleToWire({ delayDays: 2, interval: 'daily', weeklyDays: [], monthlyDays: [] }),
      statement_descriptor: null,
    }),
    type: 'standard',
  };
}
