import { useId } from 'preact/hooks';

type TextFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onTyped: (value: string) => void;
  readonly type?: 'date' | 'text';
  readonly autocomplete?: string;
  readonly problem?: string | undefined;
};

/** A field for words, with its problem below. */
export function TextField({ label, value, onTyped, type = 'text', autocomplete = 'off', problem }: TextFieldProps) {
  const id = useId();
  const kind = type === 'date' ? ({ type: 'date' } as const) : ({ type: 'text' } as const);
  return (
    <div class="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        {...kind}
        autocomplete={autocomplete}
        value={value}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : `${id}-note`}
        onInput={(event) => onTyped(event.currentTarget.value)}
      />
      {problem !== undefined && (
        <p id={`${id}-note`} class="problem">
          {problem}
        </p>
      )}
    </div>
  );
}
