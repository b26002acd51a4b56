import { useMutation } from '@tanstack/react-query';
import { type RefCallback, type SubmitEvent, useState } from 'react';
import { type Problems, useFieldProblems } from '../ui/use-field-problems.ts';
import { type SubmitProblem, submitProblemFrom } from './submit-problem.ts';

interface SubmitFormOptions<Form, Reply> {
  readonly initial: Form;
  readonly problemsOf: (form: Form) => Problems<Form>;
  readonly send: (form: Form) => Promise<Reply>;
  readonly onSent: (reply: Reply) => void;
  /** What of a refusal stands at single fields. */
  readonly refusedFields: (problem: SubmitProblem, form: Form) => Problems<Form>;
}

/** What one text of the form needs. */
interface FormText {
  readonly name: string;
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
  readonly onBlur: () => void;
}

export interface SubmitForm<Form> {
  readonly form: RefCallback<HTMLFormElement>;
  readonly textOf: (field: keyof Form & string) => FormText;
  readonly submit: (event: SubmitEvent) => void;
  readonly busy: boolean;
  /** Why the server refused it. */
  readonly problem: SubmitProblem | undefined;
}

/** Holds a form of texts that is checked, sent once, and keeps what was typed when it is refused. */
export function useSubmitForm<Form extends Readonly<Record<keyof Form, string>>, Reply>(
  options: SubmitFormOptions<Form, Reply>,
): SubmitForm<Form> {
  const [values, setValues] = useState(options.initial);
  const fields = useFieldProblems(values, options.problemsOf);
  const sending = useMutation({
    mutationFn: options.send,
    onSuccess: options.onSent,
    onError: (error) => fields.refuse(options.refusedFields(submitProblemFrom(error), values)),
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
