import { expect, it } from 'vitest';
import { english } from '../words/english.ts';
import { reportCsv } from './report-csv.ts';

const line = {
  id: 'txn_1',
  type: 'charge' as const,
  createdUnix: 0,
  currency: 'usd',
  amount: 2500,
  fee: 103,
  net: 2397,
  payout: null,
};
const csvOf = (description: string) =>
  reportCsv({ fromUnix: 0, toUnix: 0, totals: [], lines: [{ ...line, description }] }, english).split('\r\n')[1];

it('writes a line with its amounts as one types them', () => {
  expect(csvOf('Bowl')).toBe('txn_1,1970-01-01T00:00:00.000Z,Bowl,usd,25.00,1.03,23.97,');
});

it('keeps commas and quotes inside their cell', () => {
  expect(csvOf('Bowl, "blue"')).toContain(',"Bowl, ""blue""",');
});

it.each(['=1+1', '+1', '-1', '@sum'])('lets no spreadsheet run %s', (text) => {
  expect(csvOf(text)).toContain(`,'${text},`);
});
