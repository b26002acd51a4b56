import { signOut } from '@sellerdesk/contract';
import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { connection } from '../../connect/connection.ts';
import { api } from '../../lib/api.ts';
import { isSignedOut } from '../../lib/query-client.ts';
import { paths } from '../paths.ts';

/** Ends the session here and at Stripe, forgets everything that was read, and goes to the sign-in page. */
export function useSignOut(): UseMutationResult<void, Error, void> {
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  return useMutation({
    mutationFn: endSession,
    onSuccess: () => {
      connection.close();
      navigate(paths.signIn);
      queries.clear();
      sessionStorage.clear();
    },
  });
}

async function endSession(): Promise<void> {
  try {
    await api(signOut, {});
  } catch (error) {
    if (!isSignedOut(error)) throw error;
  }
}
