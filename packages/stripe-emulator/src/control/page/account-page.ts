import { html, type Html } from '../../hosted/html.ts';
import type { Page } from '../../hosted/page.ts';
import { businessNameOf } from '../../world/accounts.ts';
import { requirementsOf } from '../../world/requirements.ts';
import type { Account } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import { moneySections } from './money-sections.ts';
import { actionOf, button, choice } from './parts.ts';

/** Returns where an account is shown. */
export function pathOfAccount(id: string): string {
  return `/_emulator/accounts/${id}`;
}

/** One account, or the platform itself: what it has, what Stripe wants of it, and what may happen to it next. */
export function accountPage(world: World, id: string): Page | undefined {
  if (id === world.platform) return page(world, id, world.settings.platformName, platformHead(id));
  const account = world.store.find('account', id);
  return account && page(world, id, businessNameOf(account), accountHead(world, account));
}

function page(world: World, id: string, title: string, head: Html): Page {
  return {
    title,
    wide: true,
    body: html`<div class="form">
      <section class="card">
        <p><a href="/_emulator">All of the emulator</a></p>
        <h1>${title}</h1>
        ${head}
      </section>
      ${moneySections(world, id, pathOfAccount(id))}
    </div>`,
  };
}

function platformHead(id: string): Html {
  return html`<p><code>${id}</code> · The platform itself</p>
    <div class="actions">
      ${button('failNextPayout', 'Next payout fails', { account: id, back: pathOfAccount(id) })}
    </div>`;
}

function accountHead(world: World, account: Account): Html {
  const { id } = account;
  const { currentlyDue, pastDue } = requirementsOf(world, account);
  const fields = { account: id, back: pathOfAccount(id) };
  return html`<p><code>${id}</code> · <a href="/dashboard/${id}/test">Its Dashboard</a></p>
    <p>Due: ${[...pastDue, ...currentlyDue].join(', ') || 'nothing'}</p>
    <div class="actions">
      ${button('completeOnboarding', 'Complete onboarding', fields)}
      ${button('failNextPayout', 'Next payout fails', fields)}
      ${account.deauthorized ? button('authorize', 'Connect again', fields) : button('deauthorize', 'Disconnect', fields)}
    </div>
    <form class="form" method="post" action="${actionOf('setAccountState')}">
      ${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
      <div class="fields">
        ${choice('state', 'State', ['ready', 'more_needed', 'in_review', 'restricted', 'rejected'])}
      </div>
      <div class="actions"><button>Put into this state</button></div>
    </form>`;
}
