import { useState } from 'preact/hooks';
import { amountFromTyped, typedAmount } from '../../../format.ts';
import { useFrame, useWords } from '../frame-context.ts';
import { methodNames } from './payment-methods.ts';
import type { PaymentFilters } from './payment-filters.ts';
import { paymentStatusNames } from './payment-status.ts';

type FilterFormProps = { readonly filters: PaymentFilters; readonly onApply: (filters: PaymentFilters) => void };

/** Chooses states. */
export function StatusFilter({ filters, onApply }: FilterFormProps) {
  const { common, payments } = useWords();
  const [chosen, setChosen] = useState(new Set(filters.statuses));
  return (
    <FilterForm legend={common.heads.status} onApply={() => onApply({ ...filters, statuses: [...chosen] })}>
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
            {payments.statuses[name]}
          </label>
        ))}
      </div>
    </FilterForm>
  );
}

/** Chooses a range of days in the seller's time zone, both included. */
export function DateFilter({ filters, onApply }: FilterFormProps) {
  const { common } = useWords();
  const [from, setFrom] = useState(dayOf(filters.createdFrom));
  const [to, setTo] = useState(dayOf(filters.createdTo));
  function apply(): void {
    const { createdFrom: _from, createdTo: _to, ...rest } = filters;
    onApply({ ...rest, ...bound('createdFrom', startOf(from)), ...bound('createdTo', endOf(to)) });
  }
  return (
    <FilterForm legend={common.heads.date} onApply={apply}>
      <label class="field">
        {common.from}
        <input type="date" value={from} max={to} onInput={(event) => setFrom(event.currentTarget.value)} />
      </label>
      <label class="field">
        {common.to}
        <input type="date" value={to} min={from} onInput={(event) => setTo(event.currentTarget.value)} />
      </label>
    </FilterForm>
  );
}

/** A list may hold several currencies; the amount is compared by its figures, with two decimals. */
const FILTER_CURRENCY = 'usd';

/** Chooses a range of amounts, both included. */
export function AmountFilter({ filters, onApply }: FilterFormProps) {
  const { look, words } = useFrame();
  const [from, setFrom] = useState(typedOf(filters.amountFrom, look.locale));
  const [to, setTo] = useState(typedOf(filters.amountTo, look.locale));
  function apply(): void {
    const { amountFrom: _from, amountTo: _to, ...rest } = filters;
    onApply({
      ...rest,
      ...bound('amountFrom', amountFromTyped(from, FILTER_CURRENCY)),
      ...bound('amountTo', amountFromTyped(to, FILTER_CURRENCY)),
    });
  }
  return (
    <FilterForm legend={words.common.heads.amount} onApply={apply}>
      <label class="field">
        {words.payments.filters.atLeast}
        <input
          class="figure"
          inputMode="decimal"
          value={from}
          onInput={(event) => setFrom(event.currentTarget.value)}
        />
      </label>
      <label class="field">
        {words.payments.filters.atMost}
        <input class="figure" inputMode="decimal" value={to} onInput={(event) => setTo(event.currentTarget.value)} />
      </label>
    </FilterForm>
  );
}

/** Chooses one kind of payment method. */
export function MethodFilter({ filters, onApply }: FilterFormProps) {
  const { payments } = useWords();
  const [chosen, setChosen] = useState(filters.paymentMethod ?? '');
  const { paymentMethod: _, ...rest } = filters;
  return (
    <FilterForm
      legend={payments.filters.method}
      onApply={() => onApply(chosen === '' ? rest : { ...rest, paymentMethod: chosen })}
    >
      <label class="field">
        {payments.filters.kind}
        <select value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
          <option value="">{payments.filters.any}</option>
          {methodNames.map((name) => (
            <option key={name} value={name}>
              {payments.methods[name]}
            </option>
          ))}
        </select>
      </label>
    </FilterForm>
  );
}

type FormProps = { legend: string; onApply: () => void; children: preact.ComponentChildren };

function FilterForm({ legend, onApply, children }: FormProps) {
  const { payments } = useWords();
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
        {payments.filters.apply}
      </button>
    </form>
  );
}

function bound<Name extends string>(name: Name, value: number | undefined): Partial<Record<Name, number>> {
  const known: Partial<Record<Name, number>> = {};
  if (value !== undefined) known[name] = value;
  return known;
}

function typedOf(amount: number | undefined, locale: string): string {
  return amount === undefined ? '' : typedAmount(amount, FILTER_CURRENCY, locale);
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
