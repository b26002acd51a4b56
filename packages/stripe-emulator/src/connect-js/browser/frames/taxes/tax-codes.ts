import type { SelectOption } from '../ui/select-field.tsx';

/** Some of Stripe's categories of products; it has hundreds. @see https://docs.stripe.com/tax/tax-codes */
export const taxCodes: readonly SelectOption[] = [
  ['txcd_99999999', 'General – physical goods'],
  ['txcd_20030000', 'General – services'],
  ['txcd_10000000', 'General – electronically supplied services'],
  ['txcd_10103000', 'Software as a service – personal use'],
  ['txcd_10103001', 'Software as a service – business use'],
  ['txcd_30011000', 'Clothing and footwear'],
  ['txcd_40060003', 'Food for later'],
  ['txcd_92010001', 'Shipping'],
  ['txcd_00000000', 'Not taxable'],
];

/** Offers the categories, and the one that was chosen elsewhere. */
export function taxCodeOptions(chosen: string): readonly SelectOption[] {
  const isKnown = taxCodes.some(([code]) => code === chosen);
  return [['', 'Choose a category'], ...taxCodes, ...(isKnown || chosen === '' ? [] : [[chosen, chosen] as const])];
}
