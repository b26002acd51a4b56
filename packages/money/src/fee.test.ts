import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chargeStepOf, currencies, currency } from './currency.ts';
import { breakdownOfCharge, type FeePolicy, platformFee } from './fee.ts';
import { add, money } from './money.ts';

const gbp = currency('gbp');
const policy: FeePolicy = { basisPoints: 250, minimumMinor: { gbp: 30 } };
const amounts = fc.bigInt({ min: 0n, max: 99_999_999n });
const policies = fc.record({ basisPoints: fc.nat(10_000), minimumMinor: fc.record({ gbp: fc.nat(500) }) });

test('the share is rounded half up to a whole penny', () => {
  expect(platformFee(money(10_020n, gbp), policy).minor).toBe(251n); // 250.5
  expect(platformFee(money(10_019n, gbp), policy).minor).toBe(250n); // 250.475
});

test('a small charge pays the minimum, but never more than itself', () => {
  expect(platformFee(money(500n, gbp), policy).minor).toBe(30n);
  expect(platformFee(money(20n, gbp), policy).minor).toBe(20n);
});

test('a fee is never negative, never above the amount, and never falls as the amount grows', () => {
  fc.assert(
    fc.property(amounts, amounts, policies, (a, b, anyPolicy) => {
      const [low, high] = a < b ? [a, b] : [b, a];
      const fee = platformFee(money(low, gbp), anyPolicy).minor;
      expect(fee).toBeGreaterThanOrEqual(0n);
      expect(fee).toBeLessThanOrEqual(low);
      expect(platformFee(money(high, gbp), anyPolicy).minor).toBeGreaterThanOrEqual(fee);
    }),
  );
});

test.each([
  ['isk', 12_300n, 300n], // 307.5
  ['isk', 26_000n, 700n], // 650
  ['kwd', 1230n, 30n], // 30.75
  ['ugx', 1_234_500n, 30_900n], // 30,862.5
] as const)('in %s the share of %s is rounded half up to what can be charged', (code, amount, fee) => {
  expect(platformFee(money(amount, currency(code)), { basisPoints: 250, minimumMinor: {} }).minor).toBe(fee);
});

test('a fee is always an amount its currency can be charged in', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...currencies),
      amounts,
      fc.nat(10_000),
      fc.nat(500),
      (code, steps, basisPoints, least) => {
        const step = chargeStepOf(code);
        const amount = money(steps * step, code);
        const fee = platformFee(amount, { basisPoints, minimumMinor: { [code]: least } }).minor;
        expect(fee % step).toBe(0n);
        expect(fee).toBeLessThanOrEqual(amount.minor);
        const smaller = amount.minor < BigInt(least) ? amount.minor : BigInt(least);
        expect(fee).toBeGreaterThanOrEqual(smaller - (smaller % step));
      },
    ),
  );
});

test('nothing is lost: net, platform fee and estimated Stripe fee add up to what the customer pays', () => {
  fc.assert(
    fc.property(amounts, policies, fc.constantFrom('GB', 'US', 'ZZ'), (minor, anyPolicy, country) => {
      const { amount, platformFee: fee, stripeFee, net } = breakdownOfCharge(money(minor, gbp), anyPolicy, country);
      expect(add(add(net, fee), stripeFee ?? money(0n, gbp))).toEqual(amount);
    }),
  );
});

test("Stripe's fee is estimated only where its listed price is in the charge's currency", () => {
  expect(breakdownOfCharge(money(1000n, gbp), policy, 'GB').stripeFee?.minor).toBe(35n);
  expect(breakdownOfCharge(money(1000n, currency('eur')), policy, 'GB').stripeFee).toBeUndefined();
});
