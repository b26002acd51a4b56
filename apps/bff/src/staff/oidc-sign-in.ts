import type { Sql } from '../database/index.ts';
import { isEmailAddress } from '../http/index.ts';
import { keepStaffAct } from './keep-staff-act.ts';
import { type Arrival, type Identity, OidcRefused } from '../oidc/index.ts';
import {
  findStaffByIdentity,
  findStandingByEmail,
  insertStaffIdentity,
  type StaffStanding,
} from './staff-identity-store.ts';
import type { StaffParts } from './staff-parts.ts';
import { startStaffSession } from './staff-sessions.ts';

/**
 * Signs somebody of the platform in by half: the provider's word stands in for the password, and the second factor is due
 * as ever. Returns the page that asks for it.
 *
 * @throws {OidcRefused} `not_staff`, `email_not_verified`, `identity_changed`, `set_up_due`
 */
export async function enterStaff({ database, now }: StaffParts, arrival: Arrival): Promise<string> {
  const { identity, sessionBefore, request, reply } = arrival;
  const at = now();
  await database.asSystem(async (sql) => {
    const bound = await findStaffByIdentity(sql, identity);
    const staff = bound ?? (await findUnbound(sql, identity));
    if (staff === undefined || staff.isDisabled) throw new OidcRefused('not_staff');
    if (!staff.isSetUp) throw new OidcRefused('set_up_due');
    const isNew = bound === undefined && (await bind(sql, staff.staffId, identity, at));
    await startStaffSession(sql, { request, reply, staffId: staff.staffId, now: at, sessionBefore });
    if (isNew) await keepBound(sql, staff.staffId, { identity, at, requestId: request.id });
  });
  return '/support/sign-in?step=code';
}

/** The first time, the address says who it is, if the provider has seen that it is theirs. */
async function findUnbound(sql: Sql, { claims }: Identity): Promise<StaffStanding | undefined> {
  const { email, email_verified: isVerified } = claims;
  if (typeof email !== 'string' || !isEmailAddress(email) || isVerified !== true)
    throw new OidcRefused('email_not_verified');
  return findStandingByEmail(sql, email);
}

/**
 * From now on the subject says who it is, and the address nothing: providers give addresses to somebody else in time. Says
 * whether it does since now.
 */
async function bind(sql: Sql, staffId: string, identity: Identity, at: Date): Promise<boolean> {
  if (await insertStaffIdentity(sql, { staffId, identity, at })) return true;
  // Two tabs at the same time are the same person.
  if ((await findStaffByIdentity(sql, identity))?.staffId === staffId) return false;
  throw new OidcRefused('identity_changed');
}

async function keepBound(
  sql: Sql,
  staffId: string,
  { identity, at, requestId }: { readonly identity: Identity; readonly at: Date; readonly requestId: string },
): Promise<void> {
  const { issuer, subject } = identity;
  const details = { issuer, subject };
  await keepStaffAct(sql, { at, actor: `staff:${staffId}`, action: 'staff_identity_bound', details, requestId });
}
