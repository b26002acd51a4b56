import { useRef, useState } from 'preact/hooks';
import type { Problems } from '../../../../forms/fields.ts';
import type { FormAnswer, FormField } from '../../../frame-data.ts';
import type { Typed } from './form-fields.tsx';
import { useFocusOnProblem } from './use-focus-on-problem.ts';
import { useSend } from './use-send.ts';

/** Keeps what is typed into a form. What is wrong with it is said by the server, and the first such field gets the focus. */
export function useForm(fields: readonly FormField[]) {
  const [typed, setTyped] = useState<Typed>(() => valuesOf(fields));
  const [problems, setProblems] = useState<Problems>({});
  const formRef = useRef<HTMLFormElement>(null);
  const { send, busy, refusal } = useSend();

  useFocusOnProblem(formRef, problems);

  function submit(path: string, onKept: (answer: FormAnswer) => void): void {
    void send<FormAnswer>(path, typed, (answer) => {
      setProblems(answer.problems);
      if (Object.keys(answer.problems).length === 0) onKept(answer);
    });
  }

  return {
    formRef,
    busy,
    refusal,
    submit,
    fill: () => setTyped(Object.fromEntries(fields.map(({ name, test }) => [name, test]))),
    /** What the fields need to show themselves. */
    shown: {
      fields,
      typed,
      problems,
      onTyped: (name: string, value: string) => setTyped((before) => ({ ...before, [name]: value })),
    },
  };
}

/** A list shows its first choice until another one is made. */
function valuesOf(fields: readonly FormField[]): Typed {
  return Object.fromEntries(
    fields.map(({ name, value, options }) => [name, value === '' ? (options?.[0] ?? '') : value]),
  );
}
