import { useState } from 'preact/hooks';
import { Icon } from './icon.tsx';

/** Where a list stands: the cursors of the pages before the present one. */
export type Cursors = {
  readonly present: string | undefined;
  readonly isFirst: boolean;
  readonly forward: (next: string) => void;
  readonly back: () => void;
  readonly restart: () => void;
};

/** Remembers the way through a list that only knows its next page. */
export function useCursors(): Cursors {
  const [trail, setTrail] = useState<readonly string[]>([]);
  return {
    present: trail.at(-1),
    isFirst: trail.length === 0,
    forward: (next) => setTrail([...trail, next]),
    back: () => setTrail(trail.slice(0, -1)),
    restart: () => setTrail([]),
  };
}

/** The buttons below a list; nothing when all of it is on one page. */
export function Pages({ cursors, next, what }: { cursors: Cursors; next: string | null; what: string }) {
  if (cursors.isFirst && next === null) return null;
  return (
    <nav class="pages" aria-label={`${what} pages`}>
      <button type="button" disabled={cursors.isFirst} onClick={cursors.back}>
        <Icon name="previous" /> Previous
      </button>
      <button type="button" disabled={next === null} onClick={() => next !== null && cursors.forward(next)}>
        Next <Icon name="next" />
      </button>
    </nav>
  );
}
