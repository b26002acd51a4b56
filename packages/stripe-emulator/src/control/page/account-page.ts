import { formatMoney } from '../../connect-js/format.ts';
import { html, type Html } from '../../hosted/html.ts';
import type { Page } from '../../hosted/page.ts';
import { businessNameOf } from '../../world/accounts.ts';
import { DEMAND_KINDS, DOCUMENT } from '../../world/demands.ts';
import { balancesOf } from '../../world/ledger.ts';
import { namedRequirements } from '../../world/requirement-names.ts';
import type { Account } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import { ACCOUNT_STATES } from '../control.ts';
import { button, choice, grid, line, moment } from './parts.ts';

const SHOWN = 30;

/** One account: what it has, what Stripe wants of it, and what may happen to it next. */
export function accountPage(world: World, account: Account): Page {
  const { id } = account;
  const back = `/_emulator/accounts/${id}`;
  return {
    title: businessNameOf(account),
    wide: true,
    body: html`<div class="form">
      <section class="card">
        <p><a href="/_emulator">All of the emulator</a></p>
        <h1>${businessNameOf(account)}</h1>
        <p><code>${id}</code> · <a href="/dashboard/${id}/test">Its Dashboard</a></p>
        ${dues(world, account)}
        <div class="actions">
          ${button('complete-onboarding', 'Complete onboarding', { account: id, back })}
          ${button('complete-onboarding', 'Complete it as a company', { account: id, business_type: 'company', back })}
          ${button('fail-next-payout', 'Next payout fails', { account: id, back })}
          ${button(account.deauthorized ? 'authorize' : 'deauthorize', account.deauthorized ? 'Connect again' : 'Disconnect', { account: id, back })}
        </div>
        <form class="form" method="post" action="/_emulator/page/set-account-state">
          <input type="hidden" name="account" value="${id}" /><input type="hidden" name="back" value="${back}" />
          <div class="fields">${choice('state', 'State', ACCOUNT_STATES)}</div>
          <div class="actions"><button>Put into this state</button></div>
        </form>
        ${requirement(id, back)}
      </section>
      ${charges(world, id, back)} ${disputes(world, id, back)} ${ledger(world, id)}
    </div>`,
  };
}

/** What Stripe waits for, by when. */
function dues(world: World, account: Account): Html {
  const { currentlyDue, pastDue, eventuallyDue, deadlineUnix, disabledReason, future } = namedRequirements(
    world,
    account,
  );
  const lines = [
    ['Past due', pastDue],
    [`Due${dayOf(deadlineUnix)}`, currentlyDue.filter((field) => !pastDue.includes(field))],
    ['Due eventually', eventuallyDue.filter((field) => !currentlyDue.includes(field))],
    [`Wanted in future${dayOf(future.deadlineUnix)}`, future.currentlyDue],
    ['Disabled', disabledReason === null ? [] : [disabledReason]],
  ] as const;
  const shown = lines.filter(([, fields]) => fields.length > 0);
  if (shown.length === 0) return html`<p>Due: nothing</p>`;
  return html`${shown.map(([label, fields]) => html`<p>${label}: ${fields.join(', ')}</p>`)}`;
}

function dayOf(unix: number | null): string {
  return unix === null ? '' : `, ${moment(unix).slice(0, 10)}`;
}

function requirement(account: string, back: string): Html {
  return html`<form class="form" method="post" action="/_emulator/page/open-requirement">
      <input type="hidden" name="account" value="${account}" /><input type="hidden" name="back" value="${back}" />
      <div class="fields">
        ${choice('kind', 'Stripe wants something', DEMAND_KINDS)} ${line('field', 'What', DOCUMENT)}
        ${line('days', 'In how many days', '14')}
      </div>
      <div class="actions"><button>Ask for it</button></div>
    </form>
    <div class="actions">${button('reach-threshold', 'What is due eventually falls due', { account, back })}</div>`;
}

function charges(world: World, id: string, back: string): Html {
  const { rows } = world.store.list('charge', { account: id, limit: SHOWN });
  return html`<section class="card">
    <h2>Charges</h2>
    ${grid(
      'Charges',
      ['Amount', 'Status', 'Id', 'Created', ''],
      rows.map((charge) => [
        formatMoney(charge.amount, charge.currency, 'en'),
        charge.status,
        html`<code>${charge.id}</code>`,
        moment(charge.createdUnix),
        charge.status === 'succeeded' && charge.dispute === null ? disputing(charge.id, back) : '',
      ]),
    )}
  </section>`;
}

function disputing(charge: string, back: string): Html {
  return html`${button('open-dispute', 'Dispute', { charge, back })}
  ${button('open-dispute', 'Inquiry', { charge, kind: 'inquiry', back })}
  ${button('open-dispute', 'Prevented dispute', { charge, kind: 'prevented', back })}`;
}

/** What may become of a dispute, by how it stands; the first word that fits its status counts. */
const MOVES: readonly (readonly [status: RegExp, moves: readonly (readonly [what: string, label: string])[]])[] = [
  [
    /^warning_(needs|under)/u,
    [
      ['escalate', 'Escalate'],
      ['lose', 'Close'],
    ],
  ],
  [
    /(needs_response|under_review)$/u,
    [
      ['win', 'Win'],
      ['lose', 'Lose'],
    ],
  ],
  [/^lost$/u, [['appeal', 'Let it be appealed']]],
];

function disputes(world: World, id: string, back: string): Html {
  const { rows } = world.store.list('dispute', { account: id, limit: SHOWN });
  return html`<section class="card">
    <h2>Disputes</h2>
    ${grid(
      'Disputes',
      ['Amount', 'Status', 'Id', 'Due', ''],
      rows.map((dispute) => [
        formatMoney(dispute.amount, dispute.currency, 'en'),
        dispute.status.replaceAll('_', ' '),
        html`<code>${dispute.id}</code>`,
        moment(dispute.dueUnix),
        html`${(MOVES.find(([status]) => status.test(dispute.status))?.[1] ?? []).map(([what, label]) =>
          button('move-dispute', label, { dispute: dispute.id, what, back }),
        )}`,
      ]),
    )}
  </section>`;
}

function ledger(world: World, id: string): Html {
  const { rows } = world.store.list('balance_transaction', { account: id, limit: SHOWN });
  const funds = balancesOf(world, id).map(
    ({ currency, available, pending }) =>
      `${formatMoney(available, currency, 'en')} available, ${formatMoney(pending, currency, 'en')} pending`,
  );
  return html`<section class="card">
    <h2>Ledger</h2>
    <p>${funds.join(' · ') || 'No money yet.'}</p>
    ${grid(
      'Ledger',
      ['Type', 'Amount', 'Net', 'Available', 'Source'],
      rows.map((row) => [
        row.type.replaceAll('_', ' '),
        formatMoney(row.amount, row.currency, 'en'),
        formatMoney(row.net, row.currency, 'en'),
        moment(row.availableUnix),
        html`<code>${row.source}</code>`,
      ]),
    )}
  </section>`;
}
