import type { Typed } from '../forms/fields.ts';
import type { Step } from './steps.ts';

/** Numbers that identify somebody: they are not shown again, whoever asks. */
const SECRETS = new Set(['id_number', 'tax_id', 'account_number']);

export function isSecret(name: string): boolean {
  return SECRETS.has(name);
}

/** Writes an answer so that it may be seen: of a secret only the last four characters. */
export function shownAnswer(name: string, value: string): string {
  return isSecret(name) && value.length > 4 ? `•••• ${value.slice(-4)}` : value;
}

/** Something that was answered, as it may be seen; the empty text where it was not. */
export interface Fact {
  readonly label: string;
  readonly text: string;
  /** The text is a day, written YYYY-MM-DD. */
  readonly isDay: boolean;
}

/** Tells what was answered in a step, by the labels of its fields. */
export function factsOf({ fields }: Pick<Step, 'fields'>, answers: Typed, country: string): readonly Fact[] {
  return fields(answers, country).map(({ name, label, options, type }) => {
    const value = answers[name] ?? '';
    const chosen = options?.find(([option]) => option === value)?.[1];
    return { label, text: chosen ?? shownAnswer(name, value), isDay: type === 'date' };
  });
}
