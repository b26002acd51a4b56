import type { ApiFailure } from '../frame-api.ts';
import { EmulatorMark } from './emulator-mark.tsx';

/** Stands for a list while it loads, in the size it will have. */
export function LoadingRows({ rows }: { rows: number }) {
  return (
    <output class="skeleton" aria-label="Loading">
      {Array.from({ length: rows }, (_, index) => (
        <span key={index} class="bone" />
      ))}
    </output>
  );
}

/** Says that there is nothing yet, and what will be here. */
export function Empty({ title, text }: { title: string; text: string }) {
  return (
    <div class="state">
      <h3>{title}</h3>
      <p>{text}</p>
    </div>
  );
}

/** Says what could not be loaded and why, with a way to try again. */
export function Failed({ what, failure, retry }: { what: string; failure: ApiFailure; retry: () => void }) {
  return (
    <div class="state" role="alert">
      <h3>{what} can’t be shown right now</h3>
      <p>{failure.message}</p>
      <button type="button" onClick={retry}>
        Try again
      </button>
      <EmulatorMark />
    </div>
  );
}
