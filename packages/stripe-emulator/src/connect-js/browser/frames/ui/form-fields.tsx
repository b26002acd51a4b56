import type { FieldProblems, FormField } from '../../../frame-data.ts';
import { LabelledField } from './labelled-field.tsx';

export type Typed = Readonly<Record<string, string>>;

type FormFieldsProps = {
  readonly fields: readonly FormField[];
  readonly typed: Typed;
  readonly problems: FieldProblems;
  readonly onTyped: (name: string, value: string) => void;
};

/** The fields of a form, each with its label, and below it what is wrong with it or how it is meant. */
export function FormFields({ fields, typed, problems, onTyped }: FormFieldsProps) {
  return (
    <div class="fields">
      {fields.map((field) => (
        <LabelledField
          key={field.name}
          field={field}
          value={typed[field.name] ?? ''}
          problem={problems[field.name]}
          onTyped={(value) => onTyped(field.name, value)}
        />
      ))}
    </div>
  );
}
