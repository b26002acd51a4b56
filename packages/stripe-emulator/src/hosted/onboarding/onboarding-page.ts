import type { Problems, Typed } from '../../forms/fields.ts';
import { fieldset, problemSummary } from '../fields.ts';
import { html, type Html } from '../html.ts';
import type { Page } from '../page.ts';
import { factInWords, factsOf } from '../../onboarding/facts.ts';
import type { Step } from '../../onboarding/steps.ts';
import { english } from '../../words/english.ts';

/** Hosted pages are in English. */
const { account: words } = english;

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
  const { title, intro } = words.steps[step.slug];
  const form = { fields: step.fields(view.answers, view.country), typed, problems, words: english.fields };
  return {
    title,
    leadsTo: [returnUrl],
    body: html`${progress(view)}
      <form class="card form" method="post" novalidate>
        <div class="step-head">
          <p class="secondary small">
            ${view.platform} works with Stripe · ${view.steps.indexOf(step) + 1} of ${view.steps.length}
          </p>
          <h1>${title}</h1>
          <p class="secondary">${intro}</p>
        </div>
        ${problemSummary(form)} ${step.slug === 'review' ? reviewHtml(view) : fieldset(form)} ${buttons(view)}
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
          <span>${words.steps[step.slug].short}</span>
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
  const { title } = words.steps[step.slug];
  return html`<section>
    <div class="actions spread">
      <h2>${title}</h2>
      <a href="${path}/${step.slug}" aria-label="Edit ${title}">Edit</a>
    </div>
    <dl class="facts small">
      ${factsOf(step, answers, country).map(
        (fact) =>
          html`<div>
            <dt>${english.fields[fact.word].label}</dt>
            <dd>${fact.text === '' ? '–' : factInWords(fact, english)}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}
