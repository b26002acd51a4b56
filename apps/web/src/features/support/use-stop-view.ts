import { stopSupportView } from '@sellerdesk/contract';
import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import { supportViewQuery } from './staff.ts';

/** Ends the support view that runs, wherever that is asked for. */
export function useStopView(): UseMutationResult<null, Error, void> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api(stopSupportView, {}),
    onSuccess: () => queries.setQueryData(supportViewQuery.queryKey, { supportView: null, lastEndedBy: 'staff' }),
  });
}
