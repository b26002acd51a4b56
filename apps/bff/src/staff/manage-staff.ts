import type { StaffRole } from '@sellerdesk/contract';
import type { Sql } from '../database/index.ts';
import { createToken } from '../identity/index.ts';
import { keepStaffAct } from './keep-staff-act.ts';
import { createTotpSecret } from './second-factor.ts';
import { deleteSetUp, replaceSetUp } from './set-up-store.ts';
import { deleteStaffIdentity } from './staff-identity-store.ts';
import { deleteSessionsOfStaff } from './staff-session-store.ts';
import { findStaffByEmail, insertStaff, type StoredStaff, updateDisabled, updateRole } from './staff-store.ts';

const dayMs = 24 * 3_600_000;

/** A set-up link's token; whoever has it becomes this person, so it goes to them alone. */
export interface SetUpLink {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Adds somebody and returns the token of their set-up link; nothing when the address is taken. */
export async function addStaff(
  sql: Sql,
  person: Pick<StoredStaff, 'email' | 'name' | 'role'>,
  now: Date,
): Promise<SetUpLink | undefined> {
  const staff = await insertStaff(sql, { ...person, createdAt: now });
  if (staff === undefined) return undefined;
  const { staffId, email, name, role } = staff;
  const link = await giveLink(sql, staffId, now);
  await keep(sql, 'staff_added', { staffId, email, name, role }, now);
  return link;
}

/** Lets somebody set themselves up anew, for a day; until they do, what they had goes on. Enables whoever was disabled. */
export async function resetStaff(sql: Sql, email: string, now: Date): Promise<SetUpLink> {
  const { staffId } = await getByEmail(sql, email);
  await deleteSessionsOfStaff(sql, staffId);
  await updateDisabled(sql, staffId, null);
  const link = await giveLink(sql, staffId, now);
  await keep(sql, 'staff_reset', { staffId }, now);
  return link;
}

/** Locks somebody out: every session of theirs is over at the next request, on every instance. */
export async function disableStaff(sql: Sql, email: string, now: Date): Promise<void> {
  const { staffId } = await getByEmail(sql, email);
  await updateDisabled(sql, staffId, now);
  await deleteSetUp(sql, staffId);
  await deleteSessionsOfStaff(sql, staffId);
  await keep(sql, 'staff_disabled', { staffId }, now);
}

/** Gives somebody another role; what they had open is over. */
export async function changeRole(sql: Sql, email: string, role: StaffRole, now: Date): Promise<void> {
  const { staffId } = await getByEmail(sql, email);
  await updateRole(sql, staffId, role);
  await deleteSessionsOfStaff(sql, staffId);
  await keep(sql, 'staff_role_changed', { staffId, role }, now);
}

/**
 * Forgets who somebody is at the identity provider and ends what they have open: the next time their verified address says
 * it again. Says whether there was anything to forget.
 */
export async function unlinkStaff(sql: Sql, email: string, now: Date): Promise<boolean> {
  const { staffId } = await getByEmail(sql, email);
  if (!(await deleteStaffIdentity(sql, staffId))) return false;
  await deleteSessionsOfStaff(sql, staffId);
  await keep(sql, 'staff_identity_unlinked', { staffId }, now);
  return true;
}

/** The operator did it. */
function keep(sql: Sql, action: `staff_${string}`, details: Readonly<Record<string, string>>, at: Date): Promise<void> {
  return keepStaffAct(sql, { at, action, actor: 'operator', details, requestId: null });
}

async function giveLink(sql: Sql, staffId: string, now: Date): Promise<SetUpLink> {
  const link = { token: createToken(), expiresAt: new Date(now.getTime() + dayMs) };
  await replaceSetUp(sql, { ...link, staffId, totpSecret: createTotpSecret() });
  return link;
}

async function getByEmail(sql: Sql, email: string): Promise<StoredStaff> {
  const staff = await findStaffByEmail(sql, email);
  if (staff === undefined) throw new Error(`Nobody of the staff has the address ${email}.`);
  return staff;
}
