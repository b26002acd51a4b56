import type { Services } from '../services.ts';

/** What sellers are signed up and in with. */
export type SellersParts = Pick<Services, 'config' | 'database' | 'now'>;
