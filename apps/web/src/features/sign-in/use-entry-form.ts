import type { Seller } from '@sellerdesk/contract';
import { type SubmitForm, useSubmitForm } from '../../lib/use-submit-form.ts';
import type { Problems } from '../../ui/use-field-problems.ts';
import { refusedFields } from './sign-in-problem.ts';
import { useEnter } from './use-enter.ts';

interface EntryFormOptions<Form> {
  readonly initial: Form;
  readonly problemsOf: (form: Form) => Problems<Form>;
  readonly send: (form: Form) => Promise<Seller>;
}

/** Holds a form that lets a seller in, and goes on to where they were going once it has. */
export function useEntryForm<Form extends Readonly<Record<keyof Form, string>>>(
  options: EntryFormOptions<Form>,
): SubmitForm<Form> {
  return useSubmitForm({ ...options, onSent: useEnter(), refusedFields });
}
