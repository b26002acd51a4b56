import { getStaff, getSupportView, ProblemError, type Staff, type SupportView } from '@sellerdesk/contract';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

/** Which staff is signed in. */
export const staffQuery = queryOptions<Staff>({
  queryKey: ['staff'],
  queryFn: () => api(getStaff, {}),
  // Another tab may have signed them out.
  refetchOnWindowFocus: 'always',
  retryOnMount: false,
});

/** The support view that runs, if one does. Asking does not prolong it. */
export const supportViewQuery = queryOptions<SupportView | null>({
  queryKey: ['support-view'],
  queryFn: async () => (await api(getSupportView, {})).supportView,
  refetchOnWindowFocus: 'always',
  refetchInterval: 15_000,
});

/** Says whether the password was given and the code is still due. */
export function owesCode(error: unknown): boolean {
  return error instanceof ProblemError && error.code === 'second_factor_due';
}
