import type { FormField } from '../../../frame-data.ts';
import { useWords } from '../frame-context.ts';
import { FormEnd } from '../ui/form-end.tsx';
import { FormFields } from '../ui/form-fields.tsx';
import { ProblemSummary, TestData } from '../ui/form-notes.tsx';
import { useForm } from '../ui/use-form.ts';

type SectionFormProps = {
  readonly title: string;
  readonly fields: readonly FormField[];
  /** Where it is sent to. */
  readonly path: string;
  readonly onDone: () => void;
  readonly onCancel: () => void;
};

/** Changes a part of what Stripe knows. */
export function SectionForm({ title, fields, path, onDone, onCancel }: SectionFormProps) {
  const { common } = useWords();
  const { formRef, busy, refusal, submit, fill, shown } = useForm(fields);
  return (
    <form
      class="step-form"
      ref={formRef}
      aria-label={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit(path, onDone);
      }}
    >
      <ProblemSummary {...shown} refusal={refusal} />
      <FormFields {...shown} />
      <FormEnd label={common.save} busyLabel={common.saving} busy={busy} onCancel={onCancel} />
      <TestData onFill={fill} />
    </form>
  );
}
