import { invalidRequest, referenceMissing } from '../wire/stripe-error.ts';
import type { AccountToken } from './state.ts';
import { born, type World } from './world.ts';

/** How long a token can be used; Stripe says when, and not how that is found. */
const SECONDS_VALID = 3600;

/** Keeps what somebody said of an account, or of a person behind one, until the platform hands its token in. */
export function createAccountToken(
  world: World,
  account: string,
  token: Pick<AccountToken, 'about' | 'connectedAccount' | 'said'>,
): AccountToken {
  const start = born(world, token.about === 'account' ? 'accttok' : 'perstok', account);
  return world.store.insert('account_token', {
    ...start,
    ...token,
    expiresUnix: start.createdUnix + SECONDS_VALID,
    used: false,
  });
}

/**
 * Uses a token up and returns what was said with it.
 *
 * @throws {StripeError} for one that is none, was used, is over, or is about somebody else.
 */
export function spendAccountToken(
  world: World,
  id: string,
  about: Pick<AccountToken, 'about' | 'connectedAccount'>,
): AccountToken['said'] {
  const param = `${about.about}_token`;
  const token = world.store.find('account_token', id);
  if (token?.about !== about.about || token.connectedAccount !== about.connectedAccount)
    throw referenceMissing('token', id, param);
  if (token.used)
    throw invalidRequest(`You cannot use a Stripe token more than once: ${id}.`, { code: 'token_already_used', param });
  if (token.expiresUnix < world.clock.nowUnix())
    throw invalidRequest(`This token has expired: ${id}.`, { code: 'expired_token', param });
  world.store.update('account_token', id, { used: true });
  return token.said;
}
