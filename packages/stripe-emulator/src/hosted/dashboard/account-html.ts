import { accountSummary } from '../../connect-js/answers/account-summary.ts';
import { balances } from '../../connect-js/answers/balances.ts';
import { noticesOf } from '../../connect-js/answers/notices.ts';
import { paymentsPage } from '../../connect-js/answers/payments.ts';
import { formatMoney } from '../../connect-js/format.ts';
import { noticeInWords } from '../../connect-js/in-words.ts';
import type { Account } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import { english } from '../../words/english.ts';
import { html, type Html } from '../html.ts';
import { capital, factsHtml, paymentsHtml } from './dashboard-page.ts';

/** What an account has, and what was paid lately. */
export function homeHtml(world: World, account: Account): Html {
  const newest = paymentsPage(world, account.id, { statuses: [] });
  return html`${noticesOf(world, account).map(
      (notice) =>
        html`<div class="alert ${notice.tone}">
          <strong>${english.account.notices.kinds[notice.kind].title}</strong>
          <p>${noticeInWords(notice, english)}</p>
        </div>`,
    )}
    ${balancesHtml(world, account)}
    <h2>Latest payments</h2>
    ${paymentsHtml(account.id, { ...newest, next: null })}`;
}

/** What an account has, per currency. */
export function balancesHtml(world: World, account: Account): Html {
  const { currencies } = balances(world, account, { standard: false, instant: false });
  return html`<div class="balances">
    ${currencies.map(
      ({ currency, available, onTheWay }) =>
        html`<div>
          <p class="secondary small">Available in ${currency.toUpperCase()}</p>
          <p class="amount figure">${formatMoney(available, currency, 'en')}</p>
          <p class="secondary small">
            <span class="figure">${formatMoney(onTheWay, currency, 'en')}</span> waiting to settle
          </p>
        </div>`,
    )}
  </div>`;
}

/** What Stripe knows of an account. */
export function settingsHtml(world: World, account: Account): Html {
  const { name, email, country, businessType, chargesEnabled, payoutsEnabled, bank } = accountSummary(world, account);
  return factsHtml([
    ['Business name', name],
    ['Email', email],
    ['Country', country],
    ['Type of business', businessType && capital(businessType.replaceAll('_', ' '))],
    ['Can take payments', chargesEnabled ? 'Yes' : 'No'],
    ['Gets payouts', payoutsEnabled ? 'Yes' : 'No'],
    ['Bank account', bank && `${bank.bankName} •••• ${bank.last4}`],
    ['Payouts', account.payoutSchedule.interval === 'manual' ? 'By hand' : capital(account.payoutSchedule.interval)],
  ]);
}
