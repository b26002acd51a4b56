import { useLocation, useSearch } from 'wouter';
import { paths } from '../app/paths.ts';

/** Returns the address of the sign-in page that leads back here; who was signed in before is told there that it ended. */
export function useSignInPath({ ended }: { readonly ended: boolean }): string {
  const [path] = useLocation();
  const search = useSearch();
  const wanted = search === '' ? path : `${path}?${search}`;
  const query = new URLSearchParams({ ...(wanted !== paths.home && { next: wanted }), ...(ended && { ended: '1' }) });
  return query.size === 0 ? paths.signIn : `${paths.signIn}?${query.toString()}`;
}
