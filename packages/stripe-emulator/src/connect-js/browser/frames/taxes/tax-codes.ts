import type { Words } from '../../../../words/english.ts';
import type { SelectOption } from '../ui/labelled-field.tsx';

/** In their order: the general ones come first. */
const codes = [
  'txcd_99999999',
  'txcd_20030000',
  'txcd_10000000',
  'txcd_10103000',
  'txcd_10103001',
  'txcd_30011000',
  'txcd_40060003',
  'txcd_92010001',
  'txcd_00000000',
] as const satisfies readonly (keyof Words['taxes']['codes'])[];

/** Offers the categories, and the one that was chosen elsewhere. */
export function taxCodeOptions(chosen: string, { taxes }: Words): readonly SelectOption[] {
  const isKnown = codes.some((code) => code === chosen);
  return [
    ['', taxes.chooseCategory],
    ...codes.map((code): SelectOption => [code, taxes.codes[code]]),
    ...(isKnown || chosen === '' ? [] : [[chosen, chosen] as const]),
  ];
}
