import { useRef, useState } from 'preact/hooks';
import type { TaxSettings as Settings } from '../../../frame-data.ts';
import { useFrame } from '../frame-context.ts';
import { Badge } from '../ui/badge.tsx';
import { EmulatorMark } from '../ui/emulator-mark.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { Failed, LoadingRows } from '../ui/states.tsx';
import { useFocusOnProblem } from '../ui/use-focus-on-problem.ts';
import { useSend } from '../ui/use-send.ts';
import { useFresh } from '../use-fresh.ts';
import { useLoaded } from '../use-loaded.ts';
import { AddressFields } from './address-fields.tsx';
import { taxCodeOptions } from './tax-codes.ts';

/** How the seller collects taxes: from where, and what is usual for their products. */
export function TaxSettings() {
  const { loaded, refresh, retry } = useLoaded('tax-settings');
  useFresh(() => void refresh());
  if (loaded.state === 'failed') return <Failed what="Tax settings" failure={loaded.failure} retry={retry} />;
  return (
    <section class="panel" aria-label="Tax settings">
      {loaded.state === 'loading' ? (
        <LoadingRows rows={6} />
      ) : (
        <SettingsForm settings={loaded.data} onSaved={refresh} />
      )}
      <EmulatorMark />
    </section>
  );
}

const EMPTY = { country: '', line1: '', line2: '', city: '', state: '', postal_code: '' };

const behaviors = [
  ['', 'Choose'],
  ['inferred_by_currency', 'Automatic: added in US and Canadian dollars, included otherwise'],
  ['exclusive', 'Added to the price'],
  ['inclusive', 'Included in the price'],
] as const;

type SettingsFormProps = { readonly settings: Settings; readonly onSaved: () => Promise<void> };

/** What is typed stays while the rest is kept fresh; once it is saved it is what the server has. */
function SettingsForm({ settings, onSaved }: SettingsFormProps) {
  const { conversation, values } = useFrame();
  const [edits, setEdits] = useState<Readonly<Record<string, string>>>({});
  const [saved, setSaved] = useState(false);
  const { send, busy, refusal, problems } = useSend();
  const formRef = useRef<HTMLFormElement>(null);
  useFocusOnProblem(formRef, problems);
  const { headOffice, taxBehavior, taxCode, countries } = settings;
  const typed = { ...EMPTY, ...headOffice, taxBehavior, taxCode, ...edits };

  function edit(name: string, value: string): void {
    setSaved(false);
    setEdits({ ...edits, [name]: value, ...(name === 'country' && { state: '' }) });
  }

  function submit(event: Event): void {
    event.preventDefault();
    setSaved(false);
    void send<{ readonly id: string }>('tax-settings', typed, ({ id }) => {
      conversation.call('OnTaxSettingsUpdated', { id });
      setSaved(true);
      // What was typed since stays.
      void onSaved().then(() => setEdits((now) => (now === edits ? {} : now)));
    });
  }

  return (
    <form class="settings-form" onSubmit={submit} aria-label="Tax settings" noValidate ref={formRef}>
      <fieldset>
        <legend>Head office {headOffice === null && <Badge tone="warning">Needed</Badge>}</legend>
        <p class="secondary">Where your business is run from. Taxes are worked out from here.</p>
        <AddressFields typed={typed} countries={countries} problems={problems} onEdit={edit} />
      </fieldset>
      <fieldset>
        <legend>What is usual for your products</legend>
        <SelectField
          label="Tax in prices"
          value={typed.taxBehavior}
          options={behaviors}
          problem={problems['taxBehavior']}
          onChoose={(value) => edit('taxBehavior', value)}
        />
        {values['hideProductTaxCodeSelector'] !== true && (
          <SelectField
            label="Product category"
            value={typed.taxCode}
            options={taxCodeOptions(typed.taxCode)}
            problem={problems['tax_code']}
            onChoose={(value) => edit('taxCode', value)}
          />
        )}
      </fieldset>
      {refusal !== undefined && (
        <p class="problem" role="alert">
          {refusal}
        </p>
      )}
      <div class="actions">
        <button type="submit" class="primary" disabled={busy}>
          {busy ? 'Saving…' : 'Save tax settings'}
        </button>
        <output class="saved">{saved && 'Saved'}</output>
      </div>
    </form>
  );
}
