import { html, type Html } from '../../hosted/html.ts';
import { balancesOf } from '../../world/ledger.ts';
import type { Charge, Dispute, Kind, Kinds } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import { button, code, grid, moment, money } from './parts.ts';

const SHOWN = 30;

/** What one kind of object shows of itself. */
interface Section<K extends Kind> {
  readonly title: string;
  readonly heads: readonly string[];
  readonly cells: (object: Kinds[K], back: string) => readonly (Html | string)[];
}

/** The newest of everything that an account has, kind by kind, and its ledger. */
export function moneySections(world: World, account: string, back: string): Html {
  const section = <K extends Kind>(kind: K, { title, heads, cells }: Section<K>): Html => {
    const { rows } = world.store.list(kind, { account, limit: SHOWN });
    return html`<section class="card">
      <h2>${title}</h2>
      ${grid(
        title,
        heads,
        rows.map((object) => cells(object, back)),
      )}
    </section>`;
  };
  const isPlatform = account === world.platform;
  return html`${section('charge', charges)} ${section('refund', refunds)} ${section('dispute', disputes)}
  ${section('payout', payouts)} ${section('customer', customers)} ${isPlatform && section('application_fee', fees)}
  ${isPlatform ? section('transfer', transfers) : section('destination_payment', received)} ${ledger(world, account)}`;
}

const charges: Section<'charge'> = {
  title: 'Charges',
  heads: ['Amount', 'Status', 'Id', 'Created', ''],
  cells: (charge, back) => [
    money(charge),
    charge.status,
    code(charge.id),
    moment(charge.createdUnix),
    isDisputable(charge) ? disputing(charge.id, back) : '',
  ],
};

const isDisputable = ({ status, captured, dispute, amountCaptured, amountRefunded }: Charge): boolean =>
  status === 'succeeded' && captured && dispute === null && amountCaptured > amountRefunded;

function disputing(charge: string, back: string): Html {
  return html`${button('openDispute', 'Dispute', { charge, back })}
  ${button('openDispute', 'Inquiry', { charge, inquiry: 'true', back })}
  ${button('openDispute', 'Prevented dispute', { charge, prevented: 'true', back })}`;
}

const refunds: Section<'refund'> = {
  title: 'Refunds',
  heads: ['Amount', 'Status', 'Id', 'Charge', 'Created'],
  cells: (refund) => [
    money(refund),
    refund.failureReason === null ? refund.status : `${refund.status}: ${refund.failureReason}`,
    code(refund.id),
    code(refund.charge),
    moment(refund.createdUnix),
  ],
};

/** What may become of a dispute, by how it stands; the first that fits its status counts. */
const MOVES: readonly (readonly [status: RegExp, moves: Readonly<Record<string, string>>])[] = [
  [/^warning_(needs|under)/u, { escalate: 'Escalate', lose: 'Close' }],
  [/(needs_response|under_review)$/u, { win: 'Win', lose: 'Lose' }],
  [/^lost$/u, { appeal: 'Let it be appealed' }],
];

const disputes: Section<'dispute'> = {
  title: 'Disputes',
  heads: ['Amount', 'Status', 'Id', 'Due', ''],
  cells: (dispute, back) => [
    money(dispute),
    dispute.status.replaceAll('_', ' '),
    code(dispute.id),
    moment(dispute.dueUnix),
    html`${movesOf(dispute).map(([what, label]) => button('moveDispute', label, { dispute: dispute.id, what, back }))}`,
  ],
};

function movesOf({ status }: Dispute): readonly (readonly [what: string, label: string])[] {
  return Object.entries(MOVES.find(([fits]) => fits.test(status))?.[1] ?? {});
}

const payouts: Section<'payout'> = {
  title: 'Payouts',
  heads: ['Amount', 'Status', 'Id', 'Method', 'Arrives'],
  cells: (payout) => [
    money(payout),
    payout.failureCode === null ? payout.status.replaceAll('_', ' ') : `${payout.status}: ${payout.failureCode}`,
    code(payout.id),
    `${payout.method}, ${payout.automatic ? 'automatic' : 'by hand'}`,
    moment(payout.arrivalUnix),
  ],
};

const customers: Section<'customer'> = {
  title: 'Customers',
  heads: ['Name', 'Email', 'Id', 'Created'],
  cells: (customer) => [
    customer.deleted ? 'deleted' : (customer.name ?? '–'),
    customer.email ?? '–',
    code(customer.id),
    moment(customer.createdUnix),
  ],
};

const fees: Section<'application_fee'> = {
  title: 'Application fees',
  heads: ['Amount', 'Given back', 'Id', 'Account', 'Created'],
  cells: ({ id, connectedAccount, createdUnix, amount, amountRefunded, currency }) => [
    money({ amount, currency }),
    money({ amount: amountRefunded, currency }),
    code(id),
    code(connectedAccount),
    moment(createdUnix),
  ],
};

const transfers: Section<'transfer'> = {
  title: 'Transfers',
  heads: ['Amount', 'Reversed', 'Id', 'Account', 'Created'],
  cells: ({ id, destination, createdUnix, amount, amountReversed, currency }) => [
    money({ amount, currency }),
    money({ amount: amountReversed, currency }),
    code(id),
    code(destination),
    moment(createdUnix),
  ],
};

const received: Section<'destination_payment'> = {
  title: 'Received transfers',
  heads: ['Amount', 'Reversed', 'Id', 'Transfer', 'Created'],
  cells: ({ id, transfer, createdUnix, amount, amountRefunded, currency }) => [
    money({ amount, currency }),
    money({ amount: amountRefunded, currency }),
    code(id),
    code(transfer),
    moment(createdUnix),
  ],
};

function ledger(world: World, account: string): Html {
  const { rows } = world.store.list('balance_transaction', { account, limit: SHOWN });
  const funds = balancesOf(world, account).map(
    ({ currency, available, pending }) =>
      `${money({ amount: available, currency })} available, ${money({ amount: pending, currency })} pending`,
  );
  return html`<section class="card">
    <h2>Ledger</h2>
    <p>${funds.join(' · ') || 'No money yet.'}</p>
    ${grid(
      'Ledger',
      ['Type', 'Amount', 'Net', 'Available', 'Source'],
      rows.map(({ type, amount, net, currency, availableUnix, source }) => [
        type.replaceAll('_', ' '),
        money({ amount, currency }),
        money({ amount: net, currency }),
        moment(availableUnix),
        code(source),
      ]),
    )}
  </section>`;
}
