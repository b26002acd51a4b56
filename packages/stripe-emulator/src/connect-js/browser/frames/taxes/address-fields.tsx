import { subdivisionsOf } from '../../../../world/subdivisions.ts';
import type { FieldProblems, TypedAddress } from '../../../frame-data.ts';
import { useFrame } from '../frame-context.ts';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { countryOptions } from './places.ts';

type AddressFieldsProps = {
  readonly typed: TypedAddress;
  readonly countries: readonly string[];
  /** In words. */
  readonly problems: FieldProblems;
  readonly onEdit: (name: string, value: string) => void;
};

/** The address of a head office; a country with states asks for one of them. */
export function AddressFields({ typed, countries, problems, onEdit }: AddressFieldsProps) {
  const { values, words } = useFrame();
  const { common, taxes } = words;
  const offered = countryOptions(countries, values['displayHeadOfficeCountries'], typed.country, words.language);
  const states = subdivisionsOf(typed.country);
  const line = (name: 'city' | 'line1' | 'line2' | 'postal_code', label: string, autocomplete: string) => (
    <TextField
      label={label}
      value={typed[name]}
      autocomplete={autocomplete}
      problem={problems[name]}
      onTyped={(value) => onEdit(name, value)}
    />
  );
  return (
    <>
      <SelectField
        label={common.country}
        value={typed.country}
        options={[['', taxes.chooseCountry], ...offered]}
        problem={problems['country']}
        onChoose={(value) => onEdit('country', value)}
      />
      <div class="field-grid">
        {line('line1', taxes.address.line1, 'address-line1')}
        {line('line2', taxes.address.line2, 'address-line2')}
        {line('city', taxes.address.city, 'address-level2')}
        {states.length > 0 && (
          <SelectField
            label={typed.country === 'CA' ? taxes.address.province : common.state}
            value={typed.state}
            options={[['', common.choose], ...states]}
            problem={problems['state']}
            onChoose={(value) => onEdit('state', value)}
          />
        )}
        {line(
          'postal_code',
          typed.country === 'US' ? taxes.address.zip_code : taxes.address.postal_code,
          'postal-code',
        )}
      </div>
    </>
  );
}
