import { ownPathFrom } from '@sellerdesk/contract';

/** Returns the path a seller was going to before they had to sign in, from the sign-in page's query, or `/`. */
export function returnPathFrom(search: string): string {
  return ownPathFrom(new URLSearchParams(search).get('next'));
}
