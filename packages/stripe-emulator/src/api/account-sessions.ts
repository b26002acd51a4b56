import type Stripe from 'stripe';
import { createAccountSession } from '../world/account-sessions.ts';
import { featuresFor, SESSION_COMPONENTS } from '../world/session-components.ts';
import type { Account, AccountSession, SessionComponent } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { operation, type Operation } from '../wire/operation.ts';
import { bool, object, type ParamTable, required, text } from '../wire/params.ts';
import { invalidParam } from '../wire/stripe-error.ts';
import { connectedAccount } from './connected-account.ts';

const componentParams: ParamTable = Object.fromEntries(
  Object.entries(SESSION_COMPONENTS).map(([component, features]) => {
    const featureParams = Object.fromEntries(Object.keys(features).map((feature) => [feature, bool()]));
    return [component, object({ enabled: required(bool()), features: object(featureParams) })];
  }),
);

interface AskedComponent {
  readonly enabled: boolean;
  readonly features?: Readonly<Record<string, boolean | undefined>>;
}

/** Sessions for embedded components: what they grant is decided here and enforced wherever a frame asks. */
export const accountSessionOperations: readonly Operation[] = [
  operation({
    method: 'POST',
    path: '/v1/account_sessions',
    params: { account: required(text()), components: required(object(componentParams)) },
    run: (call) => {
      const account = connectedAccount(call, call.params.account);
      const asked = Object.entries(call.params.components).flatMap(([name, value]) =>
        isAsked(value) ? [[name, value] as const] : [],
      );
      if (asked.length === 0) throw invalidParam('At least one component must be enabled.', 'components');
      const components = Object.fromEntries(
        asked.map(([name, component]) => [name, granted(name, component, account)]),
      );
      return accountSessionToWire(call.world, createAccountSession(call.world, account.id, components));
    },
  }),
];

function isAsked(value: unknown): value is AskedComponent {
  return typeof value === 'object' && value !== null && 'enabled' in value && typeof value.enabled === 'boolean';
}

function granted(name: string, { enabled, features = {} }: AskedComponent, account: Account): SessionComponent {
  if (features['disable_stripe_user_authentication'] === true && account.requirementCollection === 'stripe')
    throw invalidParam(
      'disable_stripe_user_authentication can only be true for accounts where the platform collects requirements.',
      `components[${name}][features][disable_stripe_user_authentication]`,
    );
  if (features['external_account_collection'] === false && account.requirementCollection === 'stripe')
    throw invalidParam(
      'external_account_collection can only be false for accounts where the platform collects requirements.',
      `components[${name}][features][external_account_collection]`,
    );
  return { enabled, features: featuresFor(name, account, features) };
}

/** Stripe lists every component; what was not asked for is off, with all its features. */
const NOTHING_GRANTED = Object.fromEntries(
  Object.entries(SESSION_COMPONENTS).map(([name, features]) => [
    name,
    { enabled: false, features: Object.fromEntries(Object.keys(features).map((feature) => [feature, false])) },
  ]),
);

/** Turns a session into Stripe's shape. */
export function accountSessionToWire(world: World, session: AccountSession): Stripe.AccountSession {
  // Each component has the features of the emulator's table, which is made from Stripe's.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return {
    object: 'account_session',
    account: session.connectedAccount,
    client_secret: session.clientSecret,
    components: { ...NOTHING_GRANTED, ...session.components },
    expires_at: session.expiresUnix,
    livemode: world.settings.livemode,
  } as unknown as Stripe.AccountSession;
}
