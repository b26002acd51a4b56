import { getSeller, type Seller } from '@sellerdesk/contract';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { api } from './api.ts';

/** Who is signed in, with their account and the platform they are on. */
export const sellerQuery = queryOptions<Seller>({ queryKey: ['seller'], queryFn: () => api(getSeller, {}) });

/** Returns who is signed in; suspends until that is known. */
export function useSeller(): Seller {
  return useSuspenseQuery(sellerQuery).data;
}
