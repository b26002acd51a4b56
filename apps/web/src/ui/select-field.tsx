import type { ComponentProps, ReactNode } from 'react';
import { Field, type FieldTexts, inputLook } from './field.tsx';

interface SelectFieldProps extends FieldTexts, Omit<ComponentProps<'select'>, 'onChange' | 'className' | 'id'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: ReactNode;
}

/** A labelled choice, with the platform's own list: it searches by typing and is at home on a phone. */
export function SelectField({
  label,
  aside,
  hint,
  problem,
  onChange,
  children,
  ...select
}: SelectFieldProps): ReactNode {
  return (
    <Field label={label} aside={aside} hint={hint} problem={problem}>
      {(wiring) => (
        <span className="relative grid">
          <select
            {...select}
            {...wiring}
            className={`${inputLook} appearance-none truncate pr-9`}
            onChange={(event) => onChange(event.target.value)}
          >
            {children}
          </select>
          <Chevron />
        </span>
      )}
    </Field>
  );
}

function Chevron(): ReactNode {
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 fill-none stroke-muted stroke-[1.5]"
    >
      <path d="M4 6.5l4 4 4-4" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
