import type { TypedCard } from '../../world/checkout.ts';
import type { Typed } from '../../forms/fields.ts';
import { expiryFromTyped } from './card-fields.ts';

/** Reads the card that a customer typed; it was checked before. */
export function typedCard(typed: Typed): TypedCard {
  const { month, year } = expiryFromTyped(typed['cardExpiry'] ?? '') ?? { month: 0, year: 0 };
  return {
    number: (typed['cardNumber'] ?? '').replaceAll(/\D/g, ''),
    expMonth: month,
    expYear: year,
    cvc: typed['cardCvc'] ?? '',
    email: typed['email'] ?? '',
    name: typed['billingName'] ?? '',
  };
}
