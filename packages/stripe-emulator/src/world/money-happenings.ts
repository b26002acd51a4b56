import { passDeadline } from './accounts.ts';
import { nextOnAgenda, takeFromAgenda, type Deed } from './agenda.ts';
import { payOutAutomatically } from './automatic-payouts.ts';
import { expireCharge } from './charges.ts';
import { endCheckoutSession, settleLatePayment } from './checkout.ts';
import { DAY, dayOf } from './days.ts';
import { lapseDispute } from './disputes.ts';
import { forgetOldEvents } from './events.ts';
import { tellBalance } from './balance-object.ts';
import { accountsWithNewMoney, balancesOf } from './ledger.ts';
import type { Happening } from './passing-time.ts';
import { sendPayout, settlePayout } from './payouts.ts';
import { endAuthorization } from './payments.ts';
import { settleRefund } from './refunds.ts';
import type { World } from './world.ts';

const DEEDS: Readonly<Record<Deed, (world: World, id: string) => void>> = {
  authorization_ends: endAuthorization,
  charge_expires: expireCharge,
  checkout_expires: endCheckoutSession,
  dispute_lapses: lapseDispute,
  payment_confirms: settleLatePayment,
  payout_arrives: settlePayout,
  payout_leaves: sendPayout,
  refund_settles: settleRefund,
  requirement_falls_due: passDeadline,
};

const appointments: Happening = {
  next: nextOnAgenda,
  run: (world) => {
    for (const { deed, id } of takeFromAgenda(world)) DEEDS[deed](world, id);
  },
};

const LAST_DAY = 'money_day';

/** At midnight money becomes available, accounts are paid out whose day it is, and old events are forgotten. */
const midnight: Happening = {
  next: (world) => {
    const today = dayOf(world.clock.nowUnix());
    const last = Number(world.store.facts.read(LAST_DAY) ?? today - DAY);
    // A clock that was set back lives its days again.
    return last > today ? today : last + DAY;
  },
  run: (world) => {
    const today = dayOf(world.clock.nowUnix());
    const last = Math.min(Number(world.store.facts.read(LAST_DAY) ?? today), today - DAY);
    world.store.facts.write(LAST_DAY, String(today));
    forgetOldEvents(world);
    for (const account of accountsWithNewMoney(world, last, today)) tellBalance(world, account);
    for (const account of world.store.everywhere('account'))
      for (const { currency } of balancesOf(world, account.id)) payOutAutomatically(world, account, currency);
  },
};

/** Everything of money that time alone brings about; at midnight balances come before what arrives. */
export const moneyHappenings: readonly Happening[] = [midnight, appointments];
