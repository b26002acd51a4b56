import { useState } from 'preact/hooks';
import { useWords } from '../frame-context.ts';
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
  const { common } = useWords();
  if (cursors.isFirst && next === null) return null;
  return (
    <nav class="pages" aria-label={common.pagesOf(what)}>
      <button type="button" disabled={cursors.isFirst} onClick={cursors.back}>
        <Icon name="previous" /> {common.previous}
      </button>
      <button type="button" disabled={next === null} onClick={() => next !== null && cursors.forward(next)}>
        {common.next} <Icon name="next" />
      </button>
    </nav>
  );
}
