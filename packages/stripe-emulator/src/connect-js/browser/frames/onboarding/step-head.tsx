import { useEffect, useRef } from 'preact/hooks';
import { said } from '../../../../words/said.ts';
import type { Onboarding, OnboardingStep } from '../../../frame-data.ts';
import { useWords } from '../frame-context.ts';

type StepHeadProps = {
  readonly onboarding: Onboarding;
  readonly step: OnboardingStep;
  /** The seller came from another step: then the keyboard goes on here. The first one takes it from nobody. */
  readonly arrived: boolean;
};

/** Says which step this is, and how far it is to the end. */
export function StepHead({ onboarding: { platform, steps, reasons }, step, arrived }: StepHeadProps) {
  const { account } = useWords();
  const { title, intro } = account.steps[step.slug];
  const headingRef = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (arrived) headingRef.current?.focus();
  }, [arrived, step.slug]);
  const now = steps.indexOf(step);
  return (
    <header class="step-head">
      {steps.length > 1 && (
        <ol class="steps" aria-label={account.stepsLabel}>
          {steps.map(({ slug }, index) => (
            <li key={slug} class={index < now ? 'done' : ''} aria-current={index === now ? 'step' : undefined}>
              <span>{account.steps[slug].short}</span>
            </li>
          ))}
        </ol>
      )}
      <p class="secondary">{account.whereYouAre(platform, String(now + 1), String(steps.length))}</p>
      <h2 ref={headingRef} tabIndex={-1}>
        {title}
      </h2>
      <p class="secondary">{intro}</p>
      {reasons.length > 0 && (
        <p class="notice warning">{reasons.map((reason) => said(account.reasons, reason)).join(' ')}</p>
      )}
    </header>
  );
}
