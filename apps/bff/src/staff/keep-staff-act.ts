import { type AuditActor, appendAudit } from '../audit/index.ts';
import type { Sql } from '../database/index.ts';

/** Something that was done with somebody's access, by themselves or by the operator. */
interface StaffAct {
  readonly at: Date;
  readonly action: `staff_${string}`;
  readonly actor: AuditActor;
  readonly details: Readonly<Record<string, string>>;
  readonly requestId: string | null;
}

/** Keeps it in the audit, last in its transaction: the lines of what staff look at name them by an id alone. */
export async function keepStaffAct(sql: Sql, act: StaffAct): Promise<void> {
  await appendAudit(sql, { ...act, subject: null, supportViewId: null });
}
