import { useId } from 'preact/hooks';

export type SelectOption = readonly [value: string, label: string];

type SelectFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly options: readonly SelectOption[];
  readonly onChoose: (value: string) => void;
  readonly hint?: string;
  readonly problem?: string | undefined;
};

/** A choice of one, with its problem below. */
export function SelectField({ label, value, options, onChoose, hint, problem }: SelectFieldProps) {
  const id = useId();
  const note = problem ?? hint;
  return (
    <div class="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-invalid={problem !== undefined}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
      {note !== undefined && (
        <p id={`${id}-note`} class={problem ? 'problem' : 'hint'}>
          {note}
        </p>
      )}
    </div>
  );
}
