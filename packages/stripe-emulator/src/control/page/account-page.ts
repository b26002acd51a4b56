import { html, type Html } from '../../hosted/html.ts';
import type { Page } from '../../hosted/page.ts';
import { businessNameOf } from '../../world/accounts.ts';
import { DEMAND_KINDS, DOCUMENT } from '../../world/demands.ts';
import { namedRequirements } from '../../world/requirement-names.ts';
import type { Account } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import { ACCOUNT_STATES } from '../account-states.ts';
import { moneySections } from './money-sections.ts';
import { actionOf, button, choice, hidden, line, moment } from './parts.ts';

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
  const fields = { account: id, back: pathOfAccount(id) };
  return html`<p><code>${id}</code> · <a href="/dashboard/${id}/test">Its Dashboard</a></p>
    ${dues(world, account)}
    <div class="actions">
      ${button('completeOnboarding', 'Complete onboarding', fields)}
      ${button('completeOnboarding', 'Complete it as a company', { ...fields, business_type: 'company' })}
      ${button('failNextPayout', 'Next payout fails', fields)}
      ${account.deauthorized ? button('authorize', 'Connect again', fields) : button('deauthorize', 'Disconnect', fields)}
    </div>
    <form class="form" method="post" action="${actionOf('setAccountState')}">
      ${hidden(fields)}
      <div class="fields">${choice('state', 'State', ACCOUNT_STATES)}</div>
      <div class="actions"><button>Put into this state</button></div>
    </form>
    ${requirement(fields)}`;
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

function requirement(fields: Readonly<Record<string, string>>): Html {
  return html`<form class="form" method="post" action="${actionOf('openRequirement')}">
      ${hidden(fields)}
      <div class="fields">
        ${choice('kind', 'Stripe wants something', DEMAND_KINDS)} ${line('field', 'What', DOCUMENT)}
        ${line('days', 'In how many days', '14')}
      </div>
      <div class="actions"><button>Ask for it</button></div>
    </form>
    <div class="actions">${button('reachThreshold', 'What is due eventually falls due', fields)}</div>`;
}
