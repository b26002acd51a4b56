import type { FormAnswer, OnboardingStep } from '../../../frame-data.ts';
import { useWords } from '../frame-context.ts';
import { FormFields } from '../ui/form-fields.tsx';
import { ProblemSummary, TestData } from '../ui/form-notes.tsx';
import { useForm } from '../ui/use-form.ts';
import { StepButtons } from './step-buttons.tsx';

export type StepProps = {
  readonly step: OnboardingStep;
  /** What the platform wants collected. */
  readonly query: string;
  readonly onBack: (() => void) | undefined;
  readonly onKept: (answer: FormAnswer) => void;
  readonly onLater: () => void;
};

/** One step with its questions. */
export function StepForm({ step, query, onBack, onKept, onLater }: StepProps) {
  const { account } = useWords();
  const { formRef, busy, refusal, submit, fill, shown } = useForm(step.fields);
  return (
    <form
      class="step-form"
      ref={formRef}
      aria-label={account.steps[step.slug].title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit(`onboarding/${step.slug}?${query}`, onKept);
      }}
    >
      <ProblemSummary {...shown} refusal={refusal} />
      <FormFields {...shown} />
      <StepButtons
        label={account.continue}
        busy={busy}
        onBack={onBack}
        onLater={() => submit(`onboarding/${step.slug}/keep?${query}`, onLater)}
      />
      <TestData onFill={fill} />
    </form>
  );
}
