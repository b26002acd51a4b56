import type { FieldWords, Typed } from '../forms/fields.ts';
import type { Words } from '../words/english.ts';
import type { AskedField } from './asked-field.ts';
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
  readonly word: AskedField['word'];
  /** A day is written YYYY-MM-DD, a choice by its value. */
  readonly kind: 'choice' | 'day' | 'text';
  readonly text: string;
}

/** Tells what was answered in a step. */
export function factsOf({ fields }: Pick<Step, 'fields'>, answers: Typed, country: string): readonly Fact[] {
  return fields(answers, country).map((field) => ({
    word: field.word,
    kind: kindOf(field),
    text: shownAnswer(field.name, answers[field.name] ?? ''),
  }));
}

/** Writes an answer: of a choice what it is called. */
export function factInWords({ word, kind, text }: Fact, { fields }: Pick<Words, 'fields'>): string {
  const { options }: FieldWords = fields[word];
  return kind === 'choice' ? (options?.[text] ?? text) : text;
}

function kindOf({ options, type }: AskedField): Fact['kind'] {
  if (options !== undefined) return 'choice';
  return type === 'date' ? 'day' : 'text';
}
