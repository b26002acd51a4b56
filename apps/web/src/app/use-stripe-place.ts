import { useQuery } from '@tanstack/react-query';
import type { StripePlace } from '../connect/stripe-place.ts';
import { chargeQuery } from '../features/new-charge/charge-query.ts';
import type { FrameRoute, RouteParams } from './routes.tsx';

/** Returns where a page's object stands in Stripe. Stripe knows a charge of ours by its payment, once there is one. */
export function useStripePlace(route: FrameRoute, params: RouteParams): StripePlace {
  const { chargeId = '' } = params;
  // Only looks at what the page itself reads.
  const charge = useQuery({ ...chargeQuery(chargeId), enabled: false });
  const paymentId = charge.data?.paymentId ?? null;
  return paymentId === null ? route.place(params) : { to: 'payment', id: paymentId };
}
