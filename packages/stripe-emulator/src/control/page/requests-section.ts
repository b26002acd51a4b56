import { html, type Html } from '../../hosted/html.ts';
import type { RecordedRequest, Recorder } from '../requests.ts';
import { code, growingGrid, moment, row } from './parts.ts';

const SHOWN = 30;

/** The newest requests; a script puts others at the head as they arrive. */
export function requestsSection({ requests }: Recorder): Html {
  const asked = requests().filter(isShown).slice(-SHOWN).toReversed();
  return html`<section class="card">
    <h2>Requests</h2>
    ${growingGrid('requests', 'Requests', ['Time', 'Request', 'Stripe-Account', 'Status'], asked.map(cells))}
    <p class="hint">They come in here as they are made.</p>
  </section>`;
}

/** One more row for the head of the table, on one line; undefined for what is not shown. */
export function requestRow(request: RecordedRequest): string | undefined {
  return isShown(request) ? row(cells(request)).text.replaceAll(/\s+/gu, ' ') : undefined;
}

/** This page and its stylesheet ask for themselves only. */
function isShown({ path }: RecordedRequest): boolean {
  return !path.startsWith('/_emulator') && !path.startsWith('/hosted');
}

function cells({ atMs, method, path, account, status }: RecordedRequest): readonly (Html | string)[] {
  return [moment(atMs / 1000).slice(11), html`<code>${method} ${path}</code>`, code(account ?? null), String(status)];
}
