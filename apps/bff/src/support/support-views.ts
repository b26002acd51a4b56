import { type Endpoint, type startSupportView, SUPPORT_VIEW_HEADER, type SupportView } from '@sellerdesk/contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { appendAudit, type AuditActor } from '../audit/index.ts';
import type { Sql } from '../database/index.ts';
import { type Call, Problem, problem } from '../http/index.ts';
import type { Services } from '../services.ts';
import {
  type EndedBy,
  findView,
  findViewable,
  insertView,
  isKeyUsed,
  isSwitchedOn,
  type NewView,
  selectOver,
  type StoredView,
  updateEnded,
  updateIdle,
} from './support-view-store.ts';

type SupportParts = Pick<Services, 'database' | 'now'>;

const minuteMs = 60_000;
const absoluteMs = 30 * minuteMs;
const idleMs = 10 * minuteMs;
/** How long ago the second factor may have been proven when a view is started. */
const freshMs = 5 * minuteMs;

/** Why a view is not started; each is in the audit. */
type Refusal =
  | 'not_found'
  | 'support_declined'
  | 'support_switched_off'
  | 'support_view_running'
  | 'support_view_started'
  | 'test_accounts_only';

/**
 * Starts a view: staff keep their own session, and nobody becomes the seller.
 *
 * @throws {Problem} `second_factor_stale`, `validation_failed`, and any {@link Refusal}.
 */
export async function startView(
  { database, now }: SupportParts,
  { body, principal, request }: Call<typeof startSupportView>,
): Promise<StoredView> {
  const { staffId, sessionId, secondFactorAt } = principal;
  const at = now();
  if (secondFactorAt === null || at.getTime() - secondFactorAt.getTime() > freshMs)
    throw problem('second_factor_stale');
  const reason = body.reason.trim();
  if (reason.length < 10) throw problem('validation_failed', { fields: [tooShort] });
  const { sellerId, ticket = null, startKey } = body;
  const expiresAt = new Date(at.getTime() + absoluteMs);
  const idleExpiresAt = new Date(at.getTime() + idleMs);
  const view = { startKey, staffId, sessionId, sellerId, reason, ticket, startedAt: at, idleExpiresAt, expiresAt };
  await endOver({ database, now });
  const outcome = await database.asSystem(async (sql) => {
    const started = await insertOrRefuse(sql, view);
    const entry = { at, actor: `staff:${staffId}`, subject: sellerId, requestId: request.id } as const;
    if (typeof started === 'string')
      await appendAudit(sql, {
        ...entry,
        supportViewId: null,
        action: 'support_view_refused',
        details: { why: started, reason, ticket },
      });
    else
      await appendAudit(sql, {
        ...entry,
        supportViewId: started.supportViewId,
        action: 'support_view_started',
        details: { reason, ticket, expiresAt: expiresAt.toISOString() },
      });
    return started;
  });
  if (typeof outcome === 'string') throw problem(outcome);
  return outcome;
}

const tooShort = { field: 'reason', message: 'Write in a few words why: at least ten characters.' };

async function insertOrRefuse(sql: Sql, view: NewView): Promise<StoredView | Refusal> {
  if (!(await isSwitchedOn(sql))) return 'support_switched_off';
  const viewable = await findViewable(sql, view.sellerId);
  if (viewable === undefined) return 'not_found';
  if (viewable.mode !== 'test') return 'test_accounts_only';
  if (!viewable.supportAllowed) return 'support_declined';
  const id = await insertView(sql, view);
  if (id === undefined) return (await isKeyUsed(sql, view.startKey)) ? 'support_view_started' : 'support_view_running';
  return (await findView(sql, id, view.startedAt)) ?? 'not_found';
}

/**
 * Lets the server find out who looks at a seller's pages. Everything is looked at on every request, and each is kept in
 * the audit before it is answered: what was asked for and refused, too.
 */
export function authenticateSupport(
  app: FastifyInstance,
  { database, now }: SupportParts,
): FastifyInstance['authenticateSupport'] {
  return async (request, endpoint) => {
    const staff = await app.authenticateStaff(request);
    if (staff === undefined) throw problem('not_signed_in');
    if (staff.secondFactorAt === null) throw problem('second_factor_due');
    const { staffId, sessionId } = staff;
    const at = now();
    const outcome = await database.asSystem(async (sql) => {
      const view = await viewOf(sql, request, sessionId, at);
      return view === undefined ? problem('support_view_over') : look(sql, { view, request, endpoint, at });
    });
    // What is refused is kept as well, so it must not undo its own transaction.
    if (outcome instanceof Problem) throw outcome;
    const { supportViewId, sellerId } = outcome;
    return { actor: { staffId, supportViewId }, subject: { sellerId }, mode: 'test', sessionId };
  };
}

async function viewOf(
  sql: Sql,
  { headers }: FastifyRequest,
  sessionId: string,
  at: Date,
): Promise<StoredView | undefined> {
  const id = headers[SUPPORT_VIEW_HEADER];
  if (typeof id !== 'string' || !uuid.test(id)) return undefined;
  const view = await findView(sql, id, at);
  return view?.sessionId === sessionId ? view : undefined;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

interface Looking {
  readonly view: StoredView;
  readonly request: FastifyRequest;
  readonly endpoint: Endpoint;
  readonly at: Date;
}

async function look(sql: Sql, { view, request, endpoint, at }: Looking): Promise<StoredView | Problem> {
  const { supportViewId, staffId, sellerId } = view;
  const mayRead = endpoint.access !== 'seller' || endpoint.support === 'read';
  if (mayRead) await updateIdle(sql, supportViewId, new Date(at.getTime() + idleMs));
  await appendAudit(sql, {
    at,
    actor: `staff:${staffId}`,
    subject: sellerId,
    supportViewId,
    action: mayRead ? 'support_view_read' : 'support_view_refused',
    details: { operation: endpoint.operationId },
    requestId: request.id,
  });
  return mayRead ? view : problem('support_read_only');
}

/**
 * Marks every view as ended that is over: its time, its session, the seller's or the operator's will. In a transaction of
 * its own: lines of the audit are added by one at a time, and whoever may add one waits for no other row afterwards.
 */
export async function endOver({ database, now }: SupportParts): Promise<void> {
  const at = now();
  await database.asSystem(async (sql) => {
    for (const { endedBy, ...view } of await selectOver(sql, at)) await endView(sql, view, { at, by: endedBy });
  });
}

interface Ending {
  readonly at: Date;
  readonly by: EndedBy;
  /** Who ended it; nobody did when its time or session was over. */
  readonly actor?: AuditActor;
}

/** Ends a view: the next request in it is refused, on every instance. */
export async function endView(
  sql: Sql,
  { supportViewId, staffId, sellerId }: Pick<StoredView, 'supportViewId' | 'staffId' | 'sellerId'>,
  { at, by, actor = `staff:${staffId}` }: Ending,
): Promise<void> {
  await updateEnded(sql, supportViewId, at, by);
  await appendAudit(sql, {
    at,
    actor,
    subject: sellerId,
    supportViewId,
    action: 'support_view_ended',
    details: { by },
    requestId: null,
  });
}

/** Returns a view as its pages know it. */
export function viewReply(view: StoredView): SupportView {
  const { supportViewId, staffName, sellerId, businessName, email, reason, ticket } = view;
  return {
    supportViewId,
    staffName,
    seller: { sellerId, businessName, email },
    reason,
    ticket,
    startedAt: view.startedAt.toISOString(),
    expiresAt: view.expiresAt.toISOString(),
    idleExpiresAt: view.idleExpiresAt.toISOString(),
  };
}
