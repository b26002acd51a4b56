import { randomText } from './ids.ts';
import type { AccountSession, SessionComponent } from './state.ts';
import type { World } from './world.ts';

/** Makes a session; its secret is the only thing a browser needs, and all it gets. */
export function createAccountSession(
  world: World,
  connectedAccount: string,
  components: Readonly<Record<string, SessionComponent>>,
): AccountSession {
  const secret = randomText(world, 52);
  return world.store.insert('account_session', {
    id: `accs_${secret}`,
    account: world.platform,
    createdUnix: world.clock.nowUnix(),
    connectedAccount,
    components,
    clientSecret: `accs_secret__${secret}`,
    expiresUnix: world.clock.nowUnix() + world.settings.accountSessionSeconds,
  });
}

/** Returns the session of a secret; undefined when there is none or its time is over. */
export function resolveAccountSession(world: World, clientSecret: string): AccountSession | undefined {
  const session = world.store.find('account_session', clientSecret.replace('accs_secret__', 'accs_'));
  return session !== undefined && session.expiresUnix > world.clock.nowUnix() ? session : undefined;
}

/** Says whether a session may show a component, and use a feature of it. */
export function allows({ components }: AccountSession, component: string, feature?: string): boolean {
  const granted = components[component];
  if (granted?.enabled !== true) return false;
  return feature === undefined || granted.features[feature] === true;
}

/** Ends every session now: what a browser holds is refused from here on. */
export function expireAccountSessions(world: World): void {
  const now = world.clock.nowUnix();
  for (const { id, expiresUnix } of world.store.everywhere('account_session')) {
    if (expiresUnix > now) world.store.update('account_session', id, { expiresUnix: now });
  }
}
