import { typedAmount } from './format.ts';
import type { Report } from './frame-data.ts';

const HEAD = ['id', 'created', 'description', 'currency', 'gross', 'fee', 'net', 'payout'];

/** Writes the lines of a report as a table that every spreadsheet reads. */
export function reportCsv({ lines }: Report): string {
  const rows = lines.map(({ id, createdUnix, text, currency, amount, fee, net, payout }) => [
    id,
    new Date(createdUnix * 1000).toISOString(),
    harmless(text),
    currency,
    typedAmount(amount, currency),
    typedAmount(fee, currency),
    typedAmount(net, currency),
    payout ?? '',
  ]);
  return [HEAD, ...rows].map((cells) => cells.map(quoted).join(',')).join('\r\n') + '\r\n';
}

/** A spreadsheet would run a text that begins like a formula; a customer may have written it. */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
