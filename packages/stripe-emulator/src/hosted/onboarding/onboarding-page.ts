import type { Problems, Typed } from '../../forms/fields.ts';
import { fieldset, problemSummary } from '../fields.ts';
import { html, type Html } from '../html.ts';
import type { Page } from '../page.ts';
import { factsOf } from '../../onboarding/facts.ts';
import type { Step } from '../../onboarding/steps.ts';

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
      ${factsOf(step, answers, country).map(
        ({ label, text }) =>
          html`<div>
            <dt>${label}</dt>
            <dd>${text === '' ? '–' : text}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}
