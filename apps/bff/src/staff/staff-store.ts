import type { StaffRole } from '@sellerdesk/contract';
import type { Sql } from '../database/index.ts';

/** Somebody of the platform, without what proves who they are. */
export interface StoredStaff {
  readonly staffId: string;
  readonly email: string;
  readonly name: string;
  readonly role: StaffRole;
}

/** Somebody who can sign in: set up, and not disabled. */
export interface StaffWithSecrets extends StoredStaff {
  readonly passwordHash: string;
  readonly totpSecret: Buffer;
}

/** Returns the new one, or nothing when the e-mail address, in any case, is taken. */
export async function insertStaff(
  sql: Sql,
  { email, name, role, createdAt }: Omit<StoredStaff, 'staffId'> & { readonly createdAt: Date },
): Promise<StoredStaff | undefined> {
  const [inserted] = await sql<StoredStaff>`
    insert into staff (email, name, role, created_at) values (${email}, ${name}, ${role}, ${createdAt})
    on conflict (lower(email)) do nothing
    returning staff_id as "staffId", email, name, role`;
  return inserted;
}

/** Returns whoever has this address, disabled or not. */
export async function findStaffByEmail(sql: Sql, email: string): Promise<StoredStaff | undefined> {
  const [staff] = await sql<StoredStaff>`
    select staff_id as "staffId", email, name, role from staff where lower(email) = lower(${email})`;
  return staff;
}

/** Returns who may sign in with this address. */
export async function findStaffToSignIn(sql: Sql, email: string): Promise<StaffWithSecrets | undefined> {
  const [staff] = await sql<StaffWithSecrets>`
    select staff_id as "staffId", email, name, role, password_hash as "passwordHash", totp_secret as "totpSecret"
    from staff where lower(email) = lower(${email}) and password_hash is not null and disabled_at is null`;
  return staff;
}

export async function getStaffById(sql: Sql, staffId: string): Promise<StoredStaff> {
  const [staff] = await sql<StoredStaff>`
    select staff_id as "staffId", email, name, role from staff where staff_id = ${staffId}`;
  if (staff === undefined) throw new Error('A session has no staff');
  return staff;
}

/** Sets what somebody proves themselves with from now on. */
export async function updateSecrets(
  sql: Sql,
  staffId: string,
  secrets: { readonly passwordHash: string; readonly totpSecret: Buffer; readonly usedStep: number },
): Promise<void> {
  const { passwordHash, totpSecret, usedStep } = secrets;
  await sql`
    update staff set password_hash = ${passwordHash}, totp_secret = ${totpSecret}, totp_used_step = ${usedStep}
    where staff_id = ${staffId}`;
}

/** Says whether a step had not been used, and is from now on. Two at the same time: one of them. */
export async function takeStep(sql: Sql, staffId: string, step: number): Promise<boolean> {
  const rows = await sql<{ staff_id: string }>`
    update staff set totp_used_step = ${step} where staff_id = ${staffId} and totp_used_step < ${step}
    returning staff_id`;
  return rows.length === 1;
}

/** Returns the secret codes are made from. */
export async function selectTotpSecret(sql: Sql, staffId: string): Promise<Buffer | undefined> {
  const [row] = await sql<{ totp_secret: Buffer | null }>`select totp_secret from staff where staff_id = ${staffId}`;
  return row?.totp_secret ?? undefined;
}

export async function updateDisabled(sql: Sql, staffId: string, at: Date | null): Promise<void> {
  await sql`update staff set disabled_at = ${at} where staff_id = ${staffId}`;
}

export async function updateRole(sql: Sql, staffId: string, role: StaffRole): Promise<void> {
  await sql`update staff set role = ${role} where staff_id = ${staffId}`;
}

/** Lists everybody, by address. */
export async function listStaff(
  sql: Sql,
): Promise<(StoredStaff & { readonly isSetUp: boolean; readonly disabledAt: Date | null })[]> {
  return sql`
    select staff_id as "staffId", email, name, role, password_hash is not null as "isSetUp", disabled_at as "disabledAt"
    from staff order by lower(email)`;
}
