import type { Words } from '../../../../words/english.ts';
import { type ApiFailure, failureInWords } from '../frame-api.ts';
import { useWords } from '../frame-context.ts';
import { EmulatorMark } from './emulator-mark.tsx';

/** Stands for a list while it loads, in the size it will have. */
export function LoadingRows({ rows }: { rows: number }) {
  const { common } = useWords();
  return (
    <output class="skeleton" aria-label={common.loading}>
      {Array.from({ length: rows }, (_, index) => (
        <span key={index} class="bone" />
      ))}
    </output>
  );
}

/** Says that there is nothing yet, and what will be here. */
export function Empty({ words: { title, text } }: { words: { readonly title: string; readonly text: string } }) {
  return (
    <div class="state">
      <h3>{title}</h3>
      <p>{text}</p>
    </div>
  );
}

/** What there may be to show. */
export type Showable = keyof Words['common']['cannotShow'];

type FailedProps = { readonly what: Showable; readonly failure: ApiFailure; readonly retry: () => void };

/** Says what could not be loaded and why, with a way to try again. */
export function Failed({ what, failure, retry }: FailedProps) {
  const words = useWords();
  return (
    <div class="state" role="alert">
      <h3>{words.common.cannotShow[what]}</h3>
      <p>{failureInWords(failure, words)}</p>
      <button type="button" onClick={retry}>
        {words.common.tryAgain}
      </button>
      <EmulatorMark />
    </div>
  );
}
