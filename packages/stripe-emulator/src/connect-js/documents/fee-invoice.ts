import { linesWithin } from '../../world/ledger.ts';
import type { Account, BalanceTransaction } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import type { Month } from './months.ts';
import type { PdfLine } from './pdf.ts';
import { headOf, moneyIn } from './statement.ts';

/** What one month's fees of one kind come to. */
type FeeSum = { readonly currency: string; readonly text: string; readonly amount: number };

/** Writes what Stripe took in a month; undefined when it took nothing. The platform's own fees are not Stripe's. */
export function feeInvoiceOf(world: World, account: Account, month: Month): readonly PdfLine[] | undefined {
  const sums = feesOf(world, account, month);
  if (sums.length === 0) return undefined;
  const currencies = [...new Set(sums.map(({ currency }) => currency))].toSorted();
  return [
    ...headOf('Fee invoice', account, month),
    ...currencies.flatMap((wanted) =>
      sectionOf(
        sums.filter(({ currency }) => currency === wanted),
        wanted,
      ),
    ),
    { left: 'Paid from your balance. Nothing is due. Taxes are not emulated.', style: 'note' },
  ];
}

function sectionOf(sums: readonly FeeSum[], currency: string): readonly PdfLine[] {
  const money = moneyIn(currency);
  const total = sums.reduce((sum, { amount }) => sum + amount, 0);
  return [
    { left: currency.toUpperCase(), style: 'heading' },
    ...sums.map(({ text, amount }) => ({ left: text, right: money(amount) })),
    { left: 'Total', right: money(total), style: 'total' },
  ];
}

function feesOf(world: World, account: Account, month: Month): readonly FeeSum[] {
  const sums = new Map<string, FeeSum>();
  for (const line of linesWithin(world, account.id, month)) {
    for (const { text, amount } of stripeFeesOf(line)) {
      const { currency } = line;
      const key = `${currency} ${text}`;
      sums.set(key, { currency, text, amount: (sums.get(key)?.amount ?? 0) + amount });
    }
  }
  return [...sums.values()];
}

function stripeFeesOf({
  type,
  amount,
  fees,
  description,
}: BalanceTransaction): readonly Pick<FeeSum, 'amount' | 'text'>[] {
  if (type === 'stripe_fee') return [{ text: description ?? 'Stripe fee', amount: -amount }];
  return fees.filter((fee) => fee.type === 'stripe_fee').map((fee) => ({ text: fee.description, amount: fee.amount }));
}
