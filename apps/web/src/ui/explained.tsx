import { type PointerEvent, type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react';

interface ExplainedProps {
  readonly term: string;
  readonly explanation: string;
}

/**
 * A term that explains itself on hover, on focus and on a tap; Escape, another tap and one elsewhere put the explanation
 * away.
 *
 * @see https://www.w3.org/WAI/WCAG22/Understanding/content-on-hover-or-focus
 */
export function Explained({ term, explanation }: ExplainedProps): ReactNode {
  const id = useId();
  const root = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  useAway(open, root, close);
  // A finger enters when it presses and leaves when it lifts: only what hovers can open by entering.
  const hover =
    (now: boolean) =>
    ({ pointerType }: PointerEvent): void => {
      if (pointerType === 'mouse') setOpen(now);
    };
  const tap = ({ pointerType }: PointerEvent): void => {
    if (pointerType !== 'mouse') setOpen(!open);
  };
  return (
    <span ref={root} className="relative inline-block" onPointerEnter={hover(true)} onPointerLeave={hover(false)}>
      <button
        type="button"
        aria-describedby={id}
        className="min-h-10 cursor-help rounded-sm text-left underline decoration-line-strong decoration-dotted underline-offset-4"
        onFocus={() => setOpen(true)}
        onBlur={close}
        onPointerUp={tap}
      >
        {term}
      </button>
      <span role="tooltip" id={id} hidden={!open} className="absolute bottom-full left-0 z-10 w-64 max-w-[75vw]">
        <span className="block rounded-md bg-inverse px-3 py-2 text-sm text-on-inverse shadow-lg">{explanation}</span>
      </span>
    </span>
  );
}

function useAway(active: boolean, root: RefObject<HTMLElement | null>, onAway: () => void): void {
  useEffect(() => {
    if (!active) return undefined;
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') onAway();
    };
    // Not every browser gives a button the focus that it would lose with a tap elsewhere.
    const onPress = ({ target }: Event): void => {
      if (target instanceof Node && !root.current?.contains(target)) onAway();
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', onPress);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', onPress);
    };
  });
}
