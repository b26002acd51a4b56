import { isCurrency } from '@sellerdesk/money';
import type { ReactNode } from 'react';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { AmountField } from './amount-field.tsx';
import { type ChargeDraft, DESCRIPTION_MAX_LENGTH } from './charge-draft.ts';
import type { CurrencyGroup } from './currency-options.ts';
import type { ChargeForm } from './use-charge-form.ts';

interface ChargeFieldsProps {
  readonly form: ChargeForm;
  readonly currencies: readonly CurrencyGroup[];
}

/** What a charge is made of: how much, for what, and for whom. */
export function ChargeFields({ form, currencies }: ChargeFieldsProps): ReactNode {
  const { draft, fields, state } = form;
  const textOf = (name: Exclude<keyof ChargeDraft, 'currency'>) => ({
    name,
    value: draft[name],
    problem: fields.problems[name],
    readOnly: state !== 'typing',
    onBlur: () => fields.left(name),
    onChange: (value: string) => {
      form.change({ [name]: value });
      fields.edited(name);
    },
  });
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-[1fr_14rem]">
        <AmountField {...textOf('amount')} currency={draft.currency} />
        <CurrencyField form={form} currencies={currencies} />
      </div>
      <TextField
        {...textOf('description')}
        label="What is it for?"
        hint="Your customer sees this at checkout and on their receipt."
        maxLength={DESCRIPTION_MAX_LENGTH}
        autoComplete="off"
      />
      <TextField
        {...textOf('customerEmail')}
        label="Customer's e-mail"
        aside={<span className="text-muted">Optional</span>}
        hint="Filled in for them at checkout. We send nothing."
        type="email"
        inputMode="email"
        autoComplete="off"
      />
    </>
  );
}

function CurrencyField({ form, currencies }: ChargeFieldsProps): ReactNode {
  const choose = (code: string): void => {
    if (!isCurrency(code)) return;
    form.change({ currency: code });
    form.fields.edited('currency');
  };
  return (
    <SelectField
      label="Currency"
      name="currency"
      value={form.draft.currency}
      problem={form.fields.problems.currency}
      disabled={form.state !== 'typing'}
      onChange={choose}
    >
      {currencies.map(({ label, options }) => (
        <optgroup key={label} label={label}>
          {options.map((option) => (
            <option key={option.code} value={option.code}>
              {option.label}
            </option>
          ))}
        </optgroup>
      ))}
    </SelectField>
  );
}
