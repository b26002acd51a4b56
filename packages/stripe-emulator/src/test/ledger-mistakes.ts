import { COMPLIANCE_FEE_MINOR, DISPUTE_FEE_MINOR } from '../world/dispute-funds.ts';
import { instantFee } from '../world/instant-fee.ts';
import { balancesOf, countersOf, netBefore, settlingAfter } from '../world/ledger.ts';
import { stripeFee } from '../world/settlement.ts';
import type { World } from '../world/world.ts';

type Amounts = Map<string, number>;

/** Says what does not add up in a world: balances, both sides of the ledger, and what the objects say of the money. */
export function mistakesOf(world: World): readonly string[] {
  const mistakes = [...balanceMistakesOf(world)];
  const whole: Amounts = new Map();
  for (const owner of ownersIn(world))
    for (const { id, amount, fees, net, currency } of world.store.all('balance_transaction', owner)) {
      if (net !== amount - fees.reduce((sum, fee) => sum + fee.amount, 0)) mistakes.push(`${id} is not its own sum`);
      add(whole, currency, net);
    }
  const sides = sidesByObjects(world);
  for (const { side, currency, amount } of countersOf(world)) {
    add(whole, currency, amount);
    expectSame(mistakes, `what ${side} have in ${currency}`, amount, sides.get(`${side} ${currency}`));
  }
  for (const [currency, amount] of whole) expectSame(mistakes, `everything in ${currency}`, amount, 0);
  return mistakes;
}

/** Says where a balance that is kept is not the sum of its lines, now or at any moment to come or gone. */
export function balanceMistakesOf(world: World): readonly string[] {
  const mistakes: string[] = [];
  for (const owner of ownersIn(world)) {
    const lines = world.store.all('balance_transaction', owner);
    const nets: Amounts = new Map();
    const moments: Amounts = new Map();
    for (const { currency, availableUnix, net } of lines) {
      add(nets, currency, net);
      add(moments, `${currency} from ${availableUnix}`, net);
    }
    const kept = balancesOf(world, owner);
    const middle = lines[Math.floor(lines.length / 2)]?.createdUnix ?? 0;
    const earlier: Amounts = new Map();
    for (const { createdUnix, currency, net } of lines) if (createdUnix < middle) add(earlier, currency, net);
    for (const [currency, net] of netBefore(world, owner, middle))
      expectSame(mistakes, `${owner} before ${middle} in ${currency}`, net, earlier.get(currency));
    for (const [currency, net] of nets) {
      const { available = 0, pending = 0 } = kept.find((balance) => balance.currency === currency) ?? {};
      expectSame(mistakes, `the balance of ${owner} in ${currency}`, available + pending, net);
      const settling = new Map(settlingAfter(world, owner, currency, 0).map(({ unix, net: part }) => [unix, part]));
      for (const unix of new Set(lines.map(({ availableUnix }) => availableUnix)))
        expectSame(mistakes, `${owner} from ${unix}`, settling.get(unix) ?? 0, moments.get(`${currency} from ${unix}`));
    }
  }
  return mistakes;
}

function ownersIn({ platform, store }: World): readonly string[] {
  return [platform, ...store.everywhere('account').map(({ id }) => id)];
}

function sidesByObjects(world: World): Amounts {
  const { store } = world;
  const sides: Amounts = new Map();
  for (const { amountCaptured, captured, currency } of store.everywhere('charge')) {
    if (!captured) continue;
    add(sides, `customers ${currency}`, -amountCaptured);
    add(sides, `stripe ${currency}`, stripeFee(world, amountCaptured));
  }
  for (const { amount, currency, status } of store.everywhere('refund'))
    if (status === 'succeeded' || status === 'pending') add(sides, `customers ${currency}`, amount);
  for (const { amount, balanceTransactions, currency, program = null, status, submissions } of store.everywhere(
    'dispute',
  )) {
    if (balanceTransactions.length > 0 && status !== 'prevented') add(sides, `stripe ${currency}`, DISPUTE_FEE_MINOR);
    if (program?.endsWith('compliance') === true && submissions > 0 && status !== 'won')
      add(sides, `stripe ${currency}`, COMPLIANCE_FEE_MINOR);
    if (status !== 'won' && !status.startsWith('warning_')) add(sides, `customers ${currency}`, amount);
  }
  for (const { amount, currency, method, status } of store.everywhere('payout')) {
    if (status === 'failed' || status === 'canceled') continue;
    add(sides, `banks ${currency}`, amount);
    if (method === 'instant') add(sides, `stripe ${currency}`, instantFee(world.settings.instantPayouts, amount));
  }
  return sides;
}

function add(amounts: Amounts, key: string, amount: number): void {
  amounts.set(key, (amounts.get(key) ?? 0) + amount);
}

function expectSame(mistakes: string[], what: string, found: number, expected = 0): void {
  if (found !== expected) mistakes.push(`${what}: ${found} instead of ${expected}`);
}
