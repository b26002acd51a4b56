import { addressOfAccountLink, createAccountLink } from '../../world/account-links.ts';
import { createPayout } from '../../world/payouts.ts';
import { changePayoutSchedule } from '../../world/payout-schedule.ts';
import { isPayable } from '../answers/balances.ts';
import type { Asked } from './asked.ts';
import { amountIn, textIn } from './body.ts';
import { collectionIn } from './collection-in.ts';
import { notAllowed } from './refusal.ts';
import { scheduleIn } from './schedule-in.ts';

/** Sends money to the bank. */
export function payOut({ world, account, body }: Asked): object {
  const currency = textIn(body, 'currency');
  if (!isPayable(world, account, currency)) throw notAllowed('payout_not_by_hand');
  const { id } = createPayout(world, account.id, { amount: amountIn(body), currency });
  return { id };
}

/** Sends money at once, for a fee. */
export function payOutInstantly({ world, account, body }: Asked): object {
  const wish = { amount: amountIn(body), currency: textIn(body, 'currency'), destination: textIn(body, 'destination') };
  const { id } = createPayout(world, account.id, { ...wish, method: 'instant' });
  return { id };
}

/** Changes when money goes to the bank. */
export function reschedule({ world, account, body }: Asked): object {
  changePayoutSchedule(world, account.id, scheduleIn(body));
  return {};
}

/** Stripe opens a window of its own for what the platform wants collected; here it is hosted onboarding. */
export function linkToOnboarding(asked: Asked): object {
  const { world, account } = asked;
  const closing = `${world.settings.url}/connect/setup/close`;
  const collection = collectionIn(asked);
  const link = createAccountLink(world, account.id, { refreshUrl: closing, returnUrl: closing, collection });
  return { url: addressOfAccountLink(world, link) };
}

/** Ends the session before its time. */
export function endSession({ world, session }: Asked): object {
  world.store.update('account_session', session.id, { expiresUnix: world.clock.nowUnix() });
  return {};
}
