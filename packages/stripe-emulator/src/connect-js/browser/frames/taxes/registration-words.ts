import type { TaxRegistrationRow, Tone } from '../../../frame-data.ts';

const kinds: Readonly<Record<string, string>> = {
  state_sales_tax: 'State sales tax',
  standard: 'Domestic',
  oss_union: 'One Stop Shop, Union scheme',
  oss_non_union: 'One Stop Shop, non-Union scheme',
  ioss: 'Import One Stop Shop',
  simplified: 'Simplified',
};

/** Says what kind of registration it is. */
export function kindInWords(kind: string): string {
  return kinds[kind] ?? kind.replaceAll('_', ' ');
}

/** Each state of a registration in the seller's words. */
export const registrationStatuses: Record<
  TaxRegistrationRow['status'],
  { readonly label: string; readonly tone: Tone }
> = {
  active: { label: 'Active', tone: 'success' },
  scheduled: { label: 'Begins later', tone: 'neutral' },
  expired: { label: 'Ended', tone: 'neutral' },
};
