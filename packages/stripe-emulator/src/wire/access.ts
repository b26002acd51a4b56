import type { IncomingHttpHeaders } from 'node:http';
import { API_VERSION } from '../world/events.ts';
import { findRestrictedKey } from '../world/restricted-keys.ts';
import type { World } from '../world/world.ts';
import { isPublished } from './api-versions.ts';
import type { Operation } from './operation.ts';
import { hidden, requirePermission } from './permissions.ts';
import { StripeError } from './stripe-error.ts';

/**
 * Decides on whose behalf a request is made: the platform's, or that of one of its connected accounts.
 *
 * @throws {StripeError} without a key of this platform that may do this, or with an account it has no access to.
 */
export function accountInEffect(
  world: World,
  headers: IncomingHttpHeaders,
  operation: Pick<Operation, 'method' | 'path'>,
): string {
  const key = keyFrom(headers.authorization);
  requireKey(world, key, operation);
  versionInEffect(headers);
  const account = accountNamed(world, headers);
  requirePermission(world, key, account, operation);
  return account;
}

function accountNamed(world: World, headers: IncomingHttpHeaders): string {
  const named = headers['stripe-account'] ?? headers['stripe-context'];
  if (named === undefined || named === '' || named === world.platform) return world.platform;
  const id = String(named);
  const account = world.store.find('account', id);
  if (account === undefined || account.deauthorized) throw noAccess(world, id);
  return id;
}

/** What a browser may do with the publishable key; a payment is seen and confirmed by whoever knows its secret. */
const BY_BROWSERS: ReadonlySet<string> = new Set([
  'POST /v1/tokens',
  'POST /v1/payment_methods',
  'GET /v1/payment_intents/:id',
  'POST /v1/payment_intents/:id/confirm',
  'POST /v2/core/account_tokens',
  'POST /v2/core/accounts/:id/person_tokens',
]);

/**
 * Refuses a browser that names a payment and does not know its secret.
 *
 * @throws {StripeError} as for any call that takes a secret key.
 */
export function requireClientSecret(
  world: World,
  headers: IncomingHttpHeaders,
  { path }: Pick<Operation, 'path'>,
  params: Readonly<Record<string, unknown>>,
): void {
  const isPayment = path.startsWith('/v1/payment_intents/:id');
  if (isBrowser(world, headers) && isPayment && typeof params['client_secret'] !== 'string') throw secretKeyRequired();
}

/** Says whether it is a browser that asks: with the publishable key, which everybody may know. */
export function isBrowser({ settings }: World, headers: IncomingHttpHeaders): boolean {
  return keyFrom(headers.authorization) === settings.publishableKey;
}

/** What Stripe answers for an account that is not, or no longer, connected. */
export function noAccess(world: World, account: string): StripeError {
  const message = `The provided key '${hidden(world.settings.secretKey)}' does not have access to account '${account}' (or that account does not exist). Application access may have been revoked.`;
  return new StripeError(403, { type: 'invalid_request_error', code: 'account_invalid', message }, true);
}

const LIVE_KEY = 'The emulator takes no live keys: this one should not have left where it is kept.';

function keyFrom(authorization: string | undefined): string {
  const [scheme = '', value = ''] = (authorization ?? '').split(' ', 2);
  if (scheme.toLowerCase() === 'basic') return Buffer.from(value, 'base64').toString().split(':')[0] ?? '';
  return scheme.toLowerCase() === 'bearer' ? value : '';
}

function requireKey(world: World, key: string, { method, path }: Pick<Operation, 'method' | 'path'>): void {
  const { settings } = world;
  if (key === settings.secretKey || findRestrictedKey(world, key) !== undefined) return;
  const isPublishable = key === settings.publishableKey;
  if (isPublishable && BY_BROWSERS.has(`${method} ${path}`)) return;
  if (key === '')
    throw unauthorized(
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
    );
  if (isPublishable) throw secretKeyRequired();
  if (/^[prs]k_live_/u.test(key)) throw unauthorized(LIVE_KEY);
  throw unauthorized(`Invalid API Key provided: ${hidden(key)}`);
}

/**
 * Returns the version that a request asks for. Older ones are answered in the shapes of the pinned one.
 *
 * @throws {StripeError} for what was not published by then.
 */
export function versionInEffect({ 'stripe-version': version }: IncomingHttpHeaders): string {
  if (version === undefined || version === '') return API_VERSION;
  const [asked = ''] = String(version).split(';', 1);
  if (isPublished(asked, API_VERSION)) return asked;
  throw new StripeError(400, { type: 'invalid_request_error', message: `Invalid Stripe API version: ${asked}` }, true);
}

function secretKeyRequired(): StripeError {
  return unauthorized(
    'This API call cannot be made with a publishable API key. Please use a secret API key. You can find a list of your API keys at https://dashboard.stripe.com/account/apikeys.',
    'secret_key_required',
  );
}

function unauthorized(message: string, code?: string): StripeError {
  return new StripeError(401, { type: 'invalid_request_error', message, ...(code !== undefined && { code }) }, true);
}
