import type { FastifyRequest } from 'fastify';
import { isFromSamePage } from '../../hosted/form-origin.ts';
import { allows, resolveAccountSession } from '../../world/account-sessions.ts';
import type { Account, AccountSession } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import { notAllowed, otherPlatform, sessionOver } from './refusal.ts';

/** One question of a frame: who asks, and what the session lets them do. */
export type Asked = {
  readonly world: World;
  readonly account: Account;
  readonly session: AccountSession;
  /** The object named in the path. */
  readonly id: string;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  /** The components that ask, as far as the session has them. */
  readonly granted: readonly string[];
  /** Tells whether the component that asks has a feature in this session. */
  readonly may: (feature: string) => boolean;
};

/**
 * Checks who asks. `components` are those that show this; without any, every session may ask.
 *
 * @throws {FrameRefusal} 401 without a living session, 403 for another origin or a component the session does not have.
 */
export function askedBy(world: World, request: FastifyRequest, components: readonly string[]): Asked {
  if (!isFromSamePage(request)) throw notAllowed('not_from_frame');
  const { 'publishable-key': key = world.settings.publishableKey } = request.headers;
  if (key !== world.settings.publishableKey) throw otherPlatform(String(key));
  const session = resolveAccountSession(world, secretOf(request));
  const account = session && world.store.find('account', session.connectedAccount);
  if (session === undefined || account === undefined || account.deauthorized) throw sessionOver();
  const granted = asking(request, components).filter((component) => allows(session, component));
  if (components.length > 0 && granted.length === 0) {
    throw notAllowed('component_not_included', components.join(', '));
  }
  return {
    world,
    account,
    session,
    id: idOf(request),
    query: new URLSearchParams(request.url.split('?', 2)[1] ?? ''),
    body: bodyOf(request),
    granted,
    may: (feature) => granted.some((component) => allows(session, component, feature)),
  };
}

function secretOf({ headers }: FastifyRequest): string {
  const [scheme, secret] = (headers.authorization ?? '').split(' ', 2);
  return scheme === 'Bearer' && secret !== undefined ? secret : '';
}

/** A frame says for which component it asks: what one component may do, another one of the same session may not. */
function asking({ headers }: FastifyRequest, components: readonly string[]): readonly string[] {
  const named = headers['frame-component'];
  return named === undefined
    ? components
    : components.filter((component) => component === String(named).replaceAll('-', '_'));
}

function idOf({ params }: FastifyRequest): string {
  const named: object = typeof params === 'object' && params !== null ? params : {};
  return 'id' in named ? String(named.id) : '';
}

function bodyOf({ body }: FastifyRequest): Asked['body'] {
  return typeof body === 'object' && body !== null ? Object.fromEntries(Object.entries(body)) : {};
}
