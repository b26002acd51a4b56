import { html, type Html } from '../../hosted/html.ts';
import type { Page } from '../../hosted/page.ts';
import { latestDeliveries } from '../../webhooks/delivery-log.ts';
import { arrangedPayments } from '../../world/arrangements.ts';
import { businessNameOf, capabilityStatus } from '../../world/accounts.ts';
import { nextPaymentNames } from '../../world/next-payment.ts';
import { restrictedKeys } from '../../world/restricted-keys.ts';
import type { World } from '../../world/world.ts';
import type { Parts } from '../deed.ts';
import { pathOfAccount } from './account-page.ts';
import { anyDeedSection } from './any-deed.ts';
import { actionOf, button, choice, grid, line, moment } from './parts.ts';
import { requestsSection } from './requests-section.ts';

const SHOWN = 30;

/** The script that shows requests as they arrive. */
export const SCRIPT_PATH = '/_emulator/live-requests.js';

/** The whole world on one page: its time, its accounts, what was asked of it and what it told. */
export function worldPage({ world, recorder }: Parts): Page {
  return {
    title: 'Control',
    wide: true,
    script: SCRIPT_PATH,
    body: html`<div class="form">
      ${time(world)} ${accounts(world)} ${keys(world)} ${nextPayment(world)} ${webhooks(world)} ${failures()}
      ${anyDeedSection()} ${requestsSection(recorder)}
    </div>`,
  };
}

function time({ clock }: World): Html {
  const leaps = { 'One hour': 3600, 'One day': 86_400, 'One week': 604_800, '30 days': 2_592_000 };
  return html`<section class="card">
    <h1>Control of the emulator</h1>
    <p>It is <strong class="figure">${moment(clock.nowUnix())} UTC</strong> in this world.</p>
    <div class="actions">
      ${Object.entries(leaps).map(([label, seconds]) => button('advanceClock', label, { seconds: String(seconds) }))}
    </div>
  </section>`;
}

function accounts(world: World): Html {
  const { rows } = world.store.list('account', { account: world.platform, limit: SHOWN });
  return html`<section class="card">
    <h2>Accounts</h2>
    <p>
      <a href="${pathOfAccount(world.platform)}">The platform itself</a>, ${world.settings.platformName}
      <code>${world.platform}</code>
    </p>
    ${grid(
      'Accounts',
      ['Business', 'Id', 'Card payments', 'Created'],
      rows.map((account) => [
        html`<a href="${pathOfAccount(account.id)}">${businessNameOf(account)}</a>`,
        html`<code>${account.id}</code>`,
        account.deauthorized ? 'disconnected' : capabilityStatus(world, account),
        moment(account.createdUnix),
      ]),
    )}
    <div class="actions">${button('expireAccountSessions', 'End all account sessions')}</div>
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
    <form class="form" method="post" action="${actionOf('createRestrictedKey')}">
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
    <form class="form" method="post" action="${actionOf('arrangeNextPayment')}">
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
      ${button('pauseWebhooks', 'Pause')} ${button('resumeWebhooks', 'Resume')}
      ${button('duplicateWebhooks', 'Send twice', { times: '2' })}
      ${button('duplicateWebhooks', 'Send once', { times: '1' })}
      ${button('shuffleWebhooks', 'Any order', { on: 'true' })}
      ${button('shuffleWebhooks', 'In order', { on: 'false' })}
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
    <form class="form" method="post" action="${actionOf('fault')}">
      <div class="fields">
        ${choice('kind', 'How', ['status', 'slow', 'reset', 'lost_answer', 'hang'])}
        ${line('path', 'Path', '/v1/payment_intents')} ${choice('method', 'Method', ['', 'GET', 'POST', 'DELETE'])}
        ${line('times', 'How often; always when empty', '1')} ${line('status', 'Status', '500')}
        ${choice('reason', 'Reason of a 429', ['', 'global-rate', 'endpoint-rate', 'global-concurrency'])}
        ${line('delayMs', 'Delay in milliseconds, when slow')}
      </div>
      <div class="actions"><button class="primary">Arrange</button></div>
    </form>
    <p class="hint">
      A browser may block connect.js, or the windows that frames open when they are loaded from now on.
    </p>
    <div class="actions">
      ${button('fault', 'Block connect.js', { kind: 'blocked_script' })}
      ${button('fault', 'Block windows', { kind: 'blocked_window' })}
    </div>
    <div class="actions">${button('clearFaults', 'Let everything go right again')}</div>
  </section>`;
}
