/** What was typed, by field name. */
export type Typed = Readonly<Record<string, string>>;
/** What can be wrong with a value. */
export type Problem = 'expired' | 'incorrect' | 'missing' | 'wrong';
/** What is wrong with what was typed, by field name. */
export type Problems = Readonly<Record<string, Problem>>;

/** What is said of a field, and when something is wrong with it. */
export type FieldWords = {
  readonly label: string;
  readonly hint?: string;
  /** The choices, by their values. */
  readonly options?: Readonly<Record<string, string>>;
} & Readonly<Partial<Record<Problem, string>>>;

/** A field of a form. What is said of it stands under its word: the same field may be called otherwise in each country. */
export type Field<Word extends string = string> = {
  readonly name: string;
  readonly word: Word;
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'date';
  readonly inputMode?: 'numeric' | 'decimal';
  readonly autocomplete?: string;
  readonly placeholder?: string;
  /** The values to choose from. */
  readonly options?: readonly string[];
  readonly half?: boolean;
  /** Says what is wrong with a value; a value that may be left out accepts the empty text. */
  readonly check: (value: string) => Problem | undefined;
  /** What "Use test data" types. */
  readonly test: string;
};

/** Checks every field; an empty answer means that all is well. */
export function problemsOf(fields: readonly Field[], typed: Typed): Problems {
  const wrong = fields.map(({ name, check }) => [name, check(typed[name] ?? '')] as const);
  return Object.fromEntries(wrong.filter((entry): entry is [string, Problem] => entry[1] !== undefined));
}

/** Types test data into every field. */
export function testDataOf(fields: readonly Field[]): Typed {
  return Object.fromEntries(fields.map(({ name, test }) => [name, test]));
}

/** Keeps the fields of a form out of whatever was posted, with the spaces around them removed. */
export function typedIn(fields: readonly Field[], body: unknown): Typed {
  const posted: object = typeof body === 'object' && body !== null ? body : {};
  const values = new Map<string, unknown>(Object.entries(posted));
  return Object.fromEntries(fields.map(({ name }) => [name, textOf(values.get(name))]));
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
