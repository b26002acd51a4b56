import { useState } from 'preact/hooks';
import { subdivisionsOf } from '../../../../world/subdivisions.ts';
import type { TaxRegistrations } from '../../../frame-data.ts';
import { said } from '../../../../words/said.ts';
import { useFrame } from '../frame-context.ts';
import { FormEnd } from '../ui/form-end.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useFocusOnProblem } from '../ui/use-focus-on-problem.ts';
import { useFirstField } from '../ui/use-opened.ts';
import { useSend } from '../ui/use-send.ts';
import { countryOptions } from './places.ts';
import { problemsInWords } from './problems-in-words.ts';

type RegistrationFormProps = Pick<TaxRegistrations, 'places'> & {
  readonly onAdded: (id: string) => void;
  readonly onCancel: () => void;
};

type Registered = { readonly id: string };

/** Adds a registration. */
export function RegistrationForm({ places, onAdded, onCancel }: RegistrationFormProps) {
  const { values, words } = useFrame();
  const { common, taxes } = words;
  const [country, setCountry] = useState('');
  const [state, setState] = useState('');
  const [kind, setKind] = useState('');
  const [from, setFrom] = useState(today());
  const { send, busy, refusal, problems: codes } = useSend();
  const problems = problemsInWords(codes, words);
  const formRef = useFirstField();
  useFocusOnProblem(formRef, codes);
  const { kinds = [] } = places.find((place) => place.country === country) ?? {};
  const known = places.map((place) => place.country);
  const type = kind || (kinds[0] ?? '');
  const isMarked = ['country', 'state', 'type', 'from'].some((field) => problems[field] !== undefined);

  function submit(event: Event): void {
    event.preventDefault();
    const beginning = from === today() ? {} : { fromUnix: startOf(from) };
    void send<Registered>('tax-registrations', { country, state, type, ...beginning }, ({ id }) => onAdded(id));
  }

  function choose(chosen: string): void {
    setCountry(chosen);
    setState('');
    setKind('');
  }

  return (
    <form class="action-form" onSubmit={submit} aria-label={taxes.add} noValidate ref={formRef}>
      <div class="field-grid">
        <SelectField
          label={common.country}
          value={country}
          options={[
            ['', taxes.chooseCountry],
            ...countryOptions(known, values['displayCountries'], '', words.language),
          ]}
          problem={problems['country']}
          onChoose={choose}
        />
        {country === 'US' && (
          <SelectField
            label={common.state}
            value={state}
            options={[['', taxes.chooseState], ...subdivisionsOf(country)]}
            problem={problems['state']}
            onChoose={setState}
          />
        )}
        {kinds.length > 1 && (
          <SelectField
            label={taxes.kind}
            value={type}
            options={kinds.map((name) => [name, said(taxes.kinds, name)])}
            problem={problems['type']}
            onChoose={setKind}
          />
        )}
        <TextField label={taxes.from} type="date" value={from} problem={problems['from']} onTyped={setFrom} />
      </div>
      <FormEnd
        label={taxes.add}
        busyLabel={taxes.adding}
        busy={busy}
        refusal={isMarked ? undefined : refusal}
        onCancel={onCancel}
      />
    </form>
  );
}

/** Today where the seller is. */
function today(): string {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

/** When a day begins where the seller is; −1 for no day, which the server refuses. */
function startOf(day: string): number {
  const begins = new Date(`${day}T00:00:00`).getTime();
  return Number.isNaN(begins) ? -1 : Math.max(begins / 1000, -1);
}
