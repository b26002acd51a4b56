import { businessNameOf } from '../../world/accounts.ts';
import { disputesPage } from '../../connect-js/answers/disputes.ts';
import { paymentsPage } from '../../connect-js/answers/payments.ts';
import { payoutDetails, payoutsPage } from '../../connect-js/answers/payouts.ts';
import { findPayment, paymentDetails } from '../../connect-js/answers/payment-details.ts';
import type { Page } from '../page.ts';
import type { DashboardAddress } from './dashboard-address.ts';
import { balancesHtml, homeHtml, settingsHtml } from './account-html.ts';
import { dashboardPage, disputesHtml, paymentsHtml, payoutsHtml } from './dashboard-page.ts';
import { paymentHtml, payoutHtml } from './object-html.ts';
import { logs } from './log-section.ts';
import { customers, events, products, refunds } from './record-sections.ts';
import type { Asked, Section } from './section.ts';

const sections: Readonly<Record<string, Section>> = {
  home: ({ world, account }) => ({ title: 'Home', body: homeHtml(world, account) }),
  payments: (asked) => (asked.object === undefined ? paymentList(asked) : onePayment(asked)),
  balance: ({ world, account }) => ({ title: 'Balances', body: balancesHtml(world, account) }),
  payouts: (asked) => (asked.object === undefined ? payoutList(asked) : onePayout(asked)),
  disputes: (asked) => (asked.object === undefined ? disputeList(asked) : oneDispute(asked)),
  customers,
  products,
  refunds,
  events,
  logs,
  settings: ({ world, account }) => ({ title: 'Settings', body: settingsHtml(world, account) }),
};

/** The Dashboard's page at an address; undefined when there is none. */
export function sectionPage(
  { section, object }: DashboardAddress,
  asked: Omit<Asked, 'after' | 'object'>,
): Page | undefined {
  const { account, query } = asked;
  const after = query.get('after') ?? undefined;
  const shown = Object.hasOwn(sections, section) ? sections[section]?.({ ...asked, object, after }) : undefined;
  if (shown === undefined) return undefined;
  return dashboardPage({ id: account.id, name: businessNameOf(account) }, section, shown.title, shown.body);
}

const paymentList: Section = ({ world, account, after }) => ({
  title: 'Payments',
  body: paymentsHtml(account.id, paymentsPage(world, account.id, { statuses: [], after })),
});

const payoutList: Section = ({ world, account, after }) => ({
  title: 'Payouts',
  body: payoutsHtml(account.id, payoutsPage(world, account, after)),
});

const disputeList: Section = ({ world, account, after }) => ({
  title: 'Disputes',
  body: disputesHtml(account.id, disputesPage(world, account.id, after)),
});

const onePayment: Section = ({ world, account, object = '' }) => {
  const payment = findPayment(world, account.id, object);
  if (payment === undefined) return undefined;
  const rights = { refund: false, capture: false, answerDispute: false };
  return { title: 'Payment', body: paymentHtml(paymentDetails(world, payment, rights)) };
};

const onePayout: Section = ({ world, account, object = '' }) => {
  const payout = payoutDetails(world, account, object);
  return payout && { title: 'Payout', body: payoutHtml(payout) };
};

const oneDispute: Section = ({ world, object = '', ...asked }) => {
  const payment = world.store.find('dispute', object)?.paymentIntent;
  return payment === undefined || payment === null ? undefined : onePayment({ world, ...asked, object: payment });
};
