import type { Seller } from '@sellerdesk/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useLocation, useSearch } from 'wouter';
import { sellerQuery } from '../../lib/seller.ts';
import { returnPathFrom } from './return-path.ts';

/** Returns what to do once a seller is let in: forget what was read before, and go where they were going. */
export function useEnter(): (seller: Seller) => void {
  const queries = useQueryClient();
  const search = useSearch();
  const [, navigate] = useLocation();
  return (seller) => {
    queries.removeQueries({ type: 'inactive' });
    queries.setQueryData(sellerQuery.queryKey, seller);
    navigate(returnPathFrom(search), { replace: true });
  };
}
