import { html, type Html } from '../../hosted/html.ts';

/** A button that does one thing, with what it needs hidden beside it. */
export function button(deed: string, label: string, fields: Readonly<Record<string, string>> = {}): Html {
  return html`<form method="post" action="/_emulator/page/${deed}">
    ${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <button>${label}</button>
  </form>`;
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

/** Rows under heads; wide ones scroll by themselves, so that the page does not. */
export function grid(label: string, heads: readonly string[], rows: readonly (readonly (Html | string)[])[]): Html {
  if (rows.length === 0) return html`<p class="secondary">Nothing yet.</p>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${label}">
    <table>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (cells) =>
            html`<tr>
              ${cells.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** A moment in UTC, to the second. */
export function moment(unix: number): string {
  return new Date(unix * 1000).toISOString().slice(0, 19).replace('T', ' ');
}
