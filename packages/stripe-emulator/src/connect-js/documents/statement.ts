import { businessNameOf } from '../../world/accounts.ts';
import { linesWithin, netBefore } from '../../world/ledger.ts';
import type { Account, BalanceTransaction } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import { formatMoney } from '../format.ts';
import type { Month } from './months.ts';
import type { PdfLine } from './pdf.ts';

/** Under which word of a statement each line of the ledger counts. */
const GROUPS: Readonly<Record<BalanceTransaction['type'], string>> = {
  charge: 'Payments',
  payment: 'Payments',
  refund: 'Refunds',
  refund_failure: 'Refunds',
  payment_refund: 'Refunds',
  adjustment: 'Disputes and adjustments',
  application_fee: 'Application fees',
  application_fee_refund: 'Application fees',
  transfer: 'Transfers',
  transfer_refund: 'Transfers',
  payout: 'Payouts',
  payout_failure: 'Payouts',
  payout_cancel: 'Payouts',
  payout_minimum_balance_hold: 'Payouts',
  payout_minimum_balance_release: 'Payouts',
  advance: 'Payouts',
  advance_funding: 'Payouts',
  stripe_fee: 'Fees',
};

/** Writes what a month did to each balance: what was there, what came and went, and what was left. */
export function statementOf(world: World, account: Account, month: Month): readonly PdfLine[] {
  const lines = linesWithin(world, account.id, month);
  const before = netBefore(world, account.id, month.fromUnix);
  const currencies = [...new Set([...before.keys(), ...lines.map(({ currency }) => currency)])].toSorted();
  return [
    ...headOf('Statement', account, month),
    ...currencies.flatMap((currency) => sectionOf(before.get(currency) ?? 0, ofCurrency(lines, currency), currency)),
  ];
}

/** Begins a document: what it is, whose, of which month, and that it is none of Stripe's. */
export function headOf(what: string, account: Account, month: Month): readonly PdfLine[] {
  return [
    { left: what, style: 'title' },
    { left: businessNameOf(account) },
    { left: monthInWords(month) },
    { left: `Account ${account.id}. Made by the Stripe emulator from test data.`, style: 'note' },
  ];
}

export function monthInWords({ fromUnix }: Month): string {
  return new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(fromUnix * 1000);
}

/** Writes an amount as documents do: with plain spaces, which every font has. */
export function moneyIn(currency: string): (amount: number) => string {
  return (amount) => formatMoney(amount, currency, 'en').replaceAll('\u00a0', ' ');
}

function sectionOf(before: number, inside: readonly BalanceTransaction[], currency: string): readonly PdfLine[] {
  const money = moneyIn(currency);
  const groups = new Map<string, number>();
  const add = (group: string, amount: number): void => void groups.set(group, (groups.get(group) ?? 0) + amount);
  for (const { type, amount, net } of inside) {
    add(GROUPS[type], amount);
    if (net !== amount) add('Fees', net - amount);
  }
  return [
    { left: currency.toUpperCase(), style: 'heading' },
    { left: 'Balance before', right: money(before) },
    ...Array.from(groups, ([left, amount]) => ({ left, right: money(amount) })),
    { left: 'Balance after', right: money(before + netOf(inside)), style: 'total' },
  ];
}

function ofCurrency(lines: readonly BalanceTransaction[], wanted: string): readonly BalanceTransaction[] {
  return lines.filter(({ currency }) => currency === wanted);
}

function netOf(lines: readonly BalanceTransaction[]): number {
  return lines.reduce((sum, { net }) => sum + net, 0);
}
