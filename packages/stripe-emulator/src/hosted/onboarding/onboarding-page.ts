import { fieldset, problemSummary, type Problems, type Typed } from '../fields.ts';
import { html, type Html } from '../html.ts';
import type { Page } from '../page.ts';
import type { Step } from './steps.ts';

export type StepView = {
  readonly step: Step;
  /** All steps of this flow, in their order. */
  readonly steps: readonly Step[];
  readonly platform: string;
  readonly country: string;
  /** Everything answered so far, in all steps. */
  readonly answers: Typed;
  readonly typed: Typed;
  readonly problems: Problems;
  readonly returnUrl: string;
  /** Address of the flow, without the step. */
  readonly path: string;
};

/** One step of hosted onboarding. */
export function stepPage(view: StepView): Page {
  const { step, returnUrl, problems, typed } = view;
  const fields = step.fields(view.answers, view.country);
  return {
    title: step.title,
    leadsTo: [returnUrl],
    body: html`${progress(view)}
      <form class="card form" method="post" novalidate>
        <div class="step-head">
          <p class="secondary small">
            ${view.platform} works with Stripe · ${view.steps.indexOf(step) + 1} of ${view.steps.length}
          </p>
          <h1>${step.title}</h1>
          <p class="secondary">${step.intro}</p>
        </div>
        ${problemSummary(problems, fields)}
        ${step.slug === 'review' ? reviewHtml(view) : fieldset(fields, typed, problems)} ${buttons(view)}
        ${step.slug !== 'review' && testDataHtml()}
      </form>`,
  };
}

function progress({ step: current, steps }: StepView): Html {
  const now = steps.indexOf(current);
  return html`<ol class="steps" aria-label="Steps">
    ${steps.map(
      (step, index) =>
        html`<li class="${index < now && 'done'}" ${index === now && html`aria-current="step"`}>
          <span>${step.short}</span>
        </li>`,
    )}
  </ol>`;
}

function testDataHtml(): Html {
  return html`<div class="test-data">
    <span>This is a test: nobody checks who you are.</span>
    <button class="plain" name="action" value="fill">Use test data</button>
  </div>`;
}

function buttons({ step, steps, path }: StepView): Html {
  const previous = steps[steps.indexOf(step) - 1];
  return html`<div class="actions spread">
    <div class="actions">
      <button class="primary" name="action" value="continue">
        ${step.slug === 'review' ? 'Agree and submit' : 'Continue'}
      </button>
      ${previous && html`<a class="button" href="${path}/${previous.slug}">Back</a>`}
    </div>
    <button class="plain" name="action" value="save">Save for later</button>
  </div>`;
}

function reviewHtml({ steps, answers, country, path, platform }: StepView): Html {
  return html`${steps.filter((step) => step.slug !== 'review').map((step) => summaryOf(step, answers, country, path))}
    <p class="secondary small">
      By submitting you agree to the test terms of this emulator. ${platform} and Stripe share what you entered.
    </p>`;
}

function summaryOf(step: Step, answers: Typed, country: string, path: string): Html {
  return html`<section>
    <div class="actions spread">
      <h2>${step.title}</h2>
      <a href="${path}/${step.slug}" aria-label="Edit ${step.title}">Edit</a>
    </div>
    <dl class="facts small">
      ${step.fields(answers, country).map(({ name, label, options }) => {
        const value = answers[name] ?? '';
        const text = options?.find(([option]) => option === value)?.[1] ?? shown(name, value);
        return html`<div>
          <dt>${label}</dt>
          <dd>${text === '' ? '–' : text}</dd>
        </div>`;
      })}
    </dl>
  </section>`;
}

const SECRETS = new Set(['id_number', 'tax_id', 'account_number']);

/** Numbers that identify somebody are shown by their last four characters only. */
function shown(name: string, value: string): string {
  return SECRETS.has(name) && value.length > 4 ? `•••• ${value.slice(-4)}` : value;
}
