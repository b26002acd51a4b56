import type { Sql } from '../database/index.ts';
import type { StoredStaff } from './staff-store.ts';

/** A subject at an issuer. */
interface IdentityKey {
  readonly issuer: string;
  readonly subject: string;
}

/** Somebody of the staff, and whether they can be let in. */
export interface StaffStanding extends Pick<StoredStaff, 'staffId'> {
  readonly isSetUp: boolean;
  readonly isDisabled: boolean;
}

export async function findStaffByIdentity(sql: Sql, identity: IdentityKey): Promise<StaffStanding | undefined> {
  const [staff] = await sql<StaffStanding>`
    select staff_id as "staffId", totp_secret is not null as "isSetUp", disabled_at is not null as "isDisabled"
    from staff_identities join staff using (staff_id)
    where issuer = ${identity.issuer} and subject = ${identity.subject}`;
  return staff;
}

/**
 * Returns who has an address, in whatever case. Only letters of ASCII have two: Unicode's rules make a k of the Kelvin sign,
 * and whoever owns `\u212Ay@…` is not `ky@…`.
 */
export async function findStandingByEmail(sql: Sql, email: string): Promise<StaffStanding | undefined> {
  const [staff] = await sql<StaffStanding>`
    select staff_id as "staffId", totp_secret is not null as "isSetUp", disabled_at is not null as "isDisabled"
    from staff where lower(email collate "C") = ${email.replaceAll(/[A-Z]/gu, (letter) => letter.toLowerCase())}`;
  return staff;
}

/** Says whether the subject is bound to this person from now on; not when either is bound to another already. */
export async function insertStaffIdentity(
  sql: Sql,
  { staffId, identity, at }: { readonly staffId: string; readonly identity: IdentityKey; readonly at: Date },
): Promise<boolean> {
  const rows = await sql<{ staff_id: string }>`
    insert into staff_identities (staff_id, issuer, subject, bound_at)
    values (${staffId}, ${identity.issuer}, ${identity.subject}, ${at})
    on conflict do nothing returning staff_id`;
  return rows.length === 1;
}

/** Says whether there was one to be forgotten. */
export async function deleteStaffIdentity(sql: Sql, staffId: string): Promise<boolean> {
  const rows = await sql<{ staff_id: string }>`
    delete from staff_identities where staff_id = ${staffId} returning staff_id`;
  return rows.length === 1;
}
