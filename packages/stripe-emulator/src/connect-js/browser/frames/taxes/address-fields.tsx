import { subdivisionsOf } from '../../../../world/subdivisions.ts';
import type { FieldProblems, TypedAddress } from '../../../frame-data.ts';
import { useFrame } from '../frame-context.ts';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { countryOptions } from './places.ts';

type AddressFieldsProps = {
  readonly typed: TypedAddress;
  readonly countries: readonly string[];
  readonly problems: FieldProblems;
  readonly onEdit: (name: string, value: string) => void;
};

/** The address of a head office; a country with states asks for one of them. */
export function AddressFields({ typed, countries, problems, onEdit }: AddressFieldsProps) {
  const { look, values } = useFrame();
  const offered = countryOptions(countries, values['displayHeadOfficeCountries'], typed.country, look.locale);
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
        label="Country"
        value={typed.country}
        options={[['', 'Choose a country'], ...offered]}
        problem={problems['country']}
        onChoose={(value) => onEdit('country', value)}
      />
      <div class="field-grid">
        {line('line1', 'Street and number', 'address-line1')}
        {line('line2', 'Apartment or suite (optional)', 'address-line2')}
        {line('city', 'City', 'address-level2')}
        {states.length > 0 && (
          <SelectField
            label={typed.country === 'CA' ? 'Province' : 'State'}
            value={typed.state}
            options={[['', 'Choose'], ...states]}
            problem={problems['state']}
            onChoose={(value) => onEdit('state', value)}
          />
        )}
        {line('postal_code', typed.country === 'US' ? 'ZIP code' : 'Postal code', 'postal-code')}
      </div>
    </>
  );
}
