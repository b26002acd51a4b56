import type { Field, FieldWords, Problems, Typed } from '../forms/fields.ts';
import { english } from '../words/english.ts';
import { html, type Html } from './html.ts';

/** A form as it was typed, with what is wrong with it and the words for its fields. */
export type FilledForm<Word extends string> = {
  readonly fields: readonly Field<Word>[];
  readonly typed: Typed;
  readonly problems: Problems;
  readonly words: Readonly<Record<Word, FieldWords>>;
};

/** Writes the fields of a form, keeping what was typed and saying below each what is wrong. */
export function fieldset<Word extends string>({ fields, typed, problems, words }: FilledForm<Word>): Html {
  return html`<div class="fields">
    ${fields.map((field) => {
      const said = words[field.word];
      const problem = problems[field.name];
      return fieldHtml(field, typed[field.name] ?? '', said, problem && said[problem]);
    })}
  </div>`;
}

function fieldHtml(field: Field, value: string, words: FieldWords, problem: string | undefined): Html {
  const { name, half } = field;
  const note = problem ?? words.hint;
  const described = describedBy(name, note, problem);
  return html`<div class="field ${half && 'half'}">
    <label for="${name}">${words.label}</label>
    ${field.options ? selectHtml(field, value, words, described) : inputHtml(field, value, described)}
    ${note && html`<p id="${name}-note" class="${problem ? 'problem' : 'hint'}">${note}</p>`}
  </div>`;
}

function inputHtml(field: Field, value: string, described: Html): Html {
  return html`<input
    id="${field.name}"
    name="${field.name}"
    type="${field.type ?? 'text'}"
    value="${value}"
    autocomplete="${field.autocomplete ?? 'off'}"
    ${field.inputMode && html`inputmode="${field.inputMode}"`}
    ${field.placeholder && html`placeholder="${field.placeholder}"`}
    ${described}
  />`;
}

function selectHtml({ name, options }: Field, value: string, words: FieldWords, described: Html): Html {
  return html`<select id="${name}" name="${name}" ${described}>
    ${options?.map(
      (option) =>
        html`<option value="${option}" ${option === value && html`selected`}>
          ${words.options?.[option] ?? option}
        </option>`,
    )}
  </select>`;
}

function describedBy(name: string, note: string | undefined, problem: string | undefined): Html {
  return html`${note && html`aria-describedby="${name}-note"`} ${problem && html`aria-invalid="true"`}`;
}

/** Says above the form how much is wrong, for readers who do not see the fields. */
export function problemSummary<Word extends string>({ fields, problems, words }: FilledForm<Word>): Html {
  const wrong = fields.filter(({ name }) => problems[name]);
  if (wrong.length === 0) return html``;
  return html`<div class="alert danger" role="alert">
    <strong>${english.common.wrongFields(wrong.length)}</strong>
    <p>${wrong.map(({ name, word }) => html`<a href="#${name}">${words[word].label}</a> `)}</p>
  </div>`;
}
