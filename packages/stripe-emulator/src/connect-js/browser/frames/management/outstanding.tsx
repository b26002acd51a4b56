import { StepFlow } from '../onboarding/step-flow.tsx';
import { Failed, LoadingRows } from '../ui/states.tsx';
import { useLoaded } from '../use-loaded.ts';

/** Asks what Stripe still waits for, with the questions of onboarding. */
export function Outstanding({ query, onLeft }: { query: string; onLeft: () => void }) {
  const { loaded, refresh, retry } = useLoaded('onboarding', { query });
  if (loaded.state === 'loading') return <LoadingRows rows={5} />;
  if (loaded.state === 'failed') return <Failed what="questions" failure={loaded.failure} retry={retry} />;
  return <StepFlow onboarding={loaded.data} query={query} refresh={refresh} onLater={onLeft} onFinished={onLeft} />;
}
