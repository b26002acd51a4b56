import { useState } from 'preact/hooks';
import { amountFromTyped, typedAmount } from '../../../format.ts';
import { methodName, methodNames } from './payment-methods.ts';
import type { PaymentFilters } from './payment-filters.ts';
import { paymentStatuses, paymentStatusNames } from './payment-status.ts';

type FilterFormProps = { readonly filters: PaymentFilters; readonly onApply: (filters: PaymentFilters) => void };

/** Chooses states. */
export function StatusFilter({ filters, onApply }: FilterFormProps) {
  const [chosen, setChosen] = useState(new Set(filters.statuses));
  return (
    <FilterForm legend="Status" onApply={() => onApply({ ...filters, statuses: [...chosen] })}>
      <div class="choices">
        {paymentStatusNames.map((name) => (
          <label key={name} class="choice">
            <input
              type="checkbox"
              checked={chosen.has(name)}
              onChange={(event) => {
                const next = new Set(chosen);
                if (event.currentTarget.checked) next.add(name);
                else next.delete(name);
                setChosen(next);
              }}
            />
            {paymentStatuses[name].label}
          </label>
        ))}
      </div>
    </FilterForm>
  );
}

/** Chooses a range of days in the seller's time zone, both included. */
export function DateFilter({ filters, onApply }: FilterFormProps) {
  const [from, setFrom] = useState(dayOf(filters.createdFrom));
  const [to, setTo] = useState(dayOf(filters.createdTo));
  function apply(): void {
    const { createdFrom: _from, createdTo: _to, ...rest } = filters;
    onApply({ ...rest, ...bound('createdFrom', startOf(from)), ...bound('createdTo', endOf(to)) });
  }
  return (
    <FilterForm legend="Date" onApply={apply}>
      <label class="field">
        From
        <input type="date" value={from} max={to} onInput={(event) => setFrom(event.currentTarget.value)} />
      </label>
      <label class="field">
        To
        <input type="date" value={to} min={from} onInput={(event) => setTo(event.currentTarget.value)} />
      </label>
    </FilterForm>
  );
}

/** A list may hold several currencies; the amount is compared by its figures, with two decimals. */
const FILTER_CURRENCY = 'usd';

/** Chooses a range of amounts, both included. */
export function AmountFilter({ filters, onApply }: FilterFormProps) {
  const [from, setFrom] = useState(typedOf(filters.amountFrom));
  const [to, setTo] = useState(typedOf(filters.amountTo));
  function apply(): void {
    const { amountFrom: _from, amountTo: _to, ...rest } = filters;
    onApply({
      ...rest,
      ...bound('amountFrom', amountFromTyped(from, FILTER_CURRENCY)),
      ...bound('amountTo', amountFromTyped(to, FILTER_CURRENCY)),
    });
  }
  return (
    <FilterForm legend="Amount" onApply={apply}>
      <label class="field">
        At least
        <input
          class="figure"
          inputMode="decimal"
          value={from}
          onInput={(event) => setFrom(event.currentTarget.value)}
        />
      </label>
      <label class="field">
        At most
        <input class="figure" inputMode="decimal" value={to} onInput={(event) => setTo(event.currentTarget.value)} />
      </label>
    </FilterForm>
  );
}

/** Chooses one kind of payment method. */
export function MethodFilter({ filters, onApply }: FilterFormProps) {
  const [chosen, setChosen] = useState(filters.paymentMethod ?? '');
  const { paymentMethod: _, ...rest } = filters;
  return (
    <FilterForm
      legend="Payment method"
      onApply={() => onApply(chosen === '' ? rest : { ...rest, paymentMethod: chosen })}
    >
      <label class="field">
        Kind
        <select value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
          <option value="">Any</option>
          {methodNames.map((name) => (
            <option key={name} value={name}>
              {methodName(name)}
            </option>
          ))}
        </select>
      </label>
    </FilterForm>
  );
}

type FormProps = { legend: string; onApply: () => void; children: preact.ComponentChildren };

function FilterForm({ legend, onApply, children }: FormProps) {
  return (
    <form
      class="filter-form"
      onSubmit={(event) => {
        event.preventDefault();
        onApply();
      }}
    >
      <fieldset>
        <legend>{legend}</legend>
        {children}
      </fieldset>
      <button type="submit" class="primary">
        Apply
      </button>
    </form>
  );
}

function bound<Name extends string>(name: Name, value: number | undefined): Partial<Record<Name, number>> {
  const known: Partial<Record<Name, number>> = {};
  if (value !== undefined) known[name] = value;
  return known;
}

function typedOf(amount: number | undefined): string {
  return amount === undefined ? '' : typedAmount(amount, FILTER_CURRENCY);
}

function dayOf(unix: number | undefined): string {
  if (unix === undefined) return '';
  const date = new Date(unix * 1000);
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
}

function twoDigits(part: number): string {
  return String(part).padStart(2, '0');
}

function startOf(day: string): number | undefined {
  return day === '' ? undefined : Math.floor(new Date(`${day}T00:00:00`).getTime() / 1000);
}

function endOf(day: string): number | undefined {
  return day === '' ? undefined : Math.floor(new Date(`${day}T23:59:59`).getTime() / 1000);
}
