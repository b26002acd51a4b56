import { LabelledField, type SelectOption } from './labelled-field.tsx';

type SelectFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly options: readonly SelectOption[];
  readonly onChoose: (value: string) => void;
  readonly hint?: string;
  readonly problem?: string | undefined;
};

/** A choice of one, with its problem below. */
export function SelectField({ value, onChoose, problem, ...field }: SelectFieldProps) {
  return <LabelledField field={field} value={value} problem={problem} onTyped={onChoose} />;
}
