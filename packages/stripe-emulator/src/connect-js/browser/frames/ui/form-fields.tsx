import type { FieldWords, Problems } from '../../../../forms/fields.ts';
import type { FormField } from '../../../frame-data.ts';
import { useWords } from '../frame-context.ts';
import { LabelledField } from './labelled-field.tsx';

export type Typed = Readonly<Record<string, string>>;

type FormFieldsProps = {
  readonly fields: readonly FormField[];
  readonly typed: Typed;
  readonly problems: Problems;
  readonly onTyped: (name: string, value: string) => void;
};

/** The fields of a form, each with its label, and below it what is wrong with it or how it is meant. */
export function FormFields({ fields, typed, problems, onTyped }: FormFieldsProps) {
  const words = useWords();
  return (
    <div class="fields">
      {fields.map(({ name, word, options, kept, placeholder, ...field }) => {
        const said: FieldWords = words.fields[word];
        const problem = problems[name];
        return (
          <LabelledField
            key={name}
            field={{
              ...field,
              name,
              label: said.label,
              hint: said.hint,
              options: options?.map((option) => [option, said.options?.[option] ?? option]),
              placeholder: kept === undefined ? placeholder : words.common.kept(kept),
            }}
            value={typed[name] ?? ''}
            problem={problem && said[problem]}
            onTyped={(value) => onTyped(name, value)}
          />
        );
      })}
    </div>
  );
}
