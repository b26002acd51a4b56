import { html, type Html } from '../../hosted/html.ts';
import type { Page } from '../../hosted/page.ts';
import { latestDeliveries } from '../../webhooks/delivery-log.ts';
import { arrangedPayments } from '../../world/arrangements.ts';
import { businessNameOf, capabilityStatus } from '../../world/accounts.ts';
import { nextPaymentNames } from '../../world/next-payment.ts';
import { restrictedKeys } from '../../world/restricted-keys.ts';
import type { World } from '../../world/world.ts';
import type { Control } from '../control.ts';
import { button, choice, grid, line, moment } from './parts.ts';

const SHOWN = 30;

/** The whole world on one page: its time, its accounts, what was asked of it and what it told. */
export function worldPage(world: World, control: Control): Page {
  return {
    title: 'Control',
    wide: true,
    body: html`<div class="form">
      ${time(world)} ${accounts(world)} ${keys(world)} ${nextPayment(world)} ${webhooks(world)} ${failures()}
      ${requests(control)}
    </div>`,
  };
}

function time({ clock }: World): Html {
  const leaps = { 'One hour': 3600, 'One day': 86_400, 'One week': 604_800, '30 days': 2_592_000 };
  return html`<section class="card">
    <h1>Control of the emulator</h1>
    <p>It is <strong class="figure">${moment(clock.nowUnix())} UTC</strong> in this world.</p>
    <div class="actions">
      ${Object.entries(leaps).map(([label, seconds]) => button('advance-clock', label, { seconds: String(seconds) }))}
    </div>
  </section>`;
}

function accounts(world: World): Html {
  const { rows } = world.store.list('account', { account: world.platform, limit: SHOWN });
  return html`<section class="card">
    <h2>Accounts</h2>
    ${grid(
      'Accounts',
      ['Business', 'Id', 'Card payments', 'Created'],
      rows.map((account) => [
        html`<a href="/_emulator/accounts/${account.id}">${businessNameOf(account)}</a>`,
        html`<code>${account.id}</code>`,
        account.deauthorized ? 'disconnected' : capabilityStatus(world, account),
        moment(account.createdUnix),
      ]),
    )}
    <div class="actions">${button('expire-account-sessions', 'End all account sessions')}</div>
  </section>`;
}

function keys(world: World): Html {
  return html`<section class="card">
    <h2>Restricted keys</h2>
    ${grid(
      'Restricted keys',
      ['Key', 'Permissions'],
      restrictedKeys(world).map(({ key, permissions }) => [html`<code>${key}</code>`, permissions.join(', ')]),
    )}
    <form class="form" method="post" action="/_emulator/page/create-restricted-key">
      <div class="fields">${line('permissions', 'Permissions', 'rak_account_session_write, rak_charge_read')}</div>
      <p class="hint">A permission to write includes one to read. A refusal names the permission that is missing.</p>
      <div class="actions"><button>Make a key</button></div>
    </form>
  </section>`;
}

function nextPayment(world: World): Html {
  const waiting = arrangedPayments(world).length;
  return html`<section class="card">
    <h2>The next payment</h2>
    <form class="form" method="post" action="/_emulator/page/next-payment">
      <div class="fields">
        ${choice('what', 'Comes to', nextPaymentNames)} ${line('detail', 'Code or reason', '')}
        ${line('account', 'Account; anybody when empty')}
      </div>
      <p class="hint">A detail is a decline code such as insufficient_funds, or the reason of a dispute.</p>
      <p>${waiting === 0 ? 'Nothing is arranged.' : `${waiting} arranged.`}</p>
      <div class="actions"><button>Arrange</button></div>
    </form>
  </section>`;
}

function webhooks(world: World): Html {
  return html`<section class="card">
    <h2>Event deliveries</h2>
    <div class="actions">
      ${button('webhooks', 'Pause', { paused: 'true' })} ${button('webhooks', 'Resume', { paused: 'false' })}
      ${button('webhooks', 'Send twice', { times: '2' })} ${button('webhooks', 'Send once', { times: '1' })}
      ${button('webhooks', 'Any order', { shuffled: 'true' })} ${button('webhooks', 'In order', { shuffled: 'false' })}
    </div>
    ${grid(
      'Event deliveries',
      ['Event', 'Account', 'To', 'Failed tries', 'State'],
      latestDeliveries(world, SHOWN).map((sent) => [
        sent.type,
        html`<code>${sent.account}</code>`,
        sent.url,
        String(sent.attempts),
        sent.state,
      ]),
    )}
  </section>`;
}

function failures(): Html {
  return html`<section class="card">
    <h2>Let requests go wrong</h2>
    <form class="form" method="post" action="/_emulator/page/fault">
      <div class="fields">
        ${choice('kind', 'How', ['status', 'slow', 'reset', 'lost_answer', 'hang'])}
        ${line('path', 'Path', '/v1/payment_intents')} ${choice('method', 'Method', ['', 'GET', 'POST', 'DELETE'])}
        ${line('times', 'How often; always when empty', '1')} ${line('status', 'Status', '500')}
        ${choice('reason', 'Reason of a 429', ['', 'global-rate', 'endpoint-rate', 'global-concurrency'])}
        ${line('delayMs', 'Delay in milliseconds, when slow')}
      </div>
      <p class="hint">The path <code>/v1.0/connect.js</code> with “reset” is a blocked script.</p>
      <div class="actions"><button class="primary">Arrange</button></div>
    </form>
    <div class="actions">${button('clear-faults', 'Let everything go right again')}</div>
  </section>`;
}

function requests(control: Control): Html {
  const asked = control
    .requests()
    .filter(({ path }) => !path.startsWith('/_emulator') && !path.startsWith('/hosted'))
    .slice(-SHOWN)
    .toReversed();
  return html`<section class="card">
    <h2>Requests</h2>
    ${grid(
      'Requests',
      ['Time', 'Request', 'Stripe-Account', 'Status'],
      asked.map(({ atMs, method, path, account, status }) => [
        moment(atMs / 1000).slice(11),
        html`<code>${method} ${path}</code>`,
        account === undefined ? '–' : html`<code>${account}</code>`,
        String(status),
      ]),
    )}
    <div class="actions"><a class="button" href="/_emulator">Look again</a></div>
  </section>`;
}
