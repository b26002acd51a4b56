import { formatMoment, formatMoney } from '../../connect-js/format.ts';
import type { DisputeRow, Page as Rows, PaymentRow, PayoutRow } from '../../connect-js/frame-data.ts';
import { bankInWords } from '../../connect-js/in-words.ts';
import { english } from '../../words/english.ts';
import { html, type Html } from '../html.ts';
import type { Page } from '../page.ts';

export type DashboardAccount = { readonly id: string; readonly name: string };

const tabs = [
  ['home', '', 'Home'],
  ['payments', '/payments', 'Payments'],
  ['balance', '/balance/overview', 'Balances'],
  ['payouts', '/payouts', 'Payouts'],
  ['disputes', '/disputes', 'Disputes'],
  ['customers', '/customers', 'Customers'],
  ['products', '/products', 'Products'],
  ['settings', '/settings', 'Settings'],
] as const;

/** A page of the Dashboard of one account. */
export function dashboardPage(account: DashboardAccount, section: string, title: string, body: Html): Page {
  const base = `/dashboard/${account.id}/test`;
  return {
    title: `${title} – ${account.name}`,
    wide: true,
    body: html`<header class="dashboard-head">
        <div>
          <p class="secondary small">Dashboard of</p>
          <p><strong>${account.name}</strong> <span class="badge warning">Test</span></p>
        </div>
        <form method="post" action="/dashboard/sign-out" class="actions">
          <code class="secondary">${account.id}</code>
          <button class="plain">Sign out</button>
        </form>
      </header>
      <nav class="tabs" aria-label="Dashboard">
        ${tabs.map(
          ([name, path, label]) =>
            html`<a href="${base}${path}" ${name === section && html`aria-current="page"`}>${label}</a>`,
        )}
      </nav>
      <section class="card">
        <h1>${title}</h1>
        ${body}
      </section>`,
  };
}

/** Payments as a table, each leading to its own page. */
export function paymentsHtml(account: string, { rows, next }: Rows<PaymentRow>): Html {
  return html`${table(
    'No payments yet.',
    ['Amount', 'Status', 'Description', 'Date'],
    rows.map((row) => [
      linkTo(account, `payments/${row.id}`, formatMoney(row.amount, row.currency, 'en')),
      badge(row.status),
      html`${row.description ?? row.customer ?? '–'}`,
      html`${formatMoment(row.createdUnix, 'en')}`,
    ]),
  )}${nextPage(next)}`;
}

/** Payouts as a table, each leading to its own page. */
export function payoutsHtml(account: string, { rows, next }: Rows<PayoutRow>): Html {
  return html`${table(
    'No payouts yet.',
    ['Amount', 'Status', 'Bank account', 'Arrives'],
    rows.map((row) => [
      linkTo(account, `payouts/${row.id}`, formatMoney(row.amount, row.currency, 'en')),
      badge(row.status),
      html`${row.bank ? `${bankInWords(row.bank, english)} •••• ${row.bank.last4}` : '–'}`,
      html`${formatMoment(row.arrivalUnix, 'en')}`,
    ]),
  )}${nextPage(next)}`;
}

/** Disputes as a table, each leading to its payment. */
export function disputesHtml(account: string, { rows, next }: Rows<DisputeRow>): Html {
  return html`${table(
    'No disputes.',
    ['Amount', 'Status', 'Reason', 'Answer by'],
    rows.map((row) => [
      linkTo(account, `payments/${row.payment ?? row.id}`, formatMoney(row.amount, row.currency, 'en')),
      badge(row.status),
      html`${capital(row.reason.replaceAll('_', ' '))}`,
      html`${row.answerDueUnix === null ? '–' : formatMoment(row.answerDueUnix, 'en')}`,
    ]),
  )}${nextPage(next)}`;
}

/** Names and values under each other. */
export function factsHtml(facts: readonly (readonly [label: string, value: string | Html | null])[]): Html {
  return html`<dl class="facts">
    ${facts.map(
      ([label, value]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${value ?? '–'}</dd>
        </div>`,
    )}
  </dl>`;
}

const tones: Record<string, string> = {
  successful: 'success',
  paid: 'success',
  won: 'success',
  failed: 'danger',
  blocked: 'danger',
  disputed: 'danger',
  needs_response: 'danger',
  lost: 'danger',
  uncaptured: 'warning',
};

/** A state as a badge. */
export function badge(status: string): Html {
  const words = status === 'successful' ? 'succeeded' : status.replaceAll('_', ' ');
  return html`<span class="badge ${tones[status]}">${capital(words)}</span>`;
}

/** Writes words with a capital, as a label begins. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A link to a page of the Dashboard. */
export function linkTo(account: string, path: string, text: string): Html {
  return html`<a class="figure" href="/dashboard/${account}/test/${path}">${text}</a>`;
}

/** The way to what is older, where there is more. */
export function nextPage(next: string | null): Html | undefined {
  return next === null ? undefined : html`<p><a class="button" href="?after=${next}">Older</a></p>`;
}

/** Rows under heads, or a sentence where there are none. */
export function table(empty: string, heads: readonly string[], rows: readonly (readonly Html[])[]): Html {
  if (rows.length === 0) return html`<p class="secondary">${empty}</p>`;
  return html`<table>
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
  </table>`;
}
