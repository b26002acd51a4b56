import { useState } from 'preact/hooks';
import type { Words } from '../../../../words/english.ts';
import { said } from '../../../../words/said.ts';
import { useWords } from '../frame-context.ts';
import { Icon } from '../ui/icon.tsx';
import { AmountFilter, DateFilter, MethodFilter, StatusFilter } from './filter-forms.tsx';
import { NO_FILTERS, type PaymentFilters } from './payment-filters.ts';

type FilterBarProps = { readonly filters: PaymentFilters; readonly onChange: (filters: PaymentFilters) => void };

const forms = { status: StatusFilter, date: DateFilter, amount: AmountFilter, method: MethodFilter };
type FilterName = keyof typeof forms;

/** One button per filter. Its form opens in the flow below: a floating one would be cut off at the frame's edge. */
export function FilterBar({ filters, onChange }: FilterBarProps) {
  const [open, setOpen] = useState<FilterName>();
  const words = useWords();
  const { common, payments } = words;
  const Form = open && forms[open];
  const chip = (name: FilterName, label: string, on: string | undefined) => (
    <button
      type="button"
      class={on ? 'chip on' : 'chip'}
      aria-expanded={open === name}
      aria-controls="filter-form"
      onClick={() => setOpen(open === name ? undefined : name)}
    >
      {!on && <Icon name="plus" />}
      {label}
      {on && <span class="chosen">{on}</span>}
    </button>
  );
  return (
    <div class="filters">
      <fieldset class="chips" aria-label={payments.filters.label}>
        {chip('status', common.heads.status, statusText(filters, words))}
        {chip('date', common.heads.date, rangeText(filters.createdFrom, filters.createdTo, payments.filters.isSet))}
        {chip('amount', common.heads.amount, rangeText(filters.amountFrom, filters.amountTo, payments.filters.isSet))}
        {chip(
          'method',
          payments.filters.method,
          filters.paymentMethod && said(payments.methods, filters.paymentMethod),
        )}
        {filters !== NO_FILTERS && isNarrowed(filters) && (
          <button type="button" class="quiet" onClick={() => onChange(NO_FILTERS)}>
            {payments.filters.clear}
          </button>
        )}
      </fieldset>
      <div id="filter-form">
        {Form && (
          <Form
            filters={filters}
            onApply={(changed) => {
              onChange(changed);
              setOpen(undefined);
            }}
          />
        )}
      </div>
    </div>
  );
}

function isNarrowed({ statuses, ...bounds }: PaymentFilters): boolean {
  return statuses.length > 0 || Object.keys(bounds).length > 0;
}

function statusText({ statuses: [first, ...others] }: PaymentFilters, { payments }: Words): string | undefined {
  if (first === undefined) return undefined;
  const label = payments.statuses[first];
  return others.length > 0 ? `${label} +${others.length}` : label;
}

function rangeText(from: number | undefined, to: number | undefined, text: string): string | undefined {
  return from === undefined && to === undefined ? undefined : text;
}
