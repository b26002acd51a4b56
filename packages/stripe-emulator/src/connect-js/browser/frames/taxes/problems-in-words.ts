import type { Words } from '../../../../words/english.ts';
import { said } from '../../../../words/said.ts';
import type { FieldProblems } from '../../../frame-data.ts';

/** Says what is wrong with each field. */
export function problemsInWords(problems: FieldProblems, { taxes }: Words): FieldProblems {
  return Object.fromEntries(Object.entries(problems).map(([field, code]) => [field, said(taxes.problems, code)]));
}
