import type { Seller } from '@sellerdesk/contract';
import { useMutation } from '@tanstack/react-query';
import { type RefCallback, type SubmitEvent, useState } from 'react';
import { type SubmitProblem, submitProblemFrom } from '../../lib/submit-problem.ts';
import { type Problems, useFieldProblems } from '../../ui/use-field-problems.ts';
import { refusedFields } from './sign-in-problem.ts';
import { useEnter } from './use-enter.ts';

interface EntryFormOptions<Form> {
  readonly initial: Form;
  readonly problemsOf: (form: Form) => Problems<Form>;
  readonly send: (form: Form) => Promise<Seller>;
}

/** What one text of the form needs. */
interface EntryText {
  readonly name: string;
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
  readonly onBlur: () => void;
}

interface EntryForm<Form> {
  readonly form: RefCallback<HTMLFormElement>;
  readonly textOf: (field: keyof Form & string) => EntryText;
  readonly submit: (event: SubmitEvent) => void;
  readonly busy: boolean;
  /** Why the server let nobody in. */
  readonly problem: SubmitProblem | undefined;
}

/** Holds a form that lets a seller in, and goes on to where they were going once it has. */
export function useEntryForm<Form extends Readonly<Record<keyof Form, string>>>(
  options: EntryFormOptions<Form>,
): EntryForm<Form> {
  const [values, setValues] = useState(options.initial);
  const fields = useFieldProblems(values, options.problemsOf);
  const enter = useEnter();
  const sending = useMutation({
    mutationFn: options.send,
    onSuccess: enter,
    onError: (error) => fields.refuse(refusedFields(submitProblemFrom(error), values)),
  });
  return {
    form: fields.form,
    textOf: (field) => ({
      name: field,
      value: values[field],
      problem: fields.problems[field],
      onBlur: () => fields.left(field),
      onChange: (value) => {
        setValues({ ...values, [field]: value });
        fields.edited(field);
      },
    }),
    submit: (event) => {
      event.preventDefault();
      if (!sending.isPending && fields.check()) sending.mutate(values);
    },
    busy: sending.isPending,
    problem: sending.error === null ? undefined : submitProblemFrom(sending.error),
  };
}
