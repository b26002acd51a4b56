import type { AskedField } from '../../onboarding/asked-field.ts';
import { requirementsBehind } from '../../onboarding/collection.ts';
import { isSecret, shownAnswer } from '../../onboarding/facts.ts';
import type { Account } from '../../world/state.ts';
import type { FormField } from '../frame-data.ts';

/**
 * Shows the fields of a form with what was answered. A secret does not leave the server again: its field is empty and
 * says what is kept, unless Stripe asks for another one.
 */
export function formFields(
  fields: readonly AskedField[],
  { answers }: Account,
  wanted: readonly string[],
): FormField[] {
  return fields.map((field) => {
    const answer = answers[field.name] ?? '';
    if (!isSecret(field.name)) return { ...field, value: answer };
    if (!isKept(field.name, answers, wanted)) return { ...field, value: '' };
    return { ...field, value: '', kept: shownAnswer(field.name, answer) };
  });
}

/** Puts the secrets that are kept where nothing was typed. */
export function withKeptSecrets(
  typed: Readonly<Record<string, string>>,
  { answers }: Account,
  wanted: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(typed).map(([name, value]) => [
      name,
      value === '' && isKept(name, answers, wanted) ? (answers[name] ?? '') : value,
    ]),
  );
}

function isKept(name: string, answers: Account['answers'], wanted: readonly string[]): boolean {
  const isWanted = requirementsBehind(name).some((requirement) => wanted.includes(requirement));
  return isSecret(name) && (answers[name] ?? '') !== '' && !isWanted;
}
