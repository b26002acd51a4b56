import { html, type Html } from '../../hosted/html.ts';
import { formValue } from '../../hosted/form-body.ts';
import { invalidParam } from '../../wire/stripe-error.ts';
import { describeDeeds } from '../deeds/index.ts';
import { choice, grid } from './parts.ts';

/** Where the form leads that does anything. */
export const ANY_DEED_PATH = '/_emulator/page';

/** What has no form of its own here is done with the same names and JSON as over HTTP. */
export function anyDeedSection(): Html {
  const deeds = describeDeeds();
  return html`<section class="card">
    <h2>Everything else</h2>
    <form class="form" method="post" action="${ANY_DEED_PATH}">
      <div class="fields">
        ${choice(
          'deed',
          'Deed',
          deeds.map(({ name }) => name),
        )}
        <div class="field">
          <label for="params">Parameters, as JSON</label>
          <textarea id="params" name="params" rows="3" spellcheck="false">{}</textarea>
        </div>
      </div>
      <div class="actions"><button>Do it</button></div>
    </form>
    <details>
      <summary>What each takes</summary>
      ${grid(
        'Deeds',
        ['Deed', 'Parameters'],
        deeds.map(({ name, params }) => [html`<code>${name}</code>`, params.join(', ')]),
      )}
    </details>
  </section>`;
}

/**
 * Reads the parameters of that form.
 *
 * @throws {StripeError} for what is no JSON object.
 */
export function paramsIn(body: unknown): Readonly<Record<string, unknown>> {
  try {
    const params: unknown = JSON.parse(formValue(body, 'params'));
    if (typeof params === 'object' && params !== null) return Object.fromEntries(Object.entries(params));
  } catch {
    // Said below.
  }
  throw invalidParam('The parameters are no JSON object.', 'params');
}
