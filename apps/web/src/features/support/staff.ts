import { getStaff, getSupportView, ProblemError, type ReplyOf, type Staff } from '@sellerdesk/contract';
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

/** The support view that runs, if one does, and what ended the last. Asking does not prolong it. */
export const supportViewQuery = queryOptions<ReplyOf<typeof getSupportView>>({
  queryKey: ['support-view'],
  queryFn: () => api(getSupportView, {}),
  refetchOnWindowFocus: 'always',
  refetchInterval: 15_000,
});

/** Says whether the password was given and the code is still due. */
export function owesCode(error: unknown): boolean {
  return error instanceof ProblemError && error.code === 'second_factor_due';
}
