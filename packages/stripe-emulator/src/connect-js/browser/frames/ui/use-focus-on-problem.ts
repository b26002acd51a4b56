import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { FieldProblems } from '../../../frame-data.ts';

/** Leads to the first field that has to be mended, as soon as it is known. */
export function useFocusOnProblem(formRef: RefObject<HTMLFormElement | null>, problems: FieldProblems): void {
  useEffect(() => {
    if (Object.keys(problems).length > 0) formRef.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [formRef, problems]);
}
