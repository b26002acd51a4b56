import { type ReactNode, useEffect, useId, useState } from 'react';

interface ExplainedProps {
  readonly term: string;
  readonly explanation: string;
}

/**
 * A term that explains itself on hover, on focus and on a tap; Escape puts the explanation away.
 *
 * @see https://www.w3.org/WAI/WCAG22/Understanding/content-on-hover-or-focus
 */
export function Explained({ term, explanation }: ExplainedProps): ReactNode {
  const id = useId();
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  useEscape(open, close);
  return (
    <span className="relative inline-block" onPointerEnter={() => setOpen(true)} onPointerLeave={close}>
      <button
        type="button"
        aria-describedby={id}
        className="cursor-help rounded-sm text-left underline decoration-line-strong decoration-dotted underline-offset-4"
        onFocus={() => setOpen(true)}
        onBlur={close}
      >
        {term}
      </button>
      <span role="tooltip" id={id} hidden={!open} className="absolute bottom-full left-0 z-10 w-64 max-w-[75vw] pb-2">
        <span className="block rounded-md bg-inverse px-3 py-2 text-sm text-on-inverse shadow-lg">{explanation}</span>
      </span>
    </span>
  );
}

function useEscape(active: boolean, onEscape: () => void): void {
  useEffect(() => {
    if (!active) return undefined;
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') onEscape();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}
