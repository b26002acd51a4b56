import type { Opening } from '../../lib/early-start.ts';
import { readySeller } from '../../lib/test/seller.ts';

/** Opens the dashboard of a seller who can do everything; each secret is another. */
export function openingWith(clientSecret: string): Opening {
  return {
    seller: readySeller,
    accountSession: {
      clientSecret,
      expiresAt: '2026-11-24T13:00:00.000Z',
      publishableKey: 'pk_test_marlow',
      kind: 'seller',
      components: ['payments', 'balances'],
    },
  };
}
