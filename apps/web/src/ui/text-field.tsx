import type { ComponentProps, ReactNode } from 'react';
import { Field, type FieldTexts, inputLook } from './field.tsx';

interface TextFieldProps
  extends FieldTexts, Omit<ComponentProps<'input'>, 'onChange' | 'children' | 'className' | 'id'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A labelled line of text. */
export function TextField({ label, aside, hint, problem, onChange, ...input }: TextFieldProps): ReactNode {
  return (
    <Field label={label} aside={aside} hint={hint} problem={problem}>
      {(wiring) => (
        <input {...input} {...wiring} className={inputLook} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}
