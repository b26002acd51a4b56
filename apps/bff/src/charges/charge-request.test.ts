import { currencies, currency, smallestChargeOf } from '@sellerdesk/money';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Problem } from '../http/problem.ts';
import { chargeRequestFrom, fingerprintOf } from './charge-request.ts';

const policy = { basisPoints: 250, minimumMinor: { gbp: 25 } };
const body = {
  idempotencyKey: '5b0a3f5e-6f0a-4d3e-9f4b-0e6a3d5f7c11',
  amountMinor: 10_000,
  currency: 'gbp',
  description: 'Two pots',
};

function problemOf(changes: Partial<typeof body>): Problem {
  try {
    chargeRequestFrom({ ...body, ...changes }, policy);
  } catch (error) {
    if (error instanceof Problem) return error;
  }
  throw new Error('it was accepted');
}

test('a charge has its amount in minor units and the platform’s share of it', () => {
  const { amount, platformFee } = chargeRequestFrom(body, policy);
  expect(amount).toEqual({ minor: 10_000n, currency: 'gbp' });
  expect(platformFee).toEqual({ minor: 250n, currency: 'gbp' });
});

describe('an amount that cannot be charged is refused with what would be right', () => {
  test.each([
    [{ amountMinor: 29 }, 'The smallest amount Stripe charges is £0.30.'],
    [{ amountMinor: 100_000_000 }, 'The largest amount Stripe charges at once is £999,999.99.'],
    [{ amountMinor: Number.MAX_SAFE_INTEGER + 1 }, 'That is more than Stripe charges at once.'],
    [{ amountMinor: 12_345, currency: 'isk' }, 'In this currency the amount must be a multiple of ISK 1.00.'],
    [{ amountMinor: 1001, currency: 'kwd' }, 'In this currency the amount must be a multiple of KWD 0.010.'],
    [{ currency: 'xxx' }, 'Stripe does not charge in XXX.'],
  ])('%o', (changes, detail) => {
    const refusal = problemOf(changes);
    expect(refusal.code).toBe('amount_refused');
    expect(refusal.details.detail?.replaceAll('\u00A0', ' ')).toBe(detail);
  });
});

test.each(['   ', 'a\u0000b', 'a\uD800b'])('the description %j says nothing that can be kept', (description) => {
  expect(problemOf({ description }).code).toBe('validation_failed');
});

test('the fee is a whole part of every chargeable amount', () => {
  const chargeable = fc.record({ code: fc.constantFrom(...currencies), factor: fc.integer({ min: 1, max: 500 }) });
  fc.assert(
    fc.property(chargeable, fc.integer({ min: 0, max: 10_000 }), ({ code, factor }, basisPoints) => {
      const amountMinor = Number(smallestChargeOf(code)) * factor;
      fc.pre(amountMinor <= 99_999_999);
      const request = chargeRequestFrom({ ...body, amountMinor, currency: code }, { ...policy, basisPoints });
      expect(request.platformFee.minor >= 0n && request.platformFee.minor <= request.amount.minor).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('a fingerprint is the same for the same and another for anything else', () => {
  const others = [
    { amountMinor: 10_001 },
    { currency: 'eur' },
    { description: 'Two pans' },
    { customerEmail: 'a@b.co' },
  ];
  expect(hashOf({ description: ' Two pots ' })).toBe(hashOf());
  expect(new Set([hashOf(), ...others.map((changes) => hashOf(changes))]).size).toBe(5);
});

test('the platform’s fee follows its own currency’s minimum alone', () => {
  expect(feeIn('gbp')).toBe(25n);
  expect(feeIn(currency('eur'))).toBe(3n);
});

function hashOf(changes: Partial<typeof body> & { customerEmail?: string } = {}): string {
  return fingerprintOf(chargeRequestFrom({ ...body, ...changes }, policy)).toString('hex');
}

function feeIn(code: string): bigint {
  return chargeRequestFrom({ ...body, amountMinor: 100, currency: code }, policy).platformFee.minor;
}
