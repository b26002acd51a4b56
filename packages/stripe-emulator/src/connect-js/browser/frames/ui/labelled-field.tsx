import type { InputHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';
import type { Field } from '../../../../forms/fields.ts';

export type SelectOption = readonly [value: string, label: string];

/** A field with its words. */
type ShownField = Partial<Pick<Field, 'autocomplete' | 'half' | 'inputMode' | 'name' | 'type'>> & {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly options?: readonly SelectOption[] | undefined;
};

type LabelledFieldProps = {
  readonly field: ShownField;
  readonly value: string;
  readonly problem: string | undefined;
  readonly onTyped: (value: string) => void;
};

/** A field with its label, and below it what is wrong with it or how it is meant. */
export function LabelledField({ field, value, problem, onTyped }: LabelledFieldProps) {
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
  readonly type: NonNullable<Field['type']>;
};

/** The types of Preact know each kind of input by itself only. */
function TypedInput({ type, ...rest }: TypedInputProps) {
  if (type === 'email') return <input type="email" {...rest} />;
  if (type === 'date') return <input type="date" {...rest} />;
  if (type === 'tel') return <input type="tel" {...rest} />;
  return type === 'url' ? <input type="url" {...rest} /> : <input type="text" {...rest} />;
}
