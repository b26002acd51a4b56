import { type Param } from '../wire/params.ts';
import { invalidParam } from '../wire/stripe-error.ts';
import type { World } from '../world/world.ts';

/** The platform's application id, as objects of connected accounts carry it; null on the platform's own. */
export function applicationOf({ platform }: World, account: string): string | null {
  return account === platform ? null : applicationId(platform);
}

/** The id under which the platform is known to its connected accounts. */
export function applicationId(platform: string): string {
  return `ca_${platform.slice('acct_'.length)}`;
}

/** Leaves out what was not asked for. */
export function definedOf(
  where: Readonly<Record<string, string | boolean | undefined>>,
): Record<string, string | boolean> {
  return Object.fromEntries(
    Object.entries(where).flatMap(([field, value]) => (value === undefined ? [] : [[field, value] as const])),
  );
}

/** Refuses to be told which methods of payment are offered: since 2026-09-30 Stripe decides. */
export function noPaymentMethodTypes(): Param<never> {
  return {
    required: false,
    read: (_, path) => {
      throw invalidParam(
        'The `payment_method_types` parameter is no longer supported. Use dynamic payment methods, `allowed_payment_method_types` or `excluded_payment_method_types` instead.',
        path,
        'payment_method_types_no_longer_supported',
      );
    },
  };
}

/** An empty text takes a value away. */
export function textOrNull(value: string | undefined, known: string | null = null): string | null {
  if (value === undefined) return known;
  return value === '' ? null : value;
}
