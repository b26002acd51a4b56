import { useState } from 'react';
import { type LoadError, needsNewSession } from './component-problem.ts';
import { connection } from './connection.ts';
import type { ConnectionState } from './create-connection.ts';

/** What every component of Stripe tells about its loading. */
export interface LoadListeners {
  readonly onLoaderStart: () => void;
  readonly onLoadError: (report: { readonly error: LoadError }) => void;
}

/** How far a component is. */
export type Load = LoadProgress & {
  /** Names this try: another one needs a new element. */
  readonly key: string;
  readonly listeners: LoadListeners;
  readonly retry: () => void;
};

type LoadProgress =
  | { readonly status: 'waiting' }
  | { readonly status: 'started' }
  | { readonly status: 'failed'; readonly error: LoadError };

/** What a try has reported so far. */
interface Seen {
  readonly key: string;
  readonly progress: LoadProgress;
}

/** Follows how a component loads, from the beginning again with every instance and every try. */
export function useLoad(state: ConnectionState): Load {
  const [tries, setTries] = useState(0);
  const key = `${state.status === 'open' ? state.key : state.status}:${tries}`;
  const [seen, setSeen] = useState<Seen>();
  const progress = progressOf(seen, key);
  return {
    ...progress,
    key,
    listeners: {
      onLoaderStart: () => setSeen({ key, progress: { status: 'started' } }),
      onLoadError: ({ error }) => {
        // What was reported last may not have been rendered yet: it is asked for, not remembered.
        setSeen((last) => {
          // Once it has begun to load, a component draws its own errors; without a session it can draw nothing.
          const drawsItself = progressOf(last, key).status === 'started' && !endsSession(error);
          return drawsItself ? last : { key, progress: { status: 'failed', error } };
        });
      },
    },
    retry: () => {
      if (progress.status === 'failed' && !needsNewSession(progress.error)) setTries(tries + 1);
      else connection.renew();
    },
  };
}

function progressOf(seen: Seen | undefined, key: string): LoadProgress {
  return seen?.key === key ? seen.progress : { status: 'waiting' };
}

function endsSession({ type }: LoadError): boolean {
  return type === 'authentication_error' || type === 'account_session_create_error';
}
