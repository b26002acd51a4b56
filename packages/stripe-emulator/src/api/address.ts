import type { Address } from '../world/state.ts';
import { object, type ParamsOf, text } from '../wire/params.ts';

const fields = { city: text(), country: text(), line1: text(), line2: text(), postal_code: text(), state: text() };

/** A postal address, as many operations take it. */
export const addressParam = object(fields);

/** Fills an address with null where nothing was said. */
export function addressFrom(given: ParamsOf<typeof fields>): Address {
  const { city = null, country = null, line1 = null, line2 = null, postal_code = null, state = null } = given;
  return { city, country, line1, line2, postal_code, state };
}
