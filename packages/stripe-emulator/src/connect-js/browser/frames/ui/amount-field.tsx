import { useId } from 'preact/hooks';

type AmountFieldProps = {
  readonly label: string;
  readonly currency: string;
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly hint?: string;
  readonly problem?: string | undefined;
};

/** A field for an amount, with its currency beside it and its problem below. */
export function AmountField({ label, currency, typed, onTyped, hint, problem }: AmountFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label htmlFor={id}>{label}</label>
      <div class="amount-field">
        <input
          id={id}
          class="figure"
          inputMode="decimal"
          autocomplete="off"
          value={typed}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-note`}
          onInput={(event) => onTyped(event.currentTarget.value)}
        />
        <span aria-hidden="true">{currency.toUpperCase()}</span>
      </div>
      <p id={`${id}-note`} class={problem ? 'problem' : 'hint'}>
        {problem ?? hint}
      </p>
    </div>
  );
}
