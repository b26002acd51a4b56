import type { Onboarding, OnboardingStep } from '../../../frame-data.ts';
import { useWords } from '../frame-context.ts';
import { Answered } from '../ui/answered.tsx';
import { ProblemSummary } from '../ui/form-notes.tsx';
import { useForm } from '../ui/use-form.ts';
import { StepButtons } from './step-buttons.tsx';
import type { StepProps } from './step-form.tsx';
import { Terms } from './terms.tsx';

type ReviewProps = StepProps & {
  readonly onboarding: Onboarding;
  readonly onEdit: (slug: string) => void;
};

/** Everything that was answered, and the terms: with this it is handed in. */
export function Review({ onboarding, step, query, onEdit, onBack, onKept, onLater }: ReviewProps) {
  const { account } = useWords();
  const { busy, refusal, submit, shown } = useForm(step.fields);
  const { steps, terms, platform } = onboarding;
  return (
    <form
      class="step-form"
      aria-label={account.steps[step.slug].title}
      onSubmit={(event) => {
        event.preventDefault();
        submit(`onboarding/${step.slug}?${query}`, onKept);
      }}
    >
      <ProblemSummary {...shown} refusal={refusal} />
      {step.stripeName === 'summary' &&
        steps
          .filter(({ slug }) => slug !== step.slug)
          .map((answered) => <AnsweredStep key={answered.slug} step={answered} onEdit={() => onEdit(answered.slug)} />)}
      {terms !== null && <Terms terms={terms} platform={platform} />}
      <StepButtons
        label={terms === null ? account.submit : account.agreeAndSubmit}
        busy={busy}
        onBack={onBack}
        onLater={onLater}
      />
    </form>
  );
}

function AnsweredStep({ step, onEdit }: { step: OnboardingStep; onEdit: () => void }) {
  const { account, common } = useWords();
  const { title } = account.steps[step.slug];
  return (
    <section class="answered" aria-label={title}>
      <div class="head">
        <h3>{title}</h3>
        <button type="button" class="link" aria-label={common.editing(title)} onClick={onEdit}>
          {common.edit}
        </button>
      </div>
      <Answered facts={step.facts} />
    </section>
  );
}
