import { useRef, useState } from 'preact/hooks';
import type { TaxSettings as Settings } from '../../../frame-data.ts';
import { useFrame, useWords } from '../frame-context.ts';
import { Badge } from '../ui/badge.tsx';
import { EmulatorMark } from '../ui/emulator-mark.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { Failed, LoadingRows } from '../ui/states.tsx';
import { useFocusOnProblem } from '../ui/use-focus-on-problem.ts';
import { useSend } from '../ui/use-send.ts';
import { useFresh } from '../use-fresh.ts';
import { useLoaded } from '../use-loaded.ts';
import { AddressFields } from './address-fields.tsx';
import { problemsInWords } from './problems-in-words.ts';
import { taxCodeOptions } from './tax-codes.ts';

/** How the seller collects taxes: from where, and what is usual for their products. */
export function TaxSettings() {
  const { titles } = useWords();
  const { loaded, refresh, retry } = useLoaded('tax-settings');
  useFresh(() => void refresh());
  if (loaded.state === 'failed') return <Failed what="taxSettings" failure={loaded.failure} retry={retry} />;
  return (
    <section class="panel" aria-label={titles['tax-settings']}>
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

const behaviors = ['inferred_by_currency', 'exclusive', 'inclusive'] as const;

type SettingsFormProps = { readonly settings: Settings; readonly onSaved: () => Promise<void> };

/** What is typed stays while the rest is kept fresh; once it is saved it is what the server has. */
function SettingsForm({ settings, onSaved }: SettingsFormProps) {
  const { conversation, values, words } = useFrame();
  const { common, taxes, titles } = words;
  const [edits, setEdits] = useState<Readonly<Record<string, string>>>({});
  const [saved, setSaved] = useState(false);
  const { send, busy, refusal, problems: codes } = useSend();
  const problems = problemsInWords(codes, words);
  const formRef = useRef<HTMLFormElement>(null);
  useFocusOnProblem(formRef, codes);
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
    <form class="settings-form" onSubmit={submit} aria-label={titles['tax-settings']} noValidate ref={formRef}>
      <fieldset>
        <legend>
          {taxes.headOffice} {headOffice === null && <Badge tone="warning">{taxes.needed}</Badge>}
        </legend>
        <p class="secondary">{taxes.headOfficeText}</p>
        <AddressFields typed={typed} countries={countries} problems={problems} onEdit={edit} />
      </fieldset>
      <fieldset>
        <legend>{taxes.usual}</legend>
        <SelectField
          label={taxes.inPrices}
          value={typed.taxBehavior}
          options={[['', common.choose], ...behaviors.map((name) => [name, taxes.behaviors[name]] as const)]}
          problem={problems['taxBehavior']}
          onChoose={(value) => edit('taxBehavior', value)}
        />
        {values['hideProductTaxCodeSelector'] !== true && (
          <SelectField
            label={taxes.category}
            value={typed.taxCode}
            options={taxCodeOptions(typed.taxCode, words)}
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
          {busy ? common.saving : taxes.saveSettings}
        </button>
        <output class="saved">{saved && common.saved}</output>
      </div>
    </form>
  );
}
