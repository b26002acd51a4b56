import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { FrameAnswers } from '../../frame-data.ts';
import { ApiFailure } from './frame-api.ts';
import { useFrame } from './frame-context.ts';

export type Loaded<Data> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly failure: ApiFailure }
  | { readonly state: 'ready'; readonly data: Data };

/** What completes the path of a question: the object asked for, a query. */
export type Asked = { readonly id?: string; readonly query?: string };

/**
 * Loads what a component shows from the frame API. `refresh` replaces the data when the new answer is there, `retry`
 * shows the loading state first. An answer to an older path is dropped.
 */
export function useLoaded<Route extends keyof FrameAnswers>(route: Route, { id, query }: Asked = {}) {
  const path = pathOf(route, id, query);
  const { api, conversation } = useFrame();
  const [loaded, setLoaded] = useState<Loaded<FrameAnswers[Route]> & { path?: string }>({ state: 'loading' });
  const newestRef = useRef(0);

  const refresh = useCallback(async () => {
    const asked = ++newestRef.current;
    const answer = await answerOf(() => api.get<FrameAnswers[Route]>(path));
    if (asked !== newestRef.current || isForSignIn(answer)) return;
    setLoaded({ ...answer, path });
    if (answer.state === 'failed') {
      const { type, message } = answer.failure;
      conversation.say({ kind: 'load-error', error: { type, message } });
    }
  }, [api, conversation, path]);

  const retry = useCallback(() => {
    setLoaded({ state: 'loading' });
    void refresh();
  }, [refresh]);

  useEffect(() => void refresh(), [refresh]);
  useEffect(() => conversation.onRefresh(() => void refresh()), [conversation, refresh]);

  return { loaded, isStale: loaded.path !== path, refresh, retry };
}

function pathOf(route: string, id = '', query = ''): string {
  const path = route.replace(':id', encodeURIComponent(id));
  return query === '' ? path : `${path}?${query}`;
}

/** What is shown waits behind the question who comes. */
function isForSignIn(answer: Loaded<unknown>): boolean {
  return answer.state === 'failed' && answer.failure.needsSignIn;
}

async function answerOf<Data>(load: () => Promise<Data>): Promise<Loaded<Data>> {
  try {
    return { state: 'ready', data: await load() };
  } catch (cause) {
    if (cause instanceof ApiFailure) return { state: 'failed', failure: cause };
    throw cause;
  }
}
