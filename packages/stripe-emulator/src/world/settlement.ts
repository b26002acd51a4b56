import { createApplicationFee } from './application-fees.ts';
import { addBusinessDays } from './days.ts';
import { emit } from './events.ts';
import { book } from './ledger.ts';
import { behaviourOf } from './payment-methods.ts';
import type { Charge, Fee } from './state.ts';
import { transferOfCharge } from './transfers.ts';
import type { World } from './world.ts';

const PLATFORM_DELAY_DAYS = 2;

/** Returns what Stripe takes for a charge, rounded to the currency's minor unit. */
export function stripeFee({ settings }: World, amount: number): number {
  return Math.round((amount * settings.feeRate.basisPoints) / 10_000) + settings.feeRate.fixedMinor;
}

/** Moves the money of a captured charge: to the account less the fees, and the platform's fee to the platform. */
export function settleCharge(world: World, charge: Charge, amount: number, feeAmount: number | null): Charge {
  const { account, currency, transferPlan } = charge;
  const isDestinationCharge = transferPlan !== null && transferPlan !== undefined;
  const availableUnix = availableFrom(world, charge);
  const line = book(world, {
    account,
    type: 'charge',
    amount,
    fees: feesOf(world, charge, amount, isDestinationCharge ? 0 : (feeAmount ?? 0)),
    currency,
    source: charge.id,
    description: charge.description,
    availableUnix,
  });
  const fee =
    feeAmount === null || feeAmount === 0 || isDestinationCharge
      ? null
      : createApplicationFee(world, charge, feeAmount, availableUnix);
  if (platformPays(world, account)) payForAccount(world, charge, amount);
  const settled = world.store.update('charge', charge.id, {
    captured: true,
    amountCaptured: amount,
    applicationFeeAmount: feeAmount,
    balanceTransaction: line.id,
    applicationFee: fee?.id ?? null,
  });
  if (fee !== null) emit(world, 'application_fee.created', 'application_fee', fee.id);
  return isDestinationCharge ? sendOn(world, settled, amount, feeAmount) : settled;
}

function sendOn(world: World, charge: Charge, amount: number, feeAmount: number | null): Charge {
  const transfer = transferOfCharge(world, charge, amount, feeAmount);
  const { destinationPayment } = world.store.get('transfer', transfer);
  const { applicationFee } = world.store.get('destination_payment', destinationPayment);
  return world.store.update('charge', charge.id, { transfer, applicationFee });
}

function availableFrom(world: World, { account, card, onBehalfOf }: Charge): number {
  const now = world.clock.nowUnix();
  if (behaviourOf(card).bypassesPending === true) return now;
  const days = world.store.find('account', onBehalfOf ?? account)?.payoutSchedule.delayDays ?? PLATFORM_DELAY_DAYS;
  return days === 0 ? now : addBusinessDays(now, days);
}

function platformPays(world: World, account: string): boolean {
  return world.store.find('account', account)?.feesPayer === 'application';
}

function feesOf(world: World, { account }: Charge, amount: number, applicationFee: number): readonly Fee[] {
  const fees: Fee[] = [];
  if (applicationFee > 0) {
    const description = `${world.settings.platformName} application fee`;
    fees.push({ type: 'application_fee', amount: applicationFee, description });
  }
  if (!platformPays(world, account))
    fees.push({ type: 'stripe_fee', amount: stripeFee(world, amount), description: 'Stripe processing fees' });
  return fees;
}

function payForAccount(world: World, { id, currency }: Charge, amount: number): void {
  book(world, {
    account: world.platform,
    type: 'stripe_fee',
    amount: -stripeFee(world, amount),
    currency,
    source: id,
    description: 'Stripe processing fees',
  });
}
