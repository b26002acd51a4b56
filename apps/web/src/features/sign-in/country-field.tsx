import { type ReactNode, useMemo } from 'react';
import { SelectField } from '../../ui/select-field.tsx';
import { countryOptions } from './countries.ts';

type CountryFieldProps = Omit<Parameters<typeof SelectField>[0], 'label' | 'children'>;

/** Where a business is: the countries with Stripe accounts, by name. */
export function CountryField(field: CountryFieldProps): ReactNode {
  const countries = useMemo(() => countryOptions(), []);
  return (
    <SelectField {...field} label="Country" autoComplete="country">
      <option value="" disabled>
        Choose a country
      </option>
      {countries.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
