import { type Charge, getCharge } from '@sellerdesk/contract';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import { pollDelay } from '../../lib/support-view.ts';
import { pollDelayMs } from './charge-standing.ts';

/** Asks how a charge stands, again and again while the page is looked at and something can still happen. */
export function chargeQuery(chargeId: string) {
  return queryOptions<Charge>({
    queryKey: ['charge', chargeId],
    queryFn: () => api(getCharge, { params: { chargeId } }),
    refetchInterval: ({ state }) => pollDelay(state.data === undefined ? false : pollDelayMs(state.data, Date.now())),
    refetchIntervalInBackground: false,
  });
}
