export { appendAudit } from './append-audit.ts';
export { headFromText, textFromHead } from './audit-head.ts';
export type { AuditActor, AuditEntry } from './audit-line.ts';
export { exportAudit } from './export-audit.ts';
export { type AuditFault, type AuditVerdict, verifyAudit } from './verify-audit.ts';
