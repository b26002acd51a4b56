import { useEffect, useRef } from 'preact/hooks';
import type { Onboarding, OnboardingStep } from '../../../frame-data.ts';

type StepHeadProps = {
  readonly onboarding: Onboarding;
  readonly step: OnboardingStep;
  /** The seller came from another step: then the keyboard goes on here. The first one takes it from nobody. */
  readonly arrived: boolean;
};

/** Says which step this is, and how far it is to the end. */
export function StepHead({ onboarding: { platform, steps, reasons }, step, arrived }: StepHeadProps) {
  const headingRef = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (arrived) headingRef.current?.focus();
  }, [arrived, step.slug]);
  const now = steps.indexOf(step);
  return (
    <header class="step-head">
      {steps.length > 1 && (
        <ol class="steps" aria-label="Steps">
          {steps.map(({ slug, short }, index) => (
            <li key={slug} class={index < now ? 'done' : ''} aria-current={index === now ? 'step' : undefined}>
              <span>{short}</span>
            </li>
          ))}
        </ol>
      )}
      <p class="secondary">
        {platform} works with Stripe · {now + 1} of {steps.length}
      </p>
      <h2 ref={headingRef} tabIndex={-1}>
        {step.title}
      </h2>
      <p class="secondary">{step.intro}</p>
      {reasons.length > 0 && <p class="notice warning">{reasons.join(' ')}</p>}
    </header>
  );
}
