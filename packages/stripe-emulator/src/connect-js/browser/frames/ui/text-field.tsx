import { LabelledField } from './labelled-field.tsx';

type TextFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onTyped: (value: string) => void;
  readonly type?: 'date' | 'text';
  readonly autocomplete?: string;
  readonly problem?: string | undefined;
};

/** A field for words, with its problem below. */
export function TextField({ value, onTyped, problem, ...field }: TextFieldProps) {
  return <LabelledField field={field} value={value} problem={problem} onTyped={onTyped} />;
}
