import type { Words } from '../words/english.ts';
import { typedAmount } from './format.ts';
import type { Report } from './frame-data.ts';
import { bookingInWords } from './in-words.ts';

const HEAD = ['id', 'created', 'description', 'currency', 'gross', 'fee', 'net', 'payout'];

/** Writes the lines of a report as a table that every spreadsheet reads. */
export function reportCsv({ lines }: Report, words: Words): string {
  const rows = lines.map(({ id, createdUnix, currency, amount, fee, net, payout, ...booking }) => [
    id,
    new Date(createdUnix * 1000).toISOString(),
    harmless(bookingInWords(booking, words)),
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
