import { resolveAccountSession } from './account-sessions.ts';
import { randomText } from './ids.ts';
import type { Account, AccountSession } from './state.ts';
import type { World } from './world.ts';

const LIFETIME_SECONDS = 300;

/** Makes the way to Stripe's own window, where whoever uses an account session shows who they are. Returns its address. */
export function startSignIn(world: World, { id }: AccountSession): string {
  const { store, clock, settings } = world;
  const signInToken = randomText(world, 40);
  store.update('account_session', id, { signInToken, signInExpiresUnix: clock.nowUnix() + LIFETIME_SECONDS });
  return `${settings.url}/connect/sign-in/${signInToken}`;
}

/** Returns whose window it is; undefined once it was used, its time is over, or its session is. */
export function ownerOfSignIn(world: World, token: string): Account | undefined {
  const session = sessionOf(world, token);
  return session && world.store.find('account', session.connectedAccount);
}

/** Signs in: from here on the session may do what needs it. */
export function finishSignIn(world: World, token: string): void {
  const session = sessionOf(world, token);
  if (session === undefined) throw new Error('Nobody signs in here');
  world.store.update('account_session', session.id, { signInToken: null, signedInUnix: world.clock.nowUnix() });
}

function sessionOf(world: World, signInToken: string): AccountSession | undefined {
  const [session] = world.store.all('account_session', world.platform, { signInToken });
  if (session === undefined || (session.signInExpiresUnix ?? 0) <= world.clock.nowUnix()) return undefined;
  return resolveAccountSession(world, session.clientSecret);
}
