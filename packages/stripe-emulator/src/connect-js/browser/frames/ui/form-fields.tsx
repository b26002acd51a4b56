import type { InputHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';
import type { FormField } from '../../../frame-data.ts';

export type Typed = Readonly<Record<string, string>>;
export type Problems = Readonly<Record<string, string>>;

type FormFieldsProps = {
  readonly fields: readonly FormField[];
  readonly typed: Typed;
  readonly problems: Problems;
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

type FieldProps = {
  readonly field: FormField;
  readonly value: string;
  readonly problem: string | undefined;
  readonly onTyped: (value: string) => void;
};

function LabelledField({ field, value, problem, onTyped }: FieldProps) {
  const id = useId();
  const note = problem ?? field.hint;
  const shared = {
    id,
    name: field.name,
    value,
    autocomplete: field.autocomplete ?? 'off',
    'aria-invalid': problem !== undefined,
    ...(note !== undefined && { 'aria-describedby': `${id}-note` }),
  };
  return (
    <div class={field.half ? 'field half' : 'field'}>
      <label htmlFor={id}>{field.label}</label>
      {field.options ? (
        <select {...shared} onChange={(event) => onTyped(event.currentTarget.value)}>
          {field.options.map(([option, label]) => (
            <option key={option} value={option}>
              {label}
            </option>
          ))}
        </select>
      ) : (
        <TypedInput
          {...shared}
          type={field.type ?? 'text'}
          inputMode={field.inputMode}
          placeholder={field.placeholder}
          onInput={(event) => onTyped(event.currentTarget.value)}
        />
      )}
      {note !== undefined && (
        <p id={`${id}-note`} class={problem ? 'problem' : 'hint'}>
          {note}
        </p>
      )}
    </div>
  );
}

type TypedInputProps = Omit<InputHTMLAttributes, 'list' | 'role' | 'type'> & {
  readonly type: NonNullable<FormField['type']>;
};

/** The types of Preact know each kind of input by itself only. */
function TypedInput({ type, ...rest }: TypedInputProps) {
  if (type === 'email') return <input type="email" {...rest} />;
  if (type === 'date') return <input type="date" {...rest} />;
  if (type === 'tel') return <input type="tel" {...rest} />;
  return type === 'url' ? <input type="url" {...rest} /> : <input type="text" {...rest} />;
}
