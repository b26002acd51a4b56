import { formatMoney } from '../../connect-js/format.ts';
import { html, type Html } from '../../hosted/html.ts';
import { type DeedName, pathOfDeed } from '../deeds/index.ts';

/** Where the form of a deed leads. */
export function actionOf(deed: DeedName): string {
  return `/_emulator/page/${pathOfDeed(deed)}`;
}

/** A button that does one thing, with what it needs hidden beside it. */
export function button(deed: DeedName, label: string, fields: Readonly<Record<string, string>> = {}): Html {
  return html`<form method="post" action="${actionOf(deed)}">
    ${hidden(fields)}
    <button>${label}</button>
  </form>`;
}

/** What a form sends without asking. */
export function hidden(fields: Readonly<Record<string, string>>): Html {
  return html`${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}`;
}

/** A choice among a few words; the first stands for nothing where it is empty. */
export function choice(name: string, label: string, words: readonly string[]): Html {
  return html`<div class="field half">
    <label for="${name}">${label}</label>
    <select id="${name}" name="${name}">
      ${words.map((word) => html`<option value="${word}">${word === '' ? '–' : word.replaceAll('_', ' ')}</option>`)}
    </select>
  </div>`;
}

/** A line to type into. */
export function line(name: string, label: string, value = ''): Html {
  return html`<div class="field half">
    <label for="${name}">${label}</label>
    <input id="${name}" name="${name}" value="${value}" autocomplete="off" />
  </div>`;
}

type Cells = readonly (Html | string)[];

/** Rows under heads; wide ones scroll by themselves, so that the page does not. */
export function grid(label: string, heads: readonly string[], rows: readonly Cells[]): Html {
  if (rows.length === 0) return html`<p class="secondary">Nothing yet.</p>`;
  return table(
    label,
    heads,
    html`<tbody>
      ${rows.map(row)}
    </tbody>`,
  );
}

/** The same while it grows at its head: a script finds its rows by their id. */
export function growingGrid(id: string, label: string, heads: readonly string[], rows: readonly Cells[]): Html {
  return table(
    label,
    heads,
    html`<tbody id="${id}">
      ${rows.map(row)}
    </tbody>`,
  );
}

function table(label: string, heads: readonly string[], body: Html): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${label}">
    <table>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      ${body}
    </table>
  </div>`;
}

/** One row of a grid. */
export function row(cells: Cells): Html {
  return html`<tr>
    ${cells.map((cell) => html`<td>${cell}</td>`)}
  </tr>`;
}

/** A moment in UTC, to the second. */
export function moment(unix: number): string {
  return new Date(unix * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

/** An amount with its currency. */
export function money({ amount, currency }: { readonly amount: number; readonly currency: string }): string {
  return formatMoney(amount, currency, 'en');
}

/** An id, as it is copied. */
export function code(id: string | null): Html {
  return id === null ? html`–` : html`<code>${id}</code>`;
}
