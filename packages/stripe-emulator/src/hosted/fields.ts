import type { Field, Problems, Typed } from '../forms/fields.ts';
import { html, type Html } from './html.ts';

/** Writes the fields of a form, keeping what was typed and saying below each what is wrong. */
export function fieldset(fields: readonly Field[], typed: Typed, problems: Problems): Html {
  return html`<div class="fields">
    ${fields.map((field) => fieldHtml(field, typed[field.name] ?? '', problems[field.name]))}
  </div>`;
}

function fieldHtml(field: Field, value: string, problem: string | undefined): Html {
  const { name, label, hint, half } = field;
  const note = problem ?? hint;
  return html`<div class="field ${half && 'half'}">
    <label for="${name}">${label}</label>
    ${field.options ? selectHtml(field, value, problem) : inputHtml(field, value, problem)}
    ${note && html`<p id="${name}-note" class="${problem ? 'problem' : 'hint'}">${note}</p>`}
  </div>`;
}

function inputHtml(field: Field, value: string, problem: string | undefined): Html {
  return html`<input
    id="${field.name}"
    name="${field.name}"
    type="${field.type ?? 'text'}"
    value="${value}"
    autocomplete="${field.autocomplete ?? 'off'}"
    ${field.inputMode && html`inputmode="${field.inputMode}"`}
    ${field.placeholder && html`placeholder="${field.placeholder}"`}
    ${describedBy(field, problem)}
  />`;
}

function selectHtml(field: Field, value: string, problem: string | undefined): Html {
  return html`<select id="${field.name}" name="${field.name}" ${describedBy(field, problem)}>
    ${field.options?.map(
      ([option, label]) => html`<option value="${option}" ${option === value && html`selected`}>${label}</option>`,
    )}
  </select>`;
}

function describedBy({ name, hint }: Field, problem: string | undefined): Html {
  return html`${(problem ?? hint) && html`aria-describedby="${name}-note"`} ${problem && html`aria-invalid="true"`}`;
}

/** Says above the form how much is wrong, for readers who do not see the fields. */
export function problemSummary(problems: Problems, fields: readonly Field[]): Html {
  const wrong = fields.filter(({ name }) => problems[name]);
  if (wrong.length === 0) return html``;
  return html`<div class="alert danger" role="alert">
    <strong
      >${wrong.length === 1 ? 'One field needs another look.' : `${wrong.length} fields need another look.`}</strong
    >
    <p>${wrong.map(({ name, label }) => html`<a href="#${name}">${label}</a> `)}</p>
  </div>`;
}
