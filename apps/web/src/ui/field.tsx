import { type ReactNode, useId } from 'react';

/** What an input needs so that its label, hint and problem belong to it. */
interface FieldWiring {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

export interface FieldTexts {
  readonly label: string;
  /** Stands at the end of the label's line. */
  readonly aside?: ReactNode;
  readonly hint?: ReactNode;
  /** Takes the hint's place: what is wrong and what would be right. */
  readonly problem?: ReactNode;
}

interface FieldProps extends FieldTexts {
  readonly children: (wiring: FieldWiring) => ReactNode;
}

/** The look of every input: 16 px, because iOS zooms into anything smaller. */
export const inputLook =
  'min-h-10 w-full rounded-md border border-line-strong bg-surface px-3 text-lg text-ink placeholder:text-faint ' +
  'disabled:text-muted aria-invalid:border-danger';

/** A label, an input, and under it a hint or what is wrong. */
export function Field({ label, aside, hint, problem, children }: FieldProps): ReactNode {
  const id = useId();
  const noteId = `${id}-note`;
  const note = problem ?? hint;
  return (
    <div className="grid content-start gap-1.5">
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="font-heading">
          {label}
        </label>
        {aside}
      </div>
      {children({
        id,
        'aria-invalid': problem !== undefined,
        'aria-describedby': note === undefined ? undefined : noteId,
      })}
      <p
        id={noteId}
        aria-live="polite"
        className={`text-sm empty:hidden ${problem === undefined ? 'text-muted' : 'text-danger'}`}
      >
        {note}
      </p>
    </div>
  );
}
