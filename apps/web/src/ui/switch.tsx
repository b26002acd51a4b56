import { type ReactNode, useId } from 'react';

interface SwitchProps {
  readonly label: string;
  /** What it means, below the label. */
  readonly hint: string;
  readonly on: boolean;
  /** A change is on its way: it shows what it will be, and cannot be changed again. */
  readonly busy: boolean;
  readonly onChange: (on: boolean) => void;
}

/** Something that is on or off, and changes at once. */
export function Switch({ label, hint, on, busy, onChange }: SwitchProps): ReactNode {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-4">
      <div className="grid gap-1">
        <label htmlFor={id} className="font-heading">
          {label}
        </label>
        <p id={`${id}-hint`} className="max-w-[36rem] text-muted">
          {hint}
        </p>
      </div>
      <button
        id={id}
        type="button"
        role="switch"
        aria-label={label}
        aria-checked={on}
        aria-describedby={`${id}-hint`}
        aria-busy={busy}
        aria-disabled={busy}
        className={`relative mt-0.5 h-6 w-11 shrink-0 rounded-full border transition-colors before:absolute before:-inset-2 before:content-[''] ${on ? 'border-accent bg-accent' : 'border-line-strong bg-pressed'}`}
        onClick={() => {
          if (!busy) onChange(!on);
        }}
      >
        <span
          aria-hidden="true"
          className={`absolute top-0.5 left-0.5 size-4.5 rounded-full bg-surface shadow-sm transition-transform ${on ? 'translate-x-5' : ''}`}
        />
      </button>
    </div>
  );
}
