import type { Sql } from '../database/index.ts';

/** Replaces the recovery codes somebody has. */
export async function insertRecoveryCodes(sql: Sql, staffId: string, hashes: readonly Buffer[]): Promise<void> {
  await sql`delete from staff_recovery_codes where staff_id = ${staffId}`;
  for (const hash of hashes)
    await sql`insert into staff_recovery_codes (code_hash, staff_id) values (${hash}, ${staffId})`;
}

/** Says whether there was such a code; there is none any more. */
export async function deleteRecoveryCode(sql: Sql, staffId: string, hash: Buffer): Promise<boolean> {
  const rows = await sql<{ staff_id: string }>`
    delete from staff_recovery_codes where code_hash = ${hash} and staff_id = ${staffId} returning staff_id`;
  return rows.length === 1;
}
