import { currency, money } from '@sellerdesk/money';
import { expect, test } from 'vitest';
import { breakdownLines } from './breakdown-lines.ts';

const terms = { platformName: 'Marlow', fee: { basisPoints: 250, minimumMinor: { gbp: 25 } }, country: 'GB' };
const linesOf = (code: string, minor: bigint): readonly string[] =>
  breakdownLines(money(minor, currency(code)), terms, 'en-GB').map(({ label, value }) => `${label}: ${value}`);

const feeExplained = (code: string): string | undefined =>
  breakdownLines(money(5000n, currency(code)), terms, 'en-GB').find(({ name }) => name === 'platform')?.explanation;

test("a charge in the country's own currency shows what every party takes and what is left", () => {
  expect(linesOf('gbp', 24_000n)).toEqual([
    'Your customer pays: £240.00',
    'Marlow fee: -£6.00',
    'Stripe fee, estimated: -£3.80',
    'You get about: £230.20',
  ]);
});

test("where Stripe's price is not known, nothing is made up and the net says what it leaves out", () => {
  expect(linesOf('eur', 24_000n).slice(2)).toEqual([
    'Stripe fee: Known once paid',
    "You get, before Stripe's fee: €234.00",
  ]);
});

test('the fee is explained with its share and, where there is one, its minimum', () => {
  expect(feeExplained('gbp')).toBe('2.5% of the amount, but at least £0.25. Taken when your customer pays.');
  expect(feeExplained('eur')).toBe('2.5% of the amount. Taken when your customer pays.');
});
