import { tookFees } from '../../world/ledger.ts';
import type { Account } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import { english } from '../../words/english.ts';
import { feeInvoiceOf } from '../documents/fee-invoice.ts';
import { type Month, monthsOf } from '../documents/months.ts';
import { pdfOf, type PdfLine } from '../documents/pdf.ts';
import { monthInWords, statementOf } from '../documents/statement.ts';
import type { DocumentFile, DocumentRow, Page } from '../frame-data.ts';
import { reportCsv } from '../report-csv.ts';
import { balanceReport } from './reports.ts';

/** A page of documents; each month has two at most. */
const MONTHS_AT_ONCE = 5;

/** Lists the documents of each month that is over, newest first; `after` names the last month already shown. */
export function documentsPage(world: World, account: Account, after: string | null): Page<DocumentRow> {
  const months = monthsOf(world, account.id).filter(({ name }) => after === null || name < after);
  const shown = months.slice(0, MONTHS_AT_ONCE);
  return {
    rows: shown.flatMap((month) => documentsOf(world, account, month)),
    next: months.length > shown.length ? (shown.at(-1)?.name ?? null) : null,
  };
}

function documentsOf(world: World, account: Account, month: Month): readonly DocumentRow[] {
  const about = { monthUnix: month.fromUnix, madeUnix: month.toUnix + 1 };
  return [
    { id: `statement-${month.name}`, kind: 'statement', formats: ['pdf', 'csv'], ...about },
    ...(!tookFees(world, account.id, month)
      ? []
      : [{ id: `fees-${month.name}`, kind: 'fee_invoice', formats: ['pdf'], ...about } as const]),
  ];
}

/** Makes one document, for example `statement-2026-10.pdf`; undefined when there is no such document. */
export function documentFile(world: World, account: Account, name: string): DocumentFile | undefined {
  const [, kind, monthName, format] = /^(statement|fees)-(\d{4}-\d{2})\.(pdf|csv)$/u.exec(name) ?? [];
  const month = monthsOf(world, account.id).find((known) => known.name === monthName);
  if (month === undefined) return undefined;
  if (kind === 'fees') return format === 'pdf' ? pdfFile(name, month, feeInvoiceOf(world, account, month)) : undefined;
  if (format === 'pdf') return pdfFile(name, month, statementOf(world, account, month));
  return { name, type: 'text/csv', content: reportCsv(balanceReport(world, account, month), english) };
}

function pdfFile(name: string, month: Month, lines: readonly PdfLine[] | undefined): DocumentFile | undefined {
  if (lines === undefined) return undefined;
  return { name, type: 'application/pdf', content: pdfOf(`${lines[0]?.left ?? ''}, ${monthInWords(month)}`, lines) };
}
