import { type FocusEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';

interface PopoverProps {
  readonly label: string;
  /** What is on the button. */
  readonly face: ReactNode;
  readonly children: ReactNode;
}

/** A button that opens a panel; Escape, a press elsewhere, in a frame, too, and leaving it with the keyboard put it away. */
export function Popover({ label, face, children }: PopoverProps): ReactNode {
  const id = useId();
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    const onPress = ({ target }: Event): void => {
      if (target instanceof Node && !root.current?.contains(target)) setOpen(false);
    };
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    // A press inside a frame of Stripe's says nothing here, but takes the focus away from this window.
    const onLeft = (): void => setOpen(false);
    window.addEventListener('blur', onLeft);
    document.addEventListener('pointerdown', onPress);
    document.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('blur', onLeft);
      document.removeEventListener('pointerdown', onPress);
      document.removeEventListener('keydown', onKey);
    };
  }, [open]);
  const onBlur = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget !== null && !root.current?.contains(relatedTarget)) setOpen(false);
  };
  return (
    <div ref={root} className="relative shrink-0" onBlur={onBlur}>
      <button
        ref={button}
        type="button"
        aria-label={label}
        aria-expanded={open}
        aria-controls={id}
        className="grid size-10 place-content-center rounded-full transition-colors hover:bg-hover"
        onClick={() => setOpen(!open)}
      >
        {face}
      </button>
      <div
        id={id}
        hidden={!open}
        className="absolute top-full right-0 z-30 mt-1 w-72 max-w-[calc(100vw-2rem)] rounded-lg border border-line bg-surface p-4 shadow-lg"
      >
        {children}
      </div>
    </div>
  );
}
