import { useEffect, useState } from 'preact/hooks';
import type { FormAnswer, Onboarding, OnboardingStep } from '../../../frame-data.ts';
import { useFrame, useWords } from '../frame-context.ts';
import { EmulatorMark } from '../ui/emulator-mark.tsx';
import { Review } from './review.tsx';
import { StepForm } from './step-form.tsx';
import { StepHead } from './step-head.tsx';

type StepFlowProps = {
  readonly onboarding: Onboarding;
  readonly query: string;
  /** Gets what is left to ask, anew. */
  readonly refresh: () => Promise<void>;
  readonly onLater: () => void;
  readonly onFinished: () => void;
};

/** Where the seller is; without a step, where the server would go on. */
type Place = { readonly slug?: string; readonly fromSummary?: boolean; readonly arrived: boolean };

/** Leads through the steps, forward and back. Which ones there are is said by the server. */
export function StepFlow({ onboarding, query, refresh, onLater, onFinished }: StepFlowProps) {
  const { account } = useWords();
  const [place, setPlace] = useState<Place>({ arrived: false });
  const step = stepAt(onboarding, place);
  useStepChange(step, place);
  if (step === undefined) return null;
  const { steps } = onboarding;
  const previous = steps[steps.indexOf(step) - 1];

  async function goOn({ next = null }: FormAnswer): Promise<void> {
    await refresh();
    if (next === null) onFinished();
    // From the summary one looks after one thing, and returns to what is still to do.
    else setPlace({ arrived: true, ...(place.fromSummary !== true && { slug: next }) });
  }

  const shared = {
    step,
    query,
    onBack: previous && (() => setPlace({ slug: previous.slug, arrived: true })),
    onKept: (answer: FormAnswer) => void goOn(answer),
    onLater,
  };
  const edit = (slug: string) => setPlace({ slug, fromSummary: true, arrived: true });
  return (
    <section class="panel onboarding" aria-label={account.questions}>
      <StepHead onboarding={onboarding} step={step} arrived={place.arrived} />
      {step.slug === 'review' ? (
        <Review {...shared} onboarding={onboarding} onEdit={edit} />
      ) : (
        <StepForm key={step.slug} {...shared} />
      )}
      <EmulatorMark />
    </section>
  );
}

function stepAt({ steps, open }: Onboarding, { slug }: Place): OnboardingStep | undefined {
  return steps.find((step) => step.slug === slug) ?? steps.find((step) => step.slug === open) ?? steps[0];
}

/** The page hears of each step that is entered. */
function useStepChange(step: OnboardingStep | undefined, { fromSummary = false }: Place): void {
  const { conversation } = useFrame();
  const name = fromSummary ? step?.fromSummary : step?.stripeName;
  useEffect(() => {
    if (name !== undefined) conversation.call('OnStepChange', { step: name });
  }, [conversation, name]);
}
