import { type RefCallback, useEffect, useState } from 'react';

/** What is wrong with a form, by the field it stands in. */
export type Problems<Values> = Partial<Record<keyof Values, string>>;

export interface FieldProblems<Values> {
  /** What to show now: fields that were left half done, all of them after `check`, and what was refused. */
  readonly problems: Problems<Values>;
  /** Tells that a field was edited: what was refused about its old value no longer holds. */
  readonly edited: (field: keyof Values) => void;
  /** Tells that a field was left: from now on its problem shows, unless it is still empty. */
  readonly left: (field: keyof Values) => void;
  /** Shows what the server refused, and goes to the first field of it. */
  readonly refuse: (problems: Problems<Values>) => void;
  /** Shows everything that is wrong and goes to the first of it; says whether nothing is. */
  readonly check: () => boolean;
  /** The form in which fields marked `aria-invalid` are looked for. */
  readonly form: RefCallback<HTMLFormElement>;
}

/** Decides when a form says what is wrong: not while a field is first filled, but as soon as that would help. */
export function useFieldProblems<Values extends object>(
  values: Values,
  problemsOf: (values: Values) => Problems<Values>,
): FieldProblems<Values> {
  const [shown, setShown] = useState<ReadonlySet<keyof Values> | 'all'>(new Set<keyof Values>());
  const [refused, setRefused] = useState<Problems<Values>>({});
  const { form, goToFirst } = useFirstInvalid();
  const found = problemsOf(values);
  return {
    problems: { ...only(found, shown), ...refused },
    edited: (field) => setRefused((before) => without(before, field)),
    left: (field) => {
      if (shown !== 'all' && values[field] !== '') setShown(new Set([...shown, field]));
    },
    refuse: (problems) => {
      setRefused(problems);
      goToFirst();
    },
    check: () => {
      setShown('all');
      goToFirst();
      return Object.keys(found).length === 0;
    },
    form,
  };
}

function only<Values>(found: Problems<Values>, shown: ReadonlySet<keyof Values> | 'all'): Problems<Values> {
  if (shown === 'all') return found;
  const hidden = { ...found };
  for (const field in hidden) if (!shown.has(field)) delete hidden[field];
  return hidden;
}

function without<Values>(problems: Problems<Values>, field: keyof Values): Problems<Values> {
  const rest = { ...problems };
  delete rest[field];
  return rest;
}

/** Moves the focus once the marks are on the page, which is after the next render. */
function useFirstInvalid(): { form: RefCallback<HTMLFormElement>; goToFirst: () => void } {
  const [element, form] = useState<HTMLFormElement | null>(null);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (asked > 0) element?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [asked, element]);
  return { form, goToFirst: () => setAsked((count) => count + 1) };
}
